"""The sentence that a client's closing opens with: how much is missing, what, and what comes next.

One rule a situation, as in `client_answer`.
"""

from datetime import date

from aloitus.model.client import ClientStatus
from aloitus.model.process import Criterion, Record
from aloitus.pages.client_answer import Answer, by_manager, client_answer, next_words
from aloitus.pages.context import PageContext
from aloitus.pages.first_letter import small
from aloitus.plan.client_plan import ClientPlan, Missing, PlannedTask, Reason

_KINDS = {
    Reason.TASK_NOT_FINAL: "tasks",
    Reason.START_NOT_PASSED: "start",
    Reason.MEETING_NOT_HELD: "meeting",
    Reason.MEETING_TOO_EARLY: "record",
    Reason.MEETING_TOO_LATE: "record",
    Reason.MEETING_TOO_FEW: "record",
    Reason.MEETING_UNRECORDED: "record",
    Reason.NO_ITEMS: "no-items",
    Reason.ITEM_NOT_FINAL: "items",
    Reason.UNINVOICED_NOT_CHECKED: "list",
    Reason.UNINVOICED_ROWS_LEFT: "rows",
    Reason.UNINVOICED_CHECKED_TOO_EARLY: "list",
}
"""What is said of each; what the closing itself records isn't missing before it."""


def closing_answer(plan: ClientPlan, context: PageContext) -> Answer:
    say, closure = context.wording, plan.closure
    if plan.client.status is ClientStatus.CLOSED and not closure.met:
        unmet = sum(not criterion.met for criterion in closure.criteria)
        return Answer(say("closing.closed-unmet", n=unmet))
    if plan.client.status is not ClientStatus.ACTIVE:
        return client_answer(plan, context)
    if closure.ready:
        return Answer(
            say("answers.ready"), f"{say('closing.only-closing')} {by_manager('answers.ready-how', plan, context)}"
        )
    missing = missing_before_closing(plan)
    if not missing:
        return Answer(say("closing.no-criteria"))
    parts = " ".join((say("closing.named", what=_parts(missing, plan, context)), _next(plan, context)))
    return Answer(say("closing.missing", n=len(missing)), parts.strip())


def missing_before_closing(plan: ClientPlan) -> tuple[Missing, ...]:
    """All that is missing but for the closing itself."""
    return tuple(
        missing
        for criterion in plan.closure.criteria
        if criterion.rule.criterion is not Criterion.CLOSED_IN_ERP
        for missing in criterion.missing
    )


def _parts(missing: tuple[Missing, ...], plan: ClientPlan, context: PageContext) -> tuple[str, ...]:
    """Each kind of missing thing once: tasks, work and rows by how many there are."""
    say = context.wording
    found: dict[str, list[Missing]] = {}
    for one in missing:
        found.setdefault(_KINDS[one.reason], []).append(one)
    parts = []
    for kind, things in found.items():
        if kind == "meeting":
            parts += [_title(one, plan, context) for one in things]
        elif kind == "record":
            titles = dict.fromkeys(_title(one, plan, context) for one in things)
            parts += [say("closing.part-record", meeting=title) for title in titles]
        else:
            parts.append(say(f"closing.part-{kind}", n=things[0].rows or len(things)))
    return tuple(parts)


def _title(missing: Missing, plan: ClientPlan, context: PageContext) -> str:
    meeting = missing.subject or ""
    known = plan.process.meetings.get(meeting)
    return small(known.title.say(context.language) if known else meeting)


def _next(plan: ClientPlan, context: PageContext) -> str:
    """A review whose window isn't open yet sets the pace; else what comes next on the client's list."""
    to_hold = {one.subject for one in missing_before_closing(plan) if one.reason is Reason.MEETING_NOT_HELD}
    review = next((one for one in plan.meetings if one.id in to_hold and one.earliest), None)
    if review and review.earliest and review.earliest > plan.today:
        title = review.rule.title.say(context.language)
        return context.wording("closing.not-before", meeting=title, day=review.earliest)
    return next_words(_first_task(plan), context)


def _first_task(plan: ClientPlan) -> PlannedTask | None:
    """The next one before the closing; looking at the ERP's list comes after all the others."""
    tasks = [task for task in plan.tasks if not task.final and _source(task) is not Record.ERP_CLOSED]
    tasks = [task for task in tasks if _source(task) is not Record.UNINVOICED] or tasks
    return (
        plan.next_task if plan.next_task in tasks else min(tasks, key=lambda task: task.due or date.max, default=None)
    )


def _source(task: PlannedTask) -> Record | None:
    return task.rule.fulfilled_by.record if task.rule and task.rule.fulfilled_by else None
