"""What stands under an agenda item: the client's own data at this moment, chosen by the item's `shows`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aloitus.model.client import InvoicingStatus, Status
from aloitus.model.process import LiveContent, Side
from aloitus.pages.closure_words import criterion_words
from aloitus.pages.context import PageContext
from aloitus.pages.first_letter import capital
from aloitus.pages.material_words import by_when
from aloitus.pages.task_row import mark_of, role_title, state_word
from aloitus.plan.client_plan import ClientPlan, PlannedTask, TaskKind
from aloitus.plan.material import Material, is_shared, material_of

MOST_TASKS = 8
"""Tasks under one item: an agenda is two sheets at most."""


@dataclass(frozen=True, slots=True)
class LiveLine:
    """`state` is a word with a glyph, or "" ; `detail` follows it."""

    text: str
    state: str = ""
    detail: str = ""


def live_content(
    shows: str | None, plan: ClientPlan, context: PageContext, *, with_client: bool
) -> tuple[LiveLine, ...]:
    """The lines under an item; empty where there is nothing to say, or nothing that a client sitting in may read."""
    make = (_FOR_CLIENT if with_client else _FOR_TEAM).get(LiveContent(shows)) if shows else None
    return make(plan, context) if make else ()


def task_line(task: PlannedTask, context: PageContext) -> LiveLine:
    say = context.wording
    if task.final:
        detail = say.date(task.done_on) if task.done_on else ""
    else:
        detail = say("pages.due-on", day=task.due) if task.due else ""
    return LiveLine(task.title.say(context.language), state_word(context, mark_of(task)).lower(), detail)


def material_line(material: Material, context: PageContext) -> LiveLine:
    """A thing that the client hands over, as the client reads it."""
    state = state_word(context, Status.DONE if material.received else Status.OPEN).lower()
    detail = "" if material.received else by_when(material, context.wording)
    return LiveLine(material.title.say(context.language), state, detail)


def _capped(tasks: list[PlannedTask], context: PageContext) -> tuple[LiveLine, ...]:
    lines = [task_line(task, context) for task in tasks[:MOST_TASKS]]
    if len(tasks) > MOST_TASKS:
        lines.append(LiveLine(context.wording("pages.and-more", n=len(tasks) - MOST_TASKS)))
    return tuple(lines)


def _by_due(task: PlannedTask) -> tuple[bool, str]:
    return (task.due is None, task.due.isoformat() if task.due else "")


def _open_tasks(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    return _capped(sorted((task for task in plan.tasks if not task.final), key=_by_due), context)


def _overdue_tasks(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    return _capped(sorted((task for task in plan.tasks if task.overdue), key=_by_due), context)


def _actions(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    return _capped([task for task in plan.tasks if task.kind is TaskKind.ACTION and not task.final], context)


def _shared_actions(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    """What was agreed with the client, or is the client's to do; by when, where that's still ahead."""
    lines = []
    for task in plan.tasks:
        if task.kind is TaskKind.ACTION and not task.final and is_shared(task, plan):
            due = context.wording("pages.due-on", day=task.due) if task.due and not task.overdue else ""
            lines.append(LiveLine(task.title.say(context.language), detail=due))
    return tuple(lines[:MOST_TASKS])


def _team(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    """Who is missing and who deputises: the others stand among the participants."""
    titles = [role_title(plan, role, context.language) for role in plan.roles if not plan.client.team.get(role)]
    missing = tuple(LiveLine(f"{title}: {context.wording('pages.not-staffed')}") for title in titles)
    return missing + _deputies(plan, context)


def _deputies(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    named = [
        f"{context.person_name(person)} ({role_title(plan, role, context.language).lower()})"
        for role in plan.roles
        for person in plan.client.team.get(role, ())[1:]
    ]
    return (LiveLine(context.wording("pages.deputies-are", people="; ".join(named))),) if named else ()


def _schedule(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    known = [(day, key) for key, day in plan.dates.items() if key in plan.process.dates]
    return tuple(
        LiveLine(f"{plan.process.dates[key].title.say(context.language)}: {context.wording.date(day)}")
        for day, key in sorted(known)
    )


def _responsibilities(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    sides: dict[Side, list[str]] = {Side.CLIENT: [], Side.FIRM: []}
    for line in plan.process.responsibilities.values():
        if line.when.holds(plan.client.services, plan.client.facts):
            side = plan.client.responsibilities.get(line.id, line.side)
            sides[side].append(line.title.say(context.language))
    return tuple(
        LiveLine(f"{context.wording(f'pages.side-{side.value}')}: {'; '.join(titles)}")
        for side, titles in sides.items()
        if titles
    )


def _client_input(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    """A line for what is urgent, then one for each due day; nobody's lateness is told."""
    lines: dict[str, list[str]] = {}
    for one in material_of(plan):
        if not one.received:
            lines.setdefault(by_when(one, context.wording), []).append(one.title.say(context.language))
    return tuple(LiveLine(f"{capital(when)}: {'; '.join(titles)}") for when, titles in lines.items())


def _invoicing(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    say, language = context.wording, context.language
    lines = [
        LiveLine(
            item.work.say(language),
            say(f"pages.invoicing-{item.status.value}"),
            say("pages.invoice-number", number=item.invoice)
            if item.status is InvoicingStatus.INVOICED and item.invoice
            else "",
        )
        for item in plan.client.invoicing.values()
    ]
    checked = plan.client.uninvoiced
    if checked and checked.checked:
        lines.append(LiveLine(say("pages.uninvoiced-rows", n=checked.rows, day=checked.checked)))
    return tuple(lines)


def _closure(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    say = context.wording
    return tuple(
        LiveLine(
            criterion_words(criterion.rule, plan.process, context),
            say("pages.criterion-met" if criterion.met else "pages.criterion-missing"),
            f"{criterion.done}/{criterion.total}" if criterion.total > 1 else "",
        )
        for criterion in plan.closure.criteria
    )


_Lines = Mapping[LiveContent, Callable[[ClientPlan, PageContext], tuple[LiveLine, ...]]]
_FOR_TEAM: _Lines = {
    LiveContent.TEAM: _team,
    LiveContent.OPEN_TASKS: _open_tasks,
    LiveContent.OVERDUE_TASKS: _overdue_tasks,
    LiveContent.SCHEDULE: _schedule,
    LiveContent.RESPONSIBILITIES: _responsibilities,
    LiveContent.CLIENT_INPUT: _client_input,
    LiveContent.ACTIONS: _actions,
    LiveContent.INVOICING: _invoicing,
    LiveContent.CLOSURE: _closure,
}
_FOR_CLIENT: _Lines = {
    LiveContent.TEAM: _deputies,
    LiveContent.SCHEDULE: _schedule,
    LiveContent.RESPONSIBILITIES: _responsibilities,
    LiveContent.CLIENT_INPUT: _client_input,
    LiveContent.ACTIONS: _shared_actions,
}
"""What is internal isn't there: how the team's tasks stand, who is missing, invoicing, closing."""
