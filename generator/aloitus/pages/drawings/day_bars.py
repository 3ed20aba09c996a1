"""Tasks due on each of ten working days: bars over their days. Each has its figure, so no table stands behind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.calendar import DAYS_A_WEEK, WORKING_DAYS_A_WEEK, add_days, week_start
from aloitus.i18n import Wording
from aloitus.pages.markup import Markup, attribute

HIGHEST = 2.2
"""The tallest bar, in rems."""
FULL = 5
"""A bar is at its tallest from so many tasks on, so that a single task never looks like much."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    day: date
    tasks: int


def two_weeks(dues: Iterable[date | None], today: date) -> tuple[DayLoad, ...]:
    """This week and the next, Monday to Friday; what is overdue already is on no day to come."""
    monday = week_start(today)
    weekdays = [add_days(monday, DAYS_A_WEEK * week + at) for week in range(2) for at in range(WORKING_DAYS_A_WEEK)]
    counts = Counter(due for due in dues if due and due >= today)
    return tuple(DayLoad(day, counts[day]) for day in weekdays)


def day_bars(loads: Sequence[DayLoad], today: date, say: Wording) -> Markup:
    most = max([FULL, *(load.tasks for load in loads)])
    items = Markup(" ").join(_bar(load, most, load.day == today, say) for load in loads)
    return (
        Markup(f'<ol class="day-bars" aria-label="{attribute(say("drawings.due-by-day"))}">') + items + Markup("</ol>")
    )


def _bar(load: DayLoad, most: int, is_today: bool, say: Wording) -> Markup:
    kind = ' class="now"' if is_today else ' class="monday"' if load.day.weekday() == 0 else ""
    height = f"{HIGHEST * load.tasks / most:.2f}".rstrip("0").rstrip(".")
    figure = f"<b>{load.tasks}</b>" if load.tasks else f'<b class="none">{load.tasks}</b>'
    day = f"{say(f'days.short-{load.day.isoweekday()}')}"
    return (
        Markup(f'<li{kind}>{figure}<i style="height:{height}rem"></i><span>')
        + day
        + Markup("</span> <span>")
        + say.short_date(load.day)
        + Markup("</span></li>")
    )
