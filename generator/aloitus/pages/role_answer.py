"""The sentence that a role's checklist opens with: what threatens, why, and who can end it.

One rule a situation; the first that has something to say is heard, in order of consequence.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from aloitus.model.client import Status
from aloitus.pages.client_answer import Answer, key_task, who_has
from aloitus.pages.context import PageContext
from aloitus.pages.task_row import sentence
from aloitus.plan.client_plan import ClientPlan, PlannedTask

Tasks = tuple[PlannedTask, ...]
"""Those of the role that aren't final."""


def role_answer(role: str, plan: ClientPlan, context: PageContext) -> Answer | None:
    """None where the role has no tasks."""
    tasks = plan.tasks_of_role(role)
    if not tasks:
        return None
    unfinished = tuple(task for task in tasks if not task.final)
    if not unfinished:
        return Answer(context.wording("answers.all-signed-off"))
    return next(answer for rule in _RULES if (answer := rule(unfinished, plan, context)))


def _nobody(tasks: Tasks, _plan: ClientPlan, context: PageContext) -> Answer | None:
    if any(task.people for task in tasks):
        return None
    first = min((task.due for task in tasks if task.due), default=None)
    due = [context.wording("answers.first-due", day=first)] if first else []
    return Answer(context.wording("answers.role-unstaffed", n=len(tasks)), " ".join(due))


def _start_at_risk(tasks: Tasks, plan: ClientPlan, context: PageContext) -> Answer | None:
    for gate in plan.start_gates:
        missing = tuple(task for task in tasks if task in gate.missing)
        if gate.at_risk and gate.day and missing:
            lead = context.wording("answers.role-holds-start", n=len(missing), day=gate.day)
            return Answer(lead, _first(missing, plan, context))
    return None


def _blocked(tasks: Tasks, plan: ClientPlan, context: PageContext) -> Answer | None:
    blocked = _in_state(tasks, Status.BLOCKED)
    if not blocked:
        return None
    worst = max(blocked, key=lambda task: len(task.holds_up))
    lead = context.wording("answers.blocked", task=worst.title.say(context.language))
    return Answer(lead, _cause(worst, plan, context))


def _late(tasks: Tasks, plan: ClientPlan, context: PageContext) -> Answer | None:
    late = tuple(task for task in tasks if task.overdue)
    return Answer(context.wording("answers.late", n=len(late)), _first(late, plan, context)) if late else None


def _waiting(tasks: Tasks, plan: ClientPlan, context: PageContext) -> Answer | None:
    waiting = _in_state(tasks, Status.WAITING)
    return (
        Answer(context.wording("answers.waiting", n=len(waiting)), _first(waiting, plan, context)) if waiting else None
    )


def _this_week(tasks: Tasks, plan: ClientPlan, context: PageContext) -> Answer | None:
    sunday = context.today + timedelta(days=7 - context.today.isoweekday())
    due = tuple(task for task in tasks if task.due and task.due <= sunday)
    return Answer(context.wording("answers.this-week", n=len(due)), _first(due, plan, context)) if due else None


def _later(tasks: Tasks, _plan: ClientPlan, context: PageContext) -> Answer:
    nearest = min(tasks, key=lambda task: task.due or date.max)
    title = nearest.title.say(context.language)
    rest = context.wording("answers.next-due", task=title, day=nearest.due) if nearest.due else ""
    return Answer(context.wording("answers.nothing-this-week"), rest)


def _first(tasks: Tasks, plan: ClientPlan, context: PageContext) -> str:
    """Which of them to take first, and what stands in its way."""
    key = key_task(tasks)
    if key is None:
        return ""
    title = key.title.say(context.language)
    return f"{context.wording('answers.first', task=title)} {_cause(key, plan, context)}".strip()


def _cause(task: PlannedTask, plan: ClientPlan, context: PageContext) -> str:
    say = context.wording
    parts = []
    if task.state in (Status.BLOCKED, Status.WAITING) and task.entry.reason:
        parts.append(sentence(task.entry.reason))
    if task.entry.follow_up:
        parts.append(say("pages.follow-up", day=task.entry.follow_up))
    if task.holds_up:
        parts.append(say("answers.holds-up", n=len(task.holds_up)))
    before = next((found for one in task.waits_for if (found := plan.task(one))), None)
    if before:
        parts.append(say("answers.needed-first", task=before.title.say(context.language), who=who_has(before, context)))
    return " ".join(parts)


def _in_state(tasks: Iterable[PlannedTask], state: Status) -> Tasks:
    return tuple(task for task in tasks if task.state is state)


_RULES: tuple[Callable[[Tasks, ClientPlan, PageContext], Answer | None], ...] = (
    _nobody,
    _start_at_risk,
    _blocked,
    _late,
    _waiting,
    _this_week,
    _later,
)
