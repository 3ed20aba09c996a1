from datetime import date

import pytest

from aloitus.pages.drawings.scale import Scale, Stretch, months, weeks

MAIN = Stretch(date(2026, 10, 20), date(2026, 12, 21), 218, 1024)
TAIL = Stretch(date(2026, 12, 21), date(2027, 4, 27), 1024, 1278)


def test_days_are_laid_evenly_on_each_side_of_the_turn() -> None:
    scale = Scale(MAIN, TAIL)
    assert scale.x(date(2026, 10, 22)) == 244
    assert scale.x(date(2026, 12, 1)) == 764
    assert scale.x(date(2026, 12, 21)) == 1024
    assert scale.x(date(2026, 12, 31)) == 1044
    assert scale.x(date(2027, 4, 21)) == 1266


@pytest.mark.parametrize(("day", "x"), [(date(1, 1, 1), 218), (date(9999, 12, 31), 1278)])
def test_a_day_outside_stands_at_the_edge(day: date, x: float) -> None:
    assert Scale(MAIN, TAIL).x(day) == x


def test_weeks_begin_on_mondays() -> None:
    found = list(weeks(MAIN, 80))
    assert found[0] == date(2026, 10, 26)
    assert found[-1] == date(2026, 12, 14)
    assert len(found) == 8


def test_weeks_are_thinned_until_each_has_its_room() -> None:
    assert list(weeks(MAIN, 200))[:3] == [date(2026, 10, 26), date(2026, 11, 23)]


def test_a_stretch_of_years_still_ends() -> None:
    long = Stretch(date(2000, 1, 1), date(2100, 1, 1), 0, 300)
    assert len(list(weeks(long, 80))) == 101
    assert [day.year for day in months(long, 40)] == list(range(2000, 2101, 5))


def test_months_begin_on_their_first_day() -> None:
    assert list(months(TAIL, 50)) == [date(2027, 1, 1), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]


def test_sparse_months_are_counted_from_january() -> None:
    assert list(months(TAIL, 100)) == [date(2027, 1, 1), date(2027, 3, 1)]


def test_months_stop_where_the_calendar_does() -> None:
    assert list(months(Stretch(date(9999, 11, 2), date(9999, 12, 31), 0, 100), 10)) == [date(9999, 12, 1)]
