"""What stands under an agenda item: the client's own data at this moment, chosen by the item's `shows`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.model.client import InvoicingStatus
from aloitus.model.process import LiveContent, Side
from aloitus.pages.closure_words import criterion_words
from aloitus.pages.context import PageContext
from aloitus.pages.task_row import mark_of, role_title, state_word
from aloitus.plan.client_plan import ClientPlan, PlannedTask, TaskKind

MOST_TASKS = 8
"""Tasks under one item: an agenda is two sheets at most."""


@dataclass(frozen=True, slots=True)
class LiveLine:
    """`state` is a word with a glyph, or "" ; `detail` follows it."""

    text: str
    state: str = ""
    detail: str = ""


def live_content(shows: str | None, plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    """The lines under an item; empty where there is nothing to say. Nothing internal: a client may read them."""
    return _LINES[LiveContent(shows)](plan, context) if shows else ()


def task_line(task: PlannedTask, context: PageContext) -> LiveLine:
    say = context.wording
    if task.final:
        detail = say.date(task.done_on) if task.done_on else ""
    else:
        detail = say("pages.due-on", day=task.due) if task.due else ""
    return LiveLine(task.title.say(context.language), state_word(context, mark_of(task)).lower(), detail)


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


def _team(plan: ClientPlan, context: PageContext) -> tuple[LiveLine, ...]:
    """Who is missing and who deputises: the others stand among the participants."""
    say, lines, deputies = context.wording, [], []
    for role in plan.roles:
        people, title = plan.client.team.get(role, ()), role_title(plan, role, context.language)
        if not people:
            lines.append(LiveLine(f"{title}: {say('pages.not-staffed')}"))
        deputies += [f"{context.person_name(one)} ({title.lower()})" for one in people[1:]]
    if deputies:
        lines.append(LiveLine(say("pages.deputies-are", people="; ".join(deputies))))
    return tuple(lines)


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
    """By due day, a line a day."""
    say, by_day = context.wording, dict[date | None, list[str]]()
    for task in sorted(plan.tasks, key=_by_due):
        if not task.final and task.rule:
            titles = [text.say(context.language) for text in task.rule.client_input]
            by_day.setdefault(task.due, []).extend(titles)
    return tuple(
        LiveLine(say("pages.input-by", day=day, what="; ".join(titles)) if day else "; ".join(titles))
        for day, titles in by_day.items()
        if titles
    )


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


_LINES: Mapping[LiveContent, Callable[[ClientPlan, PageContext], tuple[LiveLine, ...]]] = {
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
