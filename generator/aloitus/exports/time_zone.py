"""A time zone as calendars take it: when its clocks are turned, as a yearly rule.

The library itself can list each turn by its date; Outlook reads yearly rules alone and shows other times an hour off.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from icalendar import Timezone

YEARS = range(2020, 2038)
"""A rule has to hold in all of these; the calendar's own times lie among them."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS_A_WEEK = 7
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


class _Turn(NamedTuple):
    """The clocks are turned when they show `shown`."""

    shown: datetime
    before: timedelta
    after: timedelta
    name: str


def known_zone(name: str) -> str:
    """`name`, or UTC where nobody knows a zone of that name: that's a finding of its own."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


def time_zone(name: str) -> "Timezone":
    """The zone as a component; by the library's own list of dates where its clocks follow no yearly rule."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = ZoneInfo(name)
    turns = [turn for year in YEARS for turn in _turns(zone, year)]
    kinds = {turn[1:]: [one for one in turns if one[1:] == turn[1:]] for turn in turns}
    rules = [_rule([turn.shown for turn in group]) for group in kinds.values()]
    if None in rules:
        return Timezone.from_tzid(name)
    component = Timezone()
    component.add("tzid", name)
    for group, rule in zip(kinds.values() or [[_standing(zone)]], rules or [None], strict=True):
        turn = group[0]
        part = TimezoneDaylight() if turn.after > turn.before else TimezoneStandard()
        part.add("dtstart", turn.shown)
        part.add("tzname", turn.name)
        part.add("tzoffsetfrom", turn.before)
        part.add("tzoffsetto", turn.after)
        if rule:
            part.add("rrule", rule)
        component.add_component(part)
    return component


def _turns(zone: ZoneInfo, year: int) -> Iterator[_Turn]:
    """Of one year: the days on which clocks are turned, and then the hours, in UTC."""
    day = datetime(year, 1, 1, tzinfo=UTC)
    while day.year == year:
        if _offset(zone, day) != _offset(zone, day + A_DAY):
            yield from (turn for hour in range(24) if (turn := _turn(zone, day + hour * AN_HOUR)).after != turn.before)
        day += A_DAY


def _turn(zone: ZoneInfo, hour: datetime) -> _Turn:
    """What happens to the clocks at the end of the hour."""
    end = hour + AN_HOUR
    before, after = _offset(zone, hour), _offset(zone, end)
    return _Turn((end + before).replace(tzinfo=None), before, after, end.astimezone(zone).tzname() or "")


def _standing(zone: ZoneInfo) -> _Turn:
    """Of a zone whose clocks are never turned."""
    return _turn(zone, datetime(YEARS[0], 1, 1, tzinfo=UTC))


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _rule(days: list[datetime]) -> dict[str, str | int] | None:
    """`{"byday": "-1SU", …}` where each year has one of these, on the same weekday of the same week of the month."""
    first = days[0]
    same = {(day.month, day.weekday(), day.time()) for day in days}
    if [day.year for day in days] != list(YEARS) or len(same) > 1:
        return None
    last = all(day.day + DAYS_A_WEEK > monthrange(day.year, day.month)[1] for day in days)
    weeks = {-1} if last else {(day.day - 1) // DAYS_A_WEEK + 1 for day in days}
    if len(weeks) > 1:
        return None
    return {"freq": "yearly", "bymonth": first.month, "byday": f"{weeks.pop()}{DAYS[first.weekday()]}"}
