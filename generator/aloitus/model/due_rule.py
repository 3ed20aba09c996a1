"""A due rule as the process writes it: `service_start - 15 workdays`."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    WORKDAYS = "workdays"
    DAYS = "days"
    MONTHS = "months"


class Roll(StrEnum):
    """Where a due day that isn't a working day goes: an internal target back, a statutory deadline forward."""

    BACK = "back"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units after the day so far, or before it when `amount` is negative."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class DueRule:
    """A start (a date's key, or the end of its month) and the offsets counted from it, left to right."""

    start: str
    end_of_month: bool = False
    offsets: tuple[Offset, ...] = ()
