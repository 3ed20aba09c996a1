"""Which day it is: an argument of all the rest, decided once at the edge."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aloitus.errors import UserError
from aloitus.model.firm import Firm


def today_of_pages(chosen: date | None, firm: Firm, environment: Mapping[str, str], now: datetime) -> date:
    """`--today`, else the day that the firm pins, else `SOURCE_DATE_EPOCH`, else the clock in the firm's time zone."""
    if chosen or firm.as_of:
        return chosen or firm.as_of or now.date()
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            now = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UserError("errors.bad-epoch", value=epoch) from error
    return now.astimezone(_zone(firm)).date()


def today_of_checks(chosen: date | None, firm: Firm, now: datetime) -> date:
    """`--today`, else the clock in the firm's time zone: a pinned day can't make a record look timely."""
    return chosen or now.astimezone(_zone(firm)).date()


def _zone(firm: Firm) -> tzinfo:
    """A zone that nobody knows is a finding of its own; until it's mended, days change at midnight UTC."""
    try:
        return ZoneInfo(firm.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
