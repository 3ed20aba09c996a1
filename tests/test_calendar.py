from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aloitus.calendar import (
    UnknownCountryError,
    WorkingDays,
    add_days,
    add_months,
    end_of_month,
    week_start,
    working_days,
)
from builders import finland

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ANY_DAYS = st.dates()


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def free_weekdays(year: int) -> list[date]:
    return [day for day in days_of(year) if day.weekday() < 5 and not finland().is_working_day(day)]


@pytest.mark.parametrize(("year", "count"), list(enumerate((10, 10, 9, 8, 9, 10, 10, 10), start=2024)))
def test_finland_has_as_many_weekday_holidays_as_the_facts_say(year: int, count: int) -> None:
    assert len(free_weekdays(year)) == count


def test_the_weekday_holidays_of_2026() -> None:
    assert free_weekdays(2026) == [
        date(2026, 1, 1),
        date(2026, 1, 6),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 6, 19),  # Midsummer Eve
        date(2026, 12, 24),  # Christmas Eve
        date(2026, 12, 25),
    ]


@pytest.mark.parametrize("year", [1990, 1999, 2000, 2023, 2050, 2100])
def test_other_years_have_their_holidays_too(year: int) -> None:
    free = free_weekdays(year)
    midsummer_eve = next(date(year, 6, n) for n in range(19, 26) if date(year, 6, n).weekday() == 4)
    assert midsummer_eve in free
    assert 7 <= len(free) <= 12


def test_the_eves_are_free_whatever_the_library_of_holidays_thinks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holidays, "country_holidays", lambda *_, **__: {})
    days = working_days("FI")
    assert not days.is_working_day(date(2026, 6, 19))
    assert not days.is_working_day(date(2026, 12, 24))
    assert days.is_working_day(date(2026, 5, 1))


def test_another_country_has_its_own_holidays() -> None:
    estonia = working_days("EE")
    assert not estonia.is_working_day(date(2026, 2, 24))
    assert finland().is_working_day(date(2026, 2, 24))


def test_an_unknown_country_is_named_when_a_day_is_asked_for() -> None:
    nowhere = working_days("ZZ")
    with pytest.raises(UnknownCountryError, match="ZZ"):
        nowhere.is_working_day(date(2026, 5, 4))


@pytest.mark.parametrize(
    ("start", "count", "result"),
    [
        (date(2026, 4, 30), 1, date(2026, 5, 4)),  # May Day and a weekend between
        (date(2026, 5, 2), 1, date(2026, 5, 4)),  # from a Saturday, strictly after
        (date(2026, 5, 2), -1, date(2026, 4, 30)),
        (date(2026, 5, 2), 0, date(2026, 5, 2)),
        (date(2026, 5, 4), -1, date(2026, 4, 30)),
        (date(2026, 6, 1), -15, date(2026, 5, 8)),  # Ascension Day between
        (date(2026, 12, 30), 3, date(2027, 1, 5)),
        (date(2027, 1, 7), -3, date(2026, 12, 31)),  # Epiphany and New Year's Day between
        (date(2026, 1, 1), 252 + 253 + 1, date(2028, 1, 3)),  # 252 working days in 2026, 253 in 2027
    ],
)
def test_working_days_are_counted_strictly_after_or_before(start: date, count: int, result: date) -> None:
    assert finland().add(start, count) == result


@pytest.mark.parametrize(
    ("day", "back", "forward"),
    [
        (date(2026, 5, 1), date(2026, 4, 30), date(2026, 5, 4)),
        (date(2026, 5, 4), date(2026, 5, 4), date(2026, 5, 4)),
        (date(2026, 1, 1), date(2025, 12, 31), date(2026, 1, 2)),
        (date(2026, 12, 26), date(2026, 12, 23), date(2026, 12, 28)),
    ],
)
def test_free_days_roll(day: date, back: date, forward: date) -> None:
    assert (finland().roll_back(day), finland().roll_forward(day)) == (back, forward)


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 5, 4), date(2026, 5, 4), 0),
        (date(2026, 4, 30), date(2026, 5, 4), 1),
        (date(2026, 5, 1), date(2026, 5, 3), 0),
        (date(2026, 5, 8), date(2026, 6, 1), 15),
        (date(2026, 6, 1), date(2026, 5, 8), -15),
        (date(2026, 1, 1), date(2027, 1, 1), 252),
        (date(2025, 12, 31), date(2028, 1, 3), 252 + 253 + 1),
    ],
)
def test_the_working_days_between_two_days(start: date, end: date, count: int) -> None:
    assert finland().between(start, end) == count


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 6, 1), 0, date(2026, 6, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_keep_the_day_or_are_capped(day: date, count: int, result: date) -> None:
    assert add_months(day, count) == result


def test_the_end_of_a_month_and_the_start_of_a_week() -> None:
    assert end_of_month(date(2028, 2, 1)) == date(2028, 2, 29)
    assert end_of_month(date(2026, 12, 31)) == date(2026, 12, 31)
    assert week_start(date(2026, 11, 23)) == date(2026, 11, 23)
    assert week_start(date(2026, 11, 29)) == date(2026, 11, 23)
    assert week_start(date.min) == date.min


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    days = WorkingDays(lambda _: ())
    assert days.add(date.max, 1) == date.max
    assert days.add(date.min, -1) == date.min
    assert days.roll_back(date(1, 1, 6)) == date(1, 1, 5)
    assert add_months(date.max, 1) == date.max
    assert add_months(date.min, -1) == date.min
    assert add_days(date.max, 10**12) == date.max
    assert add_days(date.min, -(10**12)) == date.min


def test_holidays_are_looked_up_once_a_year_and_never_for_a_mistyped_one() -> None:
    asked: list[int] = []

    def free_days(year: int) -> list[date]:
        asked.append(year)
        return [date(year, 5, 1)]

    days = WorkingDays(free_days)
    assert not days.is_working_day(date(2026, 5, 1))
    assert days.roll_back(date(2026, 5, 2)) == date(2026, 4, 30)
    assert days.is_working_day(date(206, 5, 1)) == (date(206, 5, 1).weekday() < 5)
    assert asked == [2026]


@given(DAYS, st.integers(1, 600))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    days = finland()
    later, earlier = days.add(day, count), days.add(day, -count)
    assert days.is_working_day(later)
    assert days.between(day, later) == count
    assert days.is_working_day(earlier)
    assert days.between(earlier, day) == count - (not days.is_working_day(day))


@given(DAYS)
def test_rolling_passes_over_no_working_day(day: date) -> None:
    days = finland()
    back, forward = days.roll_back(day), days.roll_forward(day)
    assert back <= day <= forward
    assert days.is_working_day(back)
    assert days.is_working_day(forward)
    assert days.between(back, forward) == (0 if back == forward else 1)


@given(DAYS, st.integers(-600, 600))
def test_months_never_skip_one(day: date, count: int) -> None:
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == min(day.day, end_of_month(moved).day)


@given(ANY_DAYS, ANY_DAYS, st.integers(-(10**4), 10**4))
def test_no_day_is_too_far_away(day: date, other: date, count: int) -> None:
    days = finland()
    days.add(day, count)
    days.roll_back(day)
    days.roll_forward(day)
    add_months(day, count)
    assert days.between(day, other) == -days.between(other, day)
