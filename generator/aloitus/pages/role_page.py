"""The checklist of one role at one client: `clients/<id>/<role>.md`."""

from dataclasses import dataclass
from datetime import date, timedelta

from aloitus.model.client import Status
from aloitus.pages import days
from aloitus.pages.client_answer import Answer
from aloitus.pages.client_links import ClientLinks, client_links
from aloitus.pages.context import PageContext
from aloitus.pages.forge_links import has_task_form
from aloitus.pages.markup import Markup
from aloitus.pages.progress_words import progress_words
from aloitus.pages.role_answer import role_answer
from aloitus.pages.task_row import Named, TaskRow, person, role_title, task_rows
from aloitus.plan.client_plan import ClientPlan, PlannedTask, Progress

TEMPLATE = "role.md.j2"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the checklist with its tasks; `key` names it in the wording and in the layout."""

    key: str
    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class RolePage:
    """`next_due` is the nearest due day of an unfinished task.

    `by_hand`: the lines to copy under a finished task, where the forge has no form for it.
    """

    path: str
    title: str
    responsibility: str
    links: ClientLinks
    answer: Answer | None
    people: tuple[Named, ...]
    progress: Progress
    progress_words: str
    next_due: str
    next_due_relative: str
    start_label: str
    start: str
    start_relative: str
    erp_task: str
    sections: tuple[Section, ...]
    by_hand: tuple[Markup, ...]


def role_page(role: str, plan: ClientPlan, context: PageContext) -> RolePage:
    path = f"clients/{plan.client.id}/{role}.md"
    tasks = plan.tasks_of_role(role)
    nearest = min((task for task in tasks if not task.final and task.due), key=_upcoming, default=None)
    gate = plan.start_gates[0] if plan.start_gates else None
    known = plan.process.roles.get(role)
    progress = plan.progress_by_role.get(role, Progress())
    return RolePage(
        path=path,
        title=role_title(plan, role, context.language),
        responsibility=known.responsibility.say(context.language) if known and known.responsibility else "",
        links=client_links(plan, context, path),
        answer=role_answer(role, plan, context),
        people=tuple(person(context, path, one) for one in plan.client.team.get(role, ())),
        progress=progress,
        progress_words=progress_words(progress, context.wording),
        next_due=context.wording.date(nearest.due) if nearest and nearest.due else "",
        next_due_relative=days.until(context.wording, nearest.days_left) if nearest else "",
        start_label=context.wording(f"pages.production-{'started' if gate and gate.passed_on else 'starts'}"),
        start=context.wording.date(gate.passed_on or gate.day) if gate and gate.day else "",
        start_relative=days.passed(context.wording, gate.days_left) if gate else "",
        erp_task=plan.client.erp_tasks.get(role, ""),
        sections=_sections(tasks, plan, context, path),
        by_hand=_by_hand(role, plan, context),
    )


def _by_hand(role: str, plan: ClientPlan, context: PageContext) -> tuple[Markup, ...]:
    if has_task_form(context.firm.forge) or all(task.final for task in plan.tasks_of_role(role)):
        return ()
    doer = next((one for one in plan.client.team.get(role, ()) if one in context.people), "")
    told = {"status": Status.DONE.value, "date": context.today.isoformat(), "by": doer, "evidence": ""}
    return tuple(Markup(f"{key}: {value}".rstrip()) for key, value in told.items())


def _sections(tasks: tuple[PlannedTask, ...], plan: ClientPlan, context: PageContext, path: str) -> tuple[Section, ...]:
    """Late and waiting, this week, later, done: each task once, and no heading without a task."""
    groups: dict[str, list[PlannedTask]] = {"attention": [], "this-week": [], "later": [], "done": []}
    sunday = context.today + timedelta(days=7 - context.today.isoweekday())
    for task in tasks:
        groups[_group(task, sunday)].append(task)
    groups["attention"].sort(key=_due)
    groups["this-week"].sort(key=_due)
    groups["later"].sort(key=_due)
    groups["done"].sort(key=lambda task: task.done_on or date.min, reverse=True)
    return tuple(
        Section(key, context.wording(f"pages.group-{key}"), task_rows(found, plan, context, path))
        for key, found in groups.items()
        if found
    )


def _group(task: PlannedTask, sunday: date) -> str:
    if task.final:
        return "done"
    if task.overdue or task.state in (Status.BLOCKED, Status.WAITING):
        return "attention"
    return "this-week" if task.due and task.due <= sunday else "later"


def _upcoming(task: PlannedTask) -> tuple[bool, date]:
    """What is still ahead comes before what is late already."""
    return task.overdue, _due(task)


def _due(task: PlannedTask) -> date:
    return task.due or date.max
