"""Who has how many tasks due in which week: a table whose cells are shaded by their figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from aloitus.i18n import Wording
from aloitus.pages import fragments
from aloitus.pages.markup import Markup, attribute

LEVELS = (1, 3, 5, 7, 10)
"""From how many tasks a cell has the next shade."""


@dataclass(frozen=True, slots=True)
class Load:
    """`weeks`: tasks due in each of the table's weeks. `name` is the person, with a link; `role` is the title of their
    first role, and `role_ids` are what the filter looks for.
    """

    name: Markup
    role: str
    role_ids: tuple[str, ...]
    clients: int
    open: int
    overdue: int
    waiting: int
    weeks: tuple[int, ...]


def heat_table(loads: Sequence[Load], weeks: Sequence[date], today: date, say: Wording, anchor: str) -> Markup:
    """`weeks` are Mondays; `anchor` is the table's id. Sorts by each column (tables.js)."""
    head = Markup("").join(
        (
            _head(say("drawings.person"), "name"),
            *(_head(say(f"drawings.{key}"), f"-{key}", "n") for key in ("clients", "open-tasks", "overdue", "waiting")),
            *(_week(monday, today, say) for monday in weeks),
        )
    )
    names = tuple(say("drawings.week", week=day.isocalendar().week, day=say.short_date(day)) for day in weeks)
    body = Markup("").join(_row(load, names, say) for load in loads)
    return (
        Markup(f'<table class="ledger cards heat-table" id="{anchor}" data-sort="sort"><caption class="hidden-text">')
        + say("drawings.load-by-week")
        + Markup("</caption><thead><tr>")
        + head
        + Markup("</tr></thead><tbody>")
        + body
        + Markup("</tbody><tfoot>")
        + _totals(loads, names, say)
        + Markup("</tfoot></table>")
        + heat_legend(say)
    )


def level(count: int) -> int:
    """The shade of a cell: 0 for none, up to 5."""
    return sum(count >= least for least in LEVELS)


def heat_legend(say: Wording) -> Markup:
    spans = [*(f"{low}–{high - 1}" for low, high in pairwise(LEVELS)), f"{LEVELS[-1]}+"]
    items = (
        Markup(f'<li><span class="heat-key heat-{at}" aria-hidden="true"></span>') + name + Markup("</li>")
        for at, name in enumerate(spans, 1)
    )
    title = Markup("<li>") + say("drawings.tasks-a-week") + Markup("</li> ")
    return Markup('<ul class="legend">') + title + Markup(" ").join(items) + Markup("</ul>")


def _head(name: str, key: str, kind: str = "") -> Markup:
    named = f' class="{kind}"' if kind else ""
    return Markup(f'<th scope="col"{named} data-key="{key}">') + name + Markup("</th>")


def _week(monday: date, today: date, say: Wording) -> Markup:
    now = " now" if 0 <= (today - monday).days < 7 else ""  # noqa: PLR2004 -- a week
    number = say("drawings.week-number", week=monday.isocalendar().week)
    lines = Markup("") + number + Markup("<br>") + say.short_date(monday)
    return Markup(f'<th scope="col" class="week{now}" data-key="-{monday.isoformat()}">') + lines + Markup("</th>")


def _row(load: Load, weeks: Sequence[str], say: Wording) -> Markup:
    begin = Markup(f'<tr data-role="{attribute(" ".join(load.role_ids))}"><th scope="row">')
    name = begin + load.name + Markup(" <small>") + load.role + Markup("</small></th>")
    figures = (
        _cell("clients", Markup(str(load.clients)), say),
        _cell("open-tasks", Markup(str(load.open)), say),
        _cell("overdue", fragments.count(load.overdue, "late"), say),
        _cell("waiting", fragments.count(load.waiting, "waiting"), say),
    )
    cells = (_heat(count, week) for count, week in zip(load.weeks, weeks, strict=True))
    return name + Markup("").join((*figures, *cells)) + Markup("</tr>")


def _cell(key: str, content: Markup, say: Wording) -> Markup:
    return Markup(f'<td class="n" data-label="{attribute(say(f"drawings.{key}"))}">') + content + Markup("</td>")


def _heat(count: int, week: str) -> Markup:
    shade = level(count)
    shown = str(count) if count else "·"
    return Markup(f'<td class="heat" data-label="{attribute(week)}"><span class="heat-{shade}">{shown}</span></td>')


def _totals(loads: Sequence[Load], weeks: Sequence[str], say: Wording) -> Markup:
    def total(counts: Iterable[int], label: str, kind: str = "n") -> Markup:
        return Markup(f'<td class="{kind}" data-label="{attribute(label)}">{sum(counts)}</td>')

    return Markup("").join(
        (
            Markup('<tr><th scope="row">') + say("drawings.total") + Markup("</th><td></td>"),
            total((load.open for load in loads), say("drawings.open-tasks")),
            total((load.overdue for load in loads), say("drawings.overdue")),
            total((load.waiting for load in loads), say("drawings.waiting")),
            *(total((load.weeks[at] for load in loads), week, "heat") for at, week in enumerate(weeks)),
            Markup("</tr>"),
        )
    )
