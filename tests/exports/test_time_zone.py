"""When clocks are turned, as a rule that Outlook understands, too."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from aloitus.exports.calendar_ics import Calendar, calendar_ics
from aloitus.exports.time_zone import known_zone, time_zone
from read_calendar import read_calendar


def lines(name: str) -> list[str]:
    return str(time_zone(name).to_ical().decode()).split("\r\n")


def test_finlands_clocks_are_turned_on_the_last_sundays_of_march_and_october() -> None:
    assert lines("Europe/Helsinki") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Helsinki",
        "BEGIN:DAYLIGHT",
        "DTSTART:20200329T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:EEST",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0300",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20201025T040000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:EET",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_other_weeks_of_the_month_are_counted_from_its_beginning() -> None:
    rules = [line for line in lines("America/New_York") if line.startswith("RRULE")]
    assert rules == ["RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]


@pytest.mark.parametrize(("zone", "offset"), [("Asia/Kolkata", "+0530"), ("UTC", "+0000")])
def test_a_zone_without_summer_time_has_one_part(zone: str, offset: str) -> None:
    assert [line for line in lines(zone) if line.startswith("BEGIN")] == ["BEGIN:VTIMEZONE", "BEGIN:STANDARD"]
    assert f"TZOFFSETTO:{offset}" in lines(zone)


def test_where_no_rule_holds_each_turn_is_listed() -> None:
    """Morocco's clocks follow the moon."""
    assert any(line.startswith("RDATE") for line in lines("Africa/Casablanca"))


@pytest.mark.parametrize("name", ["Helsinki", "", "../etc/passwd", "Europe/", "\0"])
def test_a_zone_that_nobody_knows_counts_as_utc(name: str) -> None:
    assert known_zone(name) == "UTC"


@pytest.mark.parametrize(
    "name", ["Europe/Helsinki", "Europe/Dublin", "America/New_York", "Australia/Sydney", "Asia/Kolkata"]
)
def test_a_reader_turns_the_clocks_when_they_are_turned(name: str) -> None:
    component = read_calendar(calendar_ics(Calendar("x", name, ()))).contents["vtimezone"][0]
    zone, read = ZoneInfo(name), component.tzinfo
    noon = datetime(2021, 1, 1, 12, tzinfo=UTC)
    for day in range(365 * 10):
        there = (noon + timedelta(days=day)).astimezone(zone)
        assert read.utcoffset(there.replace(tzinfo=None)) == there.utcoffset()
