"""A calendar as subscribers' programs read it, from entries made by hand."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aloitus.exports.calendar_ics import Calendar, Event, EventState, calendar_ics
from aloitus.model.clean_text import clean
from read_calendar import entries, name_of, read_calendar

HELSINKI = ZoneInfo("Europe/Helsinki")
STAMP = int(datetime(2026, 11, 20, 12, 30, tzinfo=UTC).timestamp())
HOSTILE = (
    "rivi\nBEGIN:VEVENT\nUID:toinen",
    "rivi\r\nEND:VCALENDAR\r\n",
    'a; b, c: d = "e" \\ \\n \\; \\,',
    "BEGIN:VEVENT",
    "\u202eoiketsiot",
    "\u2028\u2029\x85\x0b\x0c\x00\x1b[31m",
    "SUMMARY;LANGUAGE=fi:x",
    "株式会社 – Åkerströms ”lainaus” 👩‍💻" * 5,
    " ",
    "",
)


def an_event(**fields: Any) -> Event:
    made = Event(
        "saha.meeting.review@aloitus", "Saha Oy: Pikapalaveri", "Palaveri", date(2026, 12, 1), None, 0,
        EventState.CONFIRMED, ("Osallistujat: Liisa", "https://wiki.example/x/"), "https://wiki.example/x/", STAMP, 7,
    )  # fmt: skip
    return made._replace(**fields)


def written(*events: Event, name: str = "Saha Oy", zone: str = "Europe/Helsinki") -> str:
    return calendar_ics(Calendar(name, zone, events))


def test_a_meeting_at_a_time_has_its_end_and_zone() -> None:
    (read,) = entries(written(an_event(time=time(9, 30), minutes=45)))
    assert read.start == datetime(2026, 12, 1, 9, 30, tzinfo=HELSINKI)
    assert isinstance(read.start, datetime)
    assert read.start.utcoffset() == timedelta(hours=2)
    assert read.end == datetime(2026, 12, 1, 10, 15, tzinfo=HELSINKI)
    assert read.busy


def test_a_summer_time_is_told_in_summer_time() -> None:
    (read,) = entries(written(an_event(day=date(2027, 6, 1), time=time(9), minutes=60)))
    assert isinstance(read.start, datetime)
    assert read.start.astimezone(UTC) == datetime(2027, 6, 1, 6, tzinfo=UTC)


def test_what_has_no_time_fills_its_day_and_blocks_nothing() -> None:
    (read,) = entries(written(an_event()))
    assert (read.start, read.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert not read.busy


def test_all_that_is_told_is_read_back() -> None:
    text = written(an_event(state=EventState.TENTATIVE))
    (read,) = entries(text)
    assert (read.uid, read.title, read.category) == (
        "saha.meeting.review@aloitus", "Saha Oy: Pikapalaveri", "Palaveri",
    )  # fmt: skip
    assert read.details == "Osallistujat: Liisa\nhttps://wiki.example/x/"
    assert read.address == "https://wiki.example/x/"
    assert (read.status, read.sequence) == ("TENTATIVE", 7)
    assert read.stamp == datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
    assert name_of(text) == "Saha Oy"


@pytest.mark.parametrize("state", [EventState.TENTATIVE, EventState.CANCELLED])
def test_what_may_not_be_held_keeps_nobody_busy(state: EventState) -> None:
    (read,) = entries(written(an_event(time=time(9), minutes=60, state=state)))
    assert (read.status, read.busy) == (state.value, False)


def test_without_address_and_details_there_are_none() -> None:
    text = written(an_event(address="", details=()))
    assert "URL" not in text
    assert "DESCRIPTION" not in text


def test_an_empty_calendar_is_one() -> None:
    """RFC 5545 asks for at least one component: the time zone is always there."""
    assert [one.name for one in read_calendar(written()).components()] == ["VTIMEZONE"]


def test_a_program_is_asked_to_look_again_after_hours() -> None:
    text = written()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in text
    assert "X-PUBLISHED-TTL:PT4H\r\n" in text
    assert "METHOD:PUBLISH\r\n" in text


def test_the_order_of_entries_changes_nothing() -> None:
    events = [
        an_event(uid="b"),
        an_event(uid="a"),
        an_event(uid="c", time=time(8), minutes=30),
        an_event(uid="d", day=date(2026, 11, 30)),
    ]
    assert written(*events) == written(*reversed(events))
    assert [one.uid for one in entries(written(*events))] == ["d", "a", "b", "c"]


def test_the_last_days_of_all_calendars_have_no_end() -> None:
    events = [an_event(uid="day", day=date.max), an_event(uid="hour", day=date.max, time=time(23, 30), minutes=60)]
    assert [one.end for one in entries(written(*events))] == [None, None]
    (first,) = entries(written(an_event(day=date.min)))
    assert first.start == date.min


def test_a_zone_that_nobody_knows_is_utc() -> None:
    (read,) = entries(written(an_event(time=time(9), minutes=60), zone="Helsinki"))
    assert isinstance(read.start, datetime)
    assert read.start.utcoffset() == timedelta()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read_as_they_would_be_shown(text: str) -> None:
    made = written(an_event(uid=f"x{text}", title=text, category=text, details=(text, "loppu")), name=text)
    (read,) = entries(made)
    shown = clean(text)
    assert read.title == shown
    assert read.uid == clean(f"x{text}")
    assert read.category == shown
    assert read.details == f"{shown}\nloppu"
    assert name_of(made) == shown
    assert made.split("\r\n").count("BEGIN:VEVENT") == 1


@given(st.text(), st.text(), st.text())
def test_no_text_whatever_makes_another_line_or_entry(title: str, details: str, name: str) -> None:
    made = written(an_event(title=title, details=(details,)), an_event(uid="toinen"), name=name)
    calendar = read_calendar(made)
    assert len(calendar.contents["vevent"]) == 2
    first = entries(made)[0]
    # the library takes a backslash before a capital N for the end of a line, so that N is written small
    assert first.title == clean(title).replace("\\N", "\\n")
    assert re.sub(r"\s", "", first.details) == re.sub(r"\s", "", clean(details).replace("\\N", "\\n"))
