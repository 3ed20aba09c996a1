"""Working days, and the date arithmetic that due rules are made of."""

from calendar import isleap, monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

FreeDays = Callable[[int], Iterable[date]]
"""The days of a year that are free besides Saturdays and Sundays (those may be among them)."""

KNOWN_YEARS = range(1970, 2101)
"""Holidays are looked up in these years alone: a mistyped year must not cost a second, nor end in an error."""

EVES_FREE_IN = frozenset({"FI"})
"""Where Christmas Eve and Midsummer Eve count like holidays (Finland: Act 150/1930, s. 5)."""


DAYS_A_WEEK, WORKING_DAYS_A_WEEK, FULL_WEEKS = 7, 5, 52


class UnknownCountryError(ValueError):
    """No holidays are known for the country."""


@dataclass(frozen=True, slots=True)
class _Year:
    """`passed[n]`: how many working days are among the first n days of the year."""

    first: int
    days: tuple[date, ...]
    passed: tuple[int, ...]


class WorkingDays:
    """Which days are working days, and how to count in them.

    Years are worked out when they are first asked for. Where counting would leave the calendar (years 1 to 9999),
    it stops at its first or last day.
    """

    __slots__ = ("_free_days", "_years")

    def __init__(self, free_days: FreeDays) -> None:
        self._free_days = free_days
        self._years: dict[int, _Year] = {}

    def is_working_day(self, day: date) -> bool:
        year, at = self._find(day)
        return year.passed[at + 1] > year.passed[at]

    def add(self, day: date, count: int) -> date:
        """The `count`th working day strictly after `day`, or strictly before it when negative; 0 is `day` itself."""
        if count == 0:
            return day
        year, at = self._find(day)
        position = year.passed[at + 1] + count - 1 if count > 0 else year.passed[at] + count
        return year.days[position] if 0 <= position < len(year.days) else self._pick(day.year, position)

    def roll_back(self, day: date) -> date:
        """`day` if it is a working day, else the one before it."""
        year, at = self._find(day)
        return day if year.passed[at + 1] > year.passed[at] else self._pick(day.year, year.passed[at] - 1)

    def roll_forward(self, day: date) -> date:
        """`day` if it is a working day, else the next one."""
        year, at = self._find(day)
        return day if year.passed[at + 1] > year.passed[at] else self._pick(day.year, year.passed[at])

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` comes first."""
        if end < start:
            return -self.between(end, start)
        first, at_start = self._find(start)
        last, at_end = self._find(end)
        whole_years = sum(self._count(number) for number in range(start.year, end.year))
        return whole_years + last.passed[at_end + 1] - first.passed[at_start + 1]

    def _find(self, day: date) -> tuple[_Year, int]:
        year = self._years.get(day.year) or self._year(day.year)
        return year, day.toordinal() - year.first

    def _pick(self, number: int, at: int) -> date:
        """The working day at `at`, counted from 0 at the first one of year `number`, in that year or another."""
        while at < 0:
            number -= 1
            if number < date.min.year:
                return date.min
            at += self._count(number)
        while at >= (count := self._count(number)):
            at -= count
            number += 1
            if number > date.max.year:
                return date.max
        return self._year(number).days[at]

    def _count(self, number: int) -> int:
        """How many working days the year has; far years are counted without being worked out day by day."""
        if number in KNOWN_YEARS:
            return len(self._year(number).days)
        last = date(number, 12, 31).toordinal()
        odd_days = range(last - (365 if isleap(number) else 364) + FULL_WEEKS * DAYS_A_WEEK, last + 1)
        return FULL_WEEKS * WORKING_DAYS_A_WEEK + sum(map(_is_weekday, odd_days))

    def _year(self, number: int) -> _Year:
        known = self._years.get(number)
        if known is None:
            free = {day.toordinal() for day in self._free_days(number)} if number in KNOWN_YEARS else set()
            known = self._years[number] = _build_year(number, free)
        return known


def working_days(country: str) -> WorkingDays:
    """The working days of `country` (ISO 3166): Monday to Friday, less its holidays.

    Raises UnknownCountryError, when a day is first asked for, where no holidays of the country are known.
    """
    return WorkingDays(lambda year: _holidays(country, year))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day where it is shorter."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """The day `count` calendar days on."""
    ordinal = min(max(day.toordinal() + count, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def week_start(day: date) -> date:
    """The Monday of its week."""
    return add_days(day, -day.weekday())


def _build_year(number: int, free: set[int]) -> _Year:
    first = date(number, 1, 1).toordinal()
    last = date(number, 12, 31).toordinal()
    works = [_is_weekday(day) and day not in free for day in range(first, last + 1)]
    days = tuple(date.fromordinal(first + at) for at, working in enumerate(works) if working)
    return _Year(first, days, tuple(accumulate(works, initial=0)))


def _is_weekday(ordinal: int) -> bool:
    return (ordinal - 1) % DAYS_A_WEEK < WORKING_DAYS_A_WEEK  # ordinal 1 was a Monday


def _holidays(country: str, year: int) -> list[date]:
    from holidays import country_holidays

    try:
        days = list(country_holidays(country, years=year))
    except NotImplementedError as unknown:
        raise UnknownCountryError(country) from unknown
    if country in EVES_FREE_IN:
        days += [_midsummer_eve(year), date(year, 12, 24)]
    return days


def _midsummer_eve(year: int) -> date:
    """The Friday between 19 and 25 June."""
    earliest = date(year, 6, 19)
    return earliest + timedelta(days=(WORKING_DAYS_A_WEEK - 1 - earliest.weekday()) % DAYS_A_WEEK)
