"""The sentence that a client's page opens with: what threatens it, why, and who can end it.

One rule a situation; each takes the plan and says a lead and what follows it. Where there's nothing to say beyond the
lead, nothing is said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.model.client import ChangeKind, InvoicingStatus, Status
from aloitus.pages.context import PageContext
from aloitus.pages.task_row import sentence
from aloitus.plan.client_plan import ClientPlan, PlannedTask, Situation

PROJECT_MANAGER = "project-manager"


@dataclass(frozen=True, slots=True)
class Answer:
    """`lead` is set in bold with the situation's glyph; `rest` follows it, and may be empty."""

    lead: str
    rest: str = ""


def client_answer(plan: ClientPlan, context: PageContext) -> Answer:
    return _RULES[plan.situation](plan, context)


def _start_at_risk(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    gate = next((gate for gate in plan.start_gates if gate.at_risk), plan.start_gates[0])
    if gate.day is None:
        return Answer(say("answers.at-risk-no-day"))
    if gate.days_left is not None and gate.days_left < 0:
        lead = say("answers.start-not-recorded", day=gate.day)
    else:
        lead = say("answers.at-risk", day=gate.day)
    parts = []
    if gate.missing:
        parts.append(say("answers.gate-missing", n=len(gate.missing)))
        if gate.days_left is not None and gate.days_left > 0:
            parts.append(say("answers.days-left", n=gate.days_left))
    rest = [f"{', '.join(parts)}."] if parts else []
    if gate.too_tight and gate.lead is not None and gate.lead_needed is not None:
        rest.append(say("answers.too-tight", n=gate.lead, needed=gate.lead_needed))
    key = key_task(gate.missing)
    if key:
        rest.append(say("answers.key-task", task=key.title.say(context.language), who=who_has(key, context)))
    return Answer(lead, " ".join(rest))


def _blocked(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    blocked = [task for task in plan.tasks if task.state is Status.BLOCKED and not task.final]
    worst = max(blocked, key=lambda task: len(task.holds_up))
    rest = [sentence(worst.entry.reason)] if worst.entry.reason else []
    if worst.holds_up:
        rest.append(say("answers.holds-up", n=len(worst.holds_up)))
    rest.append(say("answers.has-it", who=who_has(worst, context)) if worst.people else say("answers.nobody-has-it"))
    if worst.entry.follow_up:
        rest.append(say("pages.follow-up", day=worst.entry.follow_up))
    return Answer(say("answers.blocked", task=worst.title.say(context.language)), " ".join(rest))


def _review_overdue(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    meeting = next(meeting for meeting in reversed(plan.meetings) if meeting.overdue)
    return Answer(
        say("answers.review-overdue", meeting=meeting.rule.title.say(context.language)),
        f"{say('answers.was-due', day=meeting.due or '')} {by_manager('answers.review-how', plan, context)}",
    )


def _ready(plan: ClientPlan, context: PageContext) -> Answer:
    how = by_manager("answers.ready-how", plan, context)
    return Answer(context.wording("answers.ready"), f"{context.wording('answers.all-met')} {how}")


def _uninvoiced(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    items = tuple(
        item.work.say(context.language)
        for item in plan.client.invoicing.values()
        if item.status is InvoicingStatus.OPEN
    )
    return Answer(say("answers.uninvoiced"), say("answers.uninvoiced-items", items=items) if items else "")


def _late(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    late = [task for task in plan.tasks if task.overdue]
    oldest = min(late, key=lambda task: task.due or date.max)
    return Answer(
        say("answers.late", n=len(late)),
        say(
            "answers.oldest",
            task=oldest.title.say(context.language),
            who=who_has(oldest, context),
            n=oldest.days_late,
        ),
    )


def _waiting(plan: ClientPlan, context: PageContext) -> Answer:
    say = context.wording
    waiting = [task for task in plan.tasks if task.state is Status.WAITING and not task.final]
    worst = max(waiting, key=lambda task: len(task.holds_up))
    rest = [say("answers.waiting-task", task=worst.title.say(context.language), who=who_has(worst, context))]
    if worst.entry.reason:
        rest.append(sentence(worst.entry.reason))
    return Answer(say("answers.waiting", n=len(waiting)), " ".join(rest))


def _review_due(plan: ClientPlan, context: PageContext) -> Answer:
    review = next((one for one in reversed(plan.meetings) if one.day and one.days_left is not None), None)
    if review is None or review.day is None:
        return _on_schedule(plan, context)
    return Answer(
        context.wording("answers.review-due", meeting=review.rule.title.say(context.language), day=review.day),
        "" if plan.next_task and plan.next_task.meeting == review.id else next_words(plan.next_task, context),
    )


def _on_schedule(plan: ClientPlan, context: PageContext) -> Answer:
    return Answer(context.wording("answers.on-schedule"), next_words(plan.next_task, context))


def _planned(_plan: ClientPlan, context: PageContext) -> Answer:
    return Answer(context.wording("answers.planned"), context.wording("answers.planned-next"))


def _closed(plan: ClientPlan, context: PageContext) -> Answer:
    closure = plan.client.closure
    if closure is None or closure.date is None:
        return Answer(context.wording("answers.closed"))
    return Answer(
        context.wording("answers.closed-on", day=closure.date),
        context.wording(
            "answers.closed-by",
            who=context.person_name(closure.by or ""),
            erp=closure.erp_closed or "",
        ),
    )


def _cancelled(plan: ClientPlan, context: PageContext) -> Answer:
    change = next((one for one in reversed(plan.client.changes) if one.kind is ChangeKind.CANCELLED), None)
    return Answer(context.wording("answers.cancelled"), sentence(change.reason) if change and change.reason else "")


def next_words(task: PlannedTask | None, context: PageContext) -> str:
    """What comes next, who has it and by when; empty when that's nothing, or has no day."""
    if task is None or task.due is None:
        return ""
    title = task.title.say(context.language)
    return context.wording("answers.next", task=title, who=who_has(task, context), day=task.due)


def key_task(tasks: tuple[PlannedTask, ...]) -> PlannedTask | None:
    """Of these tasks the one that most others wait for; what nobody can begin yet comes last."""
    free = [task for task in tasks if not task.waits_for] or list(tasks)
    return max(free, key=lambda task: (task.overdue, len(task.holds_up)), default=None)


def who_has(task: PlannedTask, context: PageContext) -> str:
    if not task.people:
        return context.wording("pages.not-staffed")
    if task.people[0] == "client":
        return context.wording("pages.the-client")
    return context.person_name(task.people[0])


def by_manager(key: str, plan: ClientPlan, context: PageContext) -> str:
    """What the project manager does next, or that there is none."""
    people = plan.client.team.get(PROJECT_MANAGER, ())
    return context.wording(key, who=context.person_name(people[0])) if people else context.wording("answers.no-manager")


_RULES: Mapping[Situation, Callable[[ClientPlan, PageContext], Answer]] = {
    Situation.START_AT_RISK: _start_at_risk,
    Situation.BLOCKED: _blocked,
    Situation.REVIEW_OVERDUE: _review_overdue,
    Situation.READY_TO_CLOSE: _ready,
    Situation.UNINVOICED: _uninvoiced,
    Situation.LATE: _late,
    Situation.WAITING: _waiting,
    Situation.REVIEW_DUE: _review_due,
    Situation.ON_SCHEDULE: _on_schedule,
    Situation.PLANNED: _planned,
    Situation.CLOSED: _closed,
    Situation.CANCELLED: _cancelled,
}
