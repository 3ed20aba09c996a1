"""One task as a checklist shows it: state in words, due day, what it waits for, how it is done and signed off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from aloitus.findings import KeyPath
from aloitus.i18n import wording
from aloitus.model.client import CLIENT_SIDE, Status
from aloitus.pages import days
from aloitus.pages.context import PageContext, person_path, relative
from aloitus.pages.forge_links import task_form_address, view_address
from aloitus.pages.markup import Markup, safe_url
from aloitus.plan.client_plan import ClientPlan, DueSource, PlannedTask, TaskKind

_NEUTRAL = (Status.IN_PROGRESS, Status.DONE, Status.CANCELLED)
LATE = "late"
"""The mark of an overdue task that is neither waiting nor blocked: those say more."""


@dataclass(frozen=True, slots=True)
class Named:
    """A text and, where there is one, the page or address behind it."""

    text: str
    link: Markup | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A task that has to be finished first, and who has it."""

    title: str
    people: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """`mark` names the glyph and the class (`late` or a status); `state` is the recorded status in words.

    `page` is the checklist that the task stands on; an action of a meeting stands on none. `report` is the forge's form
    for telling what happened to it.
    """

    id: str
    title: str
    mark: str
    mark_word: str
    state: str
    role: str
    page: Markup | None
    people: tuple[Named, ...]
    due: date | None
    due_text: str
    relative: str
    overdue: bool
    is_today: bool
    final: bool
    gate: bool
    meta: tuple[str, ...]
    line: Named
    report: Named | None
    reason: str
    why: tuple[str, ...]
    note: str
    requires: tuple[Requirement, ...]
    guide: Named | None
    client_input: tuple[str, ...]
    evidence_wanted: str
    signed: tuple[str, ...]
    steps: tuple[str, ...]


def mark_of(task: PlannedTask) -> str:
    """The glyph of a task: its recorded state, or `late` where that alone would hide that it is overdue."""
    if task.overdue and task.state in (Status.OPEN, Status.IN_PROGRESS):
        return LATE
    return task.state.value


def state_word(context: PageContext, mark: str) -> str:
    return context.wording(f"states.{mark}")


def person(context: PageContext, page: str, person_id: str) -> Named:
    """A person by name with a link to their page; the client's side has no page."""
    if person_id == CLIENT_SIDE:
        return Named(context.wording("pages.the-client"))
    if person_id not in context.people:
        return Named(person_id)
    return Named(context.person_name(person_id), Markup(relative(page, person_path(person_id))))


def task_row(task: PlannedTask, plan: ClientPlan, context: PageContext, page: str) -> TaskRow:
    say, language = context.wording, context.language
    entry, rule = task.entry, task.rule
    mark = mark_of(task)
    shown_day = task.done_on if task.final else task.due
    return TaskRow(
        id=task.id,
        title=task.title.say(language),
        mark=mark,
        mark_word=state_word(context, mark),
        state=state_word(context, task.state.value),
        role=role_title(plan, task.role, language),
        page=Markup(relative(page, f"clients/{plan.client.id}/{task.role}.md")) if task.role in plan.roles else None,
        people=tuple(person(context, page, one) for one in task.people),
        due=shown_day,
        due_text=say.date(shown_day) if shown_day else "",
        relative=say("pages.signed-off") if task.final else days.until(say, task.days_left),
        overdue=task.overdue,
        is_today=task.days_left == 0 and not task.final,
        final=task.final,
        gate=task.at_start_gate,
        meta=_meta(task, context),
        line=line_link(task.key, plan, context, page),
        report=_report(task, plan, context),
        reason=entry.reason or "",
        why=_why(task, context),
        note=entry.note or "",
        requires=_requirements(task, plan, context),
        guide=_guide(rule.guide if rule else None, context, page),
        client_input=tuple(text.say(language) for text in rule.client_input) if rule else (),
        evidence_wanted=rule.evidence.say(language) if rule and rule.evidence else "",
        signed=_signed(task, context),
        steps=tuple(step.say(language) for step in task.steps),
    )


def without_blame(row: TaskRow, context: PageContext) -> TaskRow:
    """The row as a client reads it: whether it's done and by when, but not who is late or what it waits for."""
    shown = row.mark if row.mark in _NEUTRAL else Status.OPEN.value
    return replace(
        row,
        mark=shown,
        mark_word=state_word(context, shown),
        relative="" if row.overdue else row.relative,
        overdue=False,
    )


def role_title(plan: ClientPlan, role: str | None, language: str) -> str:
    known = plan.process.roles.get(role) if role else None
    return known.title.say(language) if known else role or ""


def task_rows(tasks: Sequence[PlannedTask], plan: ClientPlan, context: PageContext, page: str) -> tuple[TaskRow, ...]:
    return tuple(task_row(task, plan, context, page) for task in tasks)


def _meta(task: PlannedTask, context: PageContext) -> tuple[str, ...]:
    """What stands under a title in one line: the gate, where the task comes from, who waits for it."""
    say = context.wording
    parts = []
    if task.at_start_gate:
        parts.append(say("pages.at-gate"))
    if task.kind is not TaskKind.PROCESS:
        parts.append(say(f"pages.kind-{task.kind.value}"))
    if task.holds_up:
        parts.append(say("pages.holds-up", n=len(task.holds_up)))
    if task.due_source is DueSource.OVERRIDE and task.entry.due_reason:
        parts.append(say("pages.due-moved", reason=task.entry.due_reason))
    return tuple(parts)


def _why(task: PlannedTask, context: PageContext) -> tuple[str, ...]:
    """Why a task waits or is blocked and when it is looked at again; always a reason, or that there is none."""
    say, entry = context.wording, task.entry
    stands_still = task.state in (Status.WAITING, Status.BLOCKED)
    parts = [sentence(entry.reason)] if entry.reason else []
    if stands_still and not entry.reason:
        parts.append(say("pages.no-reason"))
    if task.state is Status.WAITING:
        parts.append(say("pages.waiting-for", who=say("pages.the-client-lower")))
    if entry.follow_up:
        parts.append(say("pages.follow-up", day=entry.follow_up))
    return tuple(parts)


def sentence(text: str) -> str:
    """`text` with a full stop, so that another sentence may follow."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "!", "?", "…")) else f"{stripped}."


def _requirements(task: PlannedTask, plan: ClientPlan, context: PageContext) -> tuple[Requirement, ...]:
    if task.final:
        return ()
    first = (plan.task(required) for required in task.waits_for)
    return tuple(
        Requirement(one.title.say(context.language), context.person_name(one.people[0]) if one.people else "")
        for one in first
        if one
    )


def _guide(guide: str | None, context: PageContext, page: str) -> Named | None:
    if guide is None or guide not in context.guides:
        return None
    return Named(context.guides[guide], Markup(relative(page, f"guides/{guide}.md")))


def _signed(task: PlannedTask, context: PageContext) -> tuple[str, ...]:
    """What a finished task rests on: its evidence, or why it doesn't concern the client, and who says so."""
    if not task.final:
        return ()
    entry = task.entry
    parts = [text for text in (entry.evidence, entry.reason) if text]
    parts += [context.person_name(task.done_by)] if task.done_by else []
    if entry.approved_by:
        parts.append(context.wording("pages.approved-by", who=context.person_name(entry.approved_by)))
    return tuple(parts)


def line_link(key: KeyPath, plan: ClientPlan, context: PageContext, page: str) -> Named:
    """The line of an entry in the client's file on the forge; the process's page where there is no such line."""
    line = context.lines.get(plan.client.id, {}).get(key)
    if context.firm.forge is not None:
        address = safe_url(view_address(context.firm.forge, f"clients/{plan.client.id}.yaml", line))
        if address:
            return Named(context.wording("pages.show-line" if line else "pages.show-file"), address)
    return Named(context.wording("pages.show-process"), Markup(relative(page, "process/index.md")))


def _report(task: PlannedTask, plan: ClientPlan, context: PageContext) -> Named | None:
    """None for what another record fulfils, for an action, which stands in its meeting, and without a forge's form."""
    forge, firm = context.firm.forge, context.firm
    if forge is None or task.kind is TaskKind.ACTION or (task.rule and task.rule.fulfilled_by):
        return None
    form = task_form_address(forge, plan.client.id, task.id, wording(firm.languages[0]))
    address = safe_url(form) if form else None
    return Named(context.wording("pages.report-task"), address) if address else None
