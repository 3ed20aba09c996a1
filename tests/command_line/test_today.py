from datetime import UTC, date, datetime

import pytest

from aloitus.command_line.today import today_of_checks, today_of_pages
from aloitus.errors import UserError
from aloitus.model.firm import Firm

FIRM = Firm("Tilit Oy")
NIGHT = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
"""Half past midnight of the 23rd in Helsinki."""
PINNED = Firm("Tilit Oy", as_of=date(2026, 1, 7))


def test_the_clock_is_read_in_the_firms_time_zone() -> None:
    assert today_of_pages(None, FIRM, {}, NIGHT) == date(2026, 11, 23)
    assert today_of_checks(None, FIRM, NIGHT) == date(2026, 11, 23)
    assert today_of_checks(None, Firm("Tilit", timezone="Atlantic/Azores"), NIGHT) == date(2026, 11, 22)


def test_what_is_asked_for_wins_over_all_else() -> None:
    asked = date(2026, 5, 4)
    assert today_of_pages(asked, PINNED, {"SOURCE_DATE_EPOCH": "0"}, NIGHT) == asked
    assert today_of_checks(asked, PINNED, NIGHT) == asked


def test_the_firms_pinned_day_counts_for_pages_alone() -> None:
    assert today_of_pages(None, PINNED, {"SOURCE_DATE_EPOCH": "0"}, NIGHT) == date(2026, 1, 7)
    assert today_of_checks(None, PINNED, NIGHT) == date(2026, 11, 23)


def test_the_source_date_stands_in_for_the_clock() -> None:
    assert today_of_pages(None, FIRM, {"SOURCE_DATE_EPOCH": "1766613600"}, NIGHT) == date(2025, 12, 25)


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "99999999999999999999"])
def test_a_source_date_that_is_none_is_told(epoch: str) -> None:
    with pytest.raises(UserError):
        today_of_pages(None, FIRM, {"SOURCE_DATE_EPOCH": epoch}, NIGHT)


@pytest.mark.parametrize("zone", ["Helsinki", "../etc/passwd", ""])
def test_days_of_an_unknown_zone_change_at_midnight_utc(zone: str) -> None:
    assert today_of_checks(None, Firm("Tilit", timezone=zone), NIGHT) == date(2026, 11, 22)
