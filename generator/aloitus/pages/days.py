"""How far away a day is, in the words of the trade: working days while it is near, weeks when it isn't."""

from datetime import date, time

from aloitus.i18n import Wording
from aloitus.pages.markup import Markup

FAR = 30
"""Working days from which on weeks are said: nobody counts thirty working days."""


def until(wording: Wording, days_left: int | None) -> str:
    """`6 työpv päästä`, `tänään`, `4 työpv myöhässä`; empty where there is no day. In working days."""
    if days_left is None:
        return ""
    if days_left == 0:
        return wording("days.today")
    if days_left == 1:
        return wording("days.tomorrow")
    if days_left < 0:
        return wording("days.late", n=-days_left)
    if days_left >= FAR:
        return wording("days.weeks-ahead", n=round(days_left / 5))
    return wording("days.ahead", n=days_left)


def passed(wording: Wording, days_left: int | None) -> str:
    """The same for a day that nobody can be late for: `4 työpv sitten`."""
    if days_left is not None and days_left < 0:
        return wording("days.ago", n=-days_left)
    return until(wording, days_left)


def day_with_weekday(wording: Wording, day: date) -> str:
    """`ti 24.11.`"""
    return f"{wording(f'days.short-{day.isoweekday()}')} {wording.short_date(day)}"


def clock(wording: Wording, at: time | None) -> str:
    """`klo 9.00`; empty where no time is set."""
    return wording("pages.at-clock", clock=at) if at else ""


def machine(day: date) -> Markup:
    """`2026-11-23`, for a `datetime` attribute and for sorting."""
    return Markup(day.isoformat())
