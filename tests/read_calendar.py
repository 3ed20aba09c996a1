"""Reads calendars back by vobject, a parser that shares nothing with the library that wrote them."""

from datetime import date, datetime
from typing import Any, NamedTuple

import vobject


class Read(NamedTuple):
    """An entry as a subscriber's program has it; `start` and `end` of a day, or of a moment in its time zone."""

    uid: str
    title: str
    start: date | datetime
    end: date | datetime | None
    details: str
    address: str
    category: str
    status: str
    busy: bool
    stamp: datetime
    sequence: int


def read_calendar(text: str) -> Any:
    """The calendar; fails where it isn't exactly one, well formed in every line."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (calendar,) = vobject.readComponents(text)
    calendar.validate(raiseException=True)
    assert {component.name for component in calendar.components()} <= {"VTIMEZONE", "VEVENT"}
    return calendar


def name_of(text: str) -> str:
    return str(read_calendar(text).contents["x-wr-calname"][0].value)


def entries(text: str) -> list[Read]:
    """In the order of the file."""
    events = read_calendar(text).contents.get("vevent", [])
    return [_read(event) for event in events]


def by_id(text: str) -> dict[str, Read]:
    found = entries(text)
    assert len({one.uid for one in found}) == len(found)
    return {one.uid.removesuffix("@aloitus"): one for one in found}


def _read(event: Any) -> Read:
    """vobject has a list of values where several may be given."""
    get = {name: lines[0].value for name, lines in event.contents.items()}
    assert all(len(lines) == 1 for lines in event.contents.values())
    return Read(
        get["uid"],
        get["summary"],
        get["dtstart"],
        get.get("dtend"),
        get.get("description", ""),
        get.get("url", ""),
        ",".join(get["categories"]),
        get["status"],
        get["transp"] == "OPAQUE",
        get["dtstamp"],
        int(get["sequence"]),
    )
