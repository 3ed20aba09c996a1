"""Weeks in words, and how much happens in them."""

from collections.abc import Sequence
from datetime import date

from aloitus.calendar import DAYS_A_WEEK, add_days
from aloitus.i18n import Wording
from aloitus.plan.happenings import Happening


def week_title(monday: date, today: date, say: Wording) -> str:
    """`vko 48 · 23.–29.11.`"""
    return say("calendar.week", week=monday.isocalendar().week, days=week_days(monday, today, say))


def week_days(monday: date, today: date, say: Wording) -> str:
    """`23.–29.11.`, `30.11.–6.12.`; with the year where it isn't this one."""
    sunday = add_days(monday, DAYS_A_WEEK - 1)
    first = f"{monday.day}." if monday.month == sunday.month else say.short_date(monday)
    last = say.short_date(sunday) if sunday.year == today.year else say.date(sunday)
    return f"{first}–{last}"


def counted(happenings: Sequence[Happening], say: Wording) -> str:
    """`5 palaveria ja 1 alku`; of nothing, "" ."""
    meetings = sum(one.meeting is not None for one in happenings)
    starts = len(happenings) - meetings
    parts = [say("calendar.meetings", n=meetings)] if meetings else []
    parts += [say("calendar.starts", n=starts)] if starts else []
    return say.listed(parts)
