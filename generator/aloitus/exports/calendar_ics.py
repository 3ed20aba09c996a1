"""A calendar that people subscribe to, as iCalendar (RFC 5545).

The icalendar library makes the frame and the days, and escapes and folds what people wrote. An event's lines are put
together here: a component of the library's for each of some hundred thousand events would take minutes. Lines that
many events have are made once.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from aloitus.exports.time_zone import known_zone, time_zone
from aloitus.model.clean_text import clean

PRODUCT = "-//Aloitus//Onboarding calendars//EN"
ASKED_AGAIN = timedelta(hours=4)
"""How often a subscriber's program is asked to look for changes."""
LINE = 75
"""Octets that a line may have, its end among them; a longer one is folded."""
REMEMBERED = 16_384
"""So many days and descriptions are remembered once written."""
NEWLINE = "\r\n"
END = "END:VCALENDAR\r\n"
ZONE = "BEGIN:VTIMEZONE\r\n"


class EventState(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class Event(NamedTuple):
    """Something on a day, or from a `time` of it on for so many `minutes`.

    `details`: lines of text. `address`: a URL, or "". `stamp`: seconds since 1970. `sequence` grows with each change.
    """

    uid: str
    title: str
    category: str
    day: date
    time: time | None
    minutes: int
    state: EventState
    details: tuple[str, ...]
    address: str
    stamp: int
    sequence: int


class Calendar(NamedTuple):
    """`time_zone`: the name of the one that the events' times are told in."""

    name: str
    time_zone: str
    events: Sequence[Event]


def calendar_ics(calendar: Calendar) -> str:
    """The whole file; events are in order of their days, so that the order of what they came from changes nothing."""
    around = frame(calendar.time_zone)
    ordered = sorted(calendar.events, key=lambda event: (event.day, event.time or time.min, event.uid))
    events = (line for event in ordered for line in _event(event, around.zone))
    names = (_own_text("NAME", calendar.name), _own_text("X-WR-CALNAME", calendar.name))
    return "".join((around.properties, *names, around.components, *events, END))


class Frame(NamedTuple):
    """What stands around each calendar's name and events: all else that it has, its zone's component among them."""

    zone: str
    properties: str
    components: str


@lru_cache(4)
def frame(time_zone_name: str) -> Frame:
    """Made once a run: the library that makes it takes its time to be loaded."""
    from icalendar import Calendar as Component
    from icalendar import vDuration

    zone = known_zone(time_zone_name)
    frame = Component()
    frame.add("version", "2.0")
    frame.add("prodid", PRODUCT)
    frame.add("calscale", "GREGORIAN")
    frame.add("method", "PUBLISH")
    frame.add("refresh-interval", vDuration(ASKED_AGAIN), parameters={"value": "DURATION"})
    frame.add("x-published-ttl", vDuration(ASKED_AGAIN))
    frame.add("x-wr-timezone", zone)
    frame.add_component(time_zone(zone))
    properties, mark, rest = frame.to_ical().decode().partition(ZONE)
    return Frame(zone, properties, mark + rest.removesuffix(END))


def _event(event: Event, zone: str) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT\r\n",
        _own_text("UID", event.uid),
        _version(event.stamp, event.sequence),
        _when(event.day, event.time, event.minutes, zone),
        _own_text("SUMMARY", event.title),
        _details(event.details) if event.details else "",
        _folded(f"URL:{event.address}") if event.address else "",
        _text("CATEGORIES", event.category),
        f"STATUS:{event.state}\r\n",
        # a day or a meeting that may not be keeps nobody from being invited elsewhere
        "TRANSP:OPAQUE\r\n" if event.time and event.state is EventState.CONFIRMED else "TRANSP:TRANSPARENT\r\n",
        "END:VEVENT\r\n",
    )


@lru_cache(REMEMBERED)
def _version(stamp: int, sequence: int) -> str:
    from icalendar import vDatetime

    moment = vDatetime(datetime.fromtimestamp(stamp, UTC)).to_ical().decode()
    return f"DTSTAMP:{moment}{NEWLINE}SEQUENCE:{sequence}{NEWLINE}"


@lru_cache(REMEMBERED)
def _when(day: date, begins: time | None, minutes: int, zone: str) -> str:
    """Days end with the year 9999: what would end after that is given no end."""
    from icalendar import vDate, vDatetime

    if begins is None:
        first, kind = vDate(day).to_ical(), "VALUE=DATE"
        after = vDate(day + timedelta(days=1)).to_ical() if day < date.max else None
    else:
        start, kind = datetime.combine(day, begins), f"TZID={zone}"
        first = vDatetime(start).to_ical()
        after = vDatetime(start + timedelta(minutes=minutes)).to_ical() if minutes and day < date.max else None
    end = f"DTEND;{kind}:{after.decode()}{NEWLINE}" if after else ""
    return f"DTSTART;{kind}:{first.decode()}{NEWLINE}{end}"


@lru_cache(REMEMBERED)
def _details(lines: tuple[str, ...]) -> str:
    return _escaped("DESCRIPTION", "\n".join(map(clean, lines)))


@lru_cache(REMEMBERED)
def _text(name: str, text: str) -> str:
    return _own_text(name, text)


def _own_text(name: str, text: str) -> str:
    """A property with a text that hardly another event has."""
    return _escaped(name, clean(text))


def _escaped(name: str, value: str) -> str:
    from icalendar import vText

    plain = value.replace(r"\N", r"\n")  # which the library takes for the end of a line
    return _folded(f"{name}:{vText(plain).to_ical().decode()}")


def _folded(line: str) -> str:
    if len(line.encode()) < LINE:
        return line + NEWLINE
    from icalendar.parser import Contentline

    return f"{Contentline(line).to_ical().decode()}{NEWLINE}"
