"""The server-drawn pieces of overview pages: HTML where Markdown has no means, one function a component.

Words go in as values and are escaped here; a page never pastes strings together. Addresses are those of the built
site, where a page `clients/x/role.md` is the folder `clients/x/role/`.
"""

import posixpath
from collections.abc import Iterable
from datetime import date

from aloitus.i18n import Wording
from aloitus.model.client import Status
from aloitus.pages import days
from aloitus.pages.context import PageContext, person_path
from aloitus.pages.markup import Markup, attribute, escape, safe_url
from aloitus.pages.progress_words import progress_label
from aloitus.plan.client_plan import PlannedTask, Progress

GLYPHS = {"late": "overdue", "cancelled": "not-applicable"}
"""Marks whose glyph in the sprite has another name."""


def address(page: str, target: str) -> Markup:
    """The address of the page `target` from the built page `page`, both as Markdown paths."""
    return Markup(posixpath.relpath(_folder(target), _folder(page)) + "/")


def file_address(page: str, file: str) -> Markup:
    """The address of a file that isn't a page, by its path in the docs, from the built page `page`."""
    return Markup(posixpath.relpath(f"/{file}", _folder(page)))


def _folder(page: str) -> str:
    stem = page.removesuffix(".md")
    return "/" + (posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem)


def glyph(name: str) -> Markup:
    """A drawing from the sprite; meaningless alone, so a word always stands beside it."""
    shape = GLYPHS.get(name, name)
    return Markup(f'<svg class="glyph" aria-hidden="true"><use xlink:href="#g-{shape}"></use></svg>')


def mark(name: str, word: str, count: int | None = None) -> Markup:
    """A state: glyph and word, and how many where that is told."""
    shape = GLYPHS.get(name, name)
    number = Markup(f' <span class="count">{count}</span>') if count is not None else Markup("")
    return Markup(f'<span class="mark mark--{shape}">') + glyph(name) + word + number + Markup("</span>")


def strong_mark(name: str, words: str) -> Markup:
    """The lead of a page's opening sentence, with its glyph."""
    shape = GLYPHS.get(name, name)
    return Markup(f'<strong class="mark mark--{shape}">') + glyph(name) + words + Markup("</strong>")


def time(day: date, text: str) -> Markup:
    return Markup(f'<time datetime="{day.isoformat()}">') + text + Markup("</time>")


def due(day: date | None, wording: Wording, relative: str, *, late: bool = False, today: bool = False) -> Markup:
    """A due day with how far away it is under it."""
    if day is None:
        return Markup("")
    kind = " due--late" if late else " due--today" if today else ""
    when = time(day, wording.date(day)) + Markup(" <span>") + relative + Markup("</span>")
    return Markup(f'<span class="due{kind}">') + when + Markup("</span>")


def task_due(task: PlannedTask | None, wording: Wording) -> Markup:
    if task is None:
        return Markup("")
    return due(task.due, wording, days.until(wording, task.days_left), late=task.overdue, today=task.days_left == 0)


def measure(first: str, second: str, *, late: bool = False) -> Markup:
    """Two short lines set right, as a due day is: `6 työpv` over `alkuun`."""
    kind = " due--late" if late else ""
    lines = Markup("<span>") + first + Markup("</span> <span>") + second + Markup("</span>")
    return Markup(f'<span class="due{kind}">') + lines + Markup("</span>")


def bar(progress: Progress, wording: Wording) -> Markup:
    """A bar with a segment a state, and its counts in words for who doesn't see it."""
    parts = (
        ("done", progress.final),
        ("in-progress", progress.in_progress),
        ("waiting", progress.waiting),
        ("blocked", progress.blocked),
        ("open", progress.open),
    )
    cells = "".join(f'<i class="is-{state}" style="flex:{count}"></i>' for state, count in parts if count)
    label = attribute(progress_label(progress, wording))
    return Markup(f'<span class="bar" role="img" aria-label="{label}">{cells}</span>')


def progress(of: Progress, wording: Wording) -> Markup:
    """The bar with n/m beside it."""
    return Markup('<span class="progress">') + bar(of, wording) + Markup(f"<span>{of.final}/{of.total}</span></span>")


def meter(states: Iterable[str], label: str) -> Markup:
    """A cell for each thing that a gate waits for."""
    cells = "".join(f'<i class="is-{state}"></i>' for state in states)
    return Markup(f'<span class="meter" role="img" aria-label="{attribute(label)}">{cells}</span>')


def meter_states(states: Iterable[Status | None]) -> list[str]:
    """The cells of a gate meter, None for a finished task: what is finished first, then by how far it is."""
    order = ("done", "in-progress", "waiting", "blocked", "open")
    cells = ["done" if state is None else state.value if state.value in order else "open" for state in states]
    return sorted(cells, key=order.index)


def count(number: int, kind: str) -> Markup:
    """A number in a table: coloured by what it counts, a dash for none."""
    return Markup(f'<span class="is-{kind}">{number}</span>' if number else '<span class="none">–</span>')


def section_head(title: str, anchor: str, note: str = "") -> Markup:
    """A heading over an ink rule, with a note at its right end; `anchor` is its id on the page."""
    right = Markup(" <p>") + note + Markup("</p>") if note else Markup("")
    return (
        Markup(f'<header class="section-head"><h2 id="{anchor}">')
        + title
        + Markup("</h2>")
        + right
        + Markup("</header>")
    )


def link(text: str, target: Markup | None) -> Markup:
    """A link in a fragment, or the text alone where there is no page behind it."""
    return Markup(f'<a href="{target}">') + text + Markup("</a>") if target else escape(text)


def email(written: str | None) -> Markup:
    """An address to write to, which a narrow column may break at its sign."""
    if not written:
        return Markup("")
    name, sign, host = written.partition("@")
    shown = Markup("") + name + sign + Markup("<wbr>") + host
    target = safe_url(f"mailto:{written}")
    return Markup(f'<a href="{target}">') + shown + Markup("</a>") if target else shown


def person_link(context: PageContext, page: str, person_id: str) -> Markup:
    """A person's name, with a link to their page; an id that nobody has stands as it is."""
    if person_id not in context.people:
        return escape(person_id)
    return link(context.person_name(person_id), address(page, person_path(person_id)))


def person(context: PageContext, page: str, people: tuple[str, ...]) -> Markup:
    """Who has a role, with the deputies below; a mark of its own where nobody is named."""
    if not people:
        return mark("unassigned", context.wording("pages.not-staffed"))
    named = person_link(context, page, people[0])
    names = tuple(context.person_name(one) for one in people[1:])
    deputies = context.wording("pages.deputies", people=names) if names else ""
    below = Markup(" <small>") + deputies + Markup("</small>") if deputies else Markup("")
    return Markup('<span class="person">') + named + below + Markup("</span>")
