"""The one word for a client, and the task to look at first."""

from collections.abc import Sequence
from datetime import date

from aloitus.model.client import ClientStatus, Status
from aloitus.model.process import Criterion, Record
from aloitus.plan.client_plan import (
    ClosurePlan,
    MeetingState,
    PlannedMeeting,
    PlannedTask,
    Situation,
    StartGatePlan,
)

REVIEW_SOON = 10
"""The review is near within so many working days."""

_OVER_OR_NOT_BEGUN = {
    ClientStatus.CLOSED: Situation.CLOSED,
    ClientStatus.CANCELLED: Situation.CANCELLED,
    ClientStatus.PLANNED: Situation.PLANNED,
}


def situation_of(
    status: ClientStatus,
    tasks: Sequence[PlannedTask],
    meetings: Sequence[PlannedMeeting],
    gates: Sequence[StartGatePlan],
    closure: ClosurePlan,
) -> Situation:
    """The gravest that holds, in the order of `Situation`."""
    if status in _OVER_OR_NOT_BEGUN:
        return _OVER_OR_NOT_BEGUN[status]
    states = {task.state for task in tasks if not task.final}
    reviews = reviews_to_hold(meetings, closure)
    holds = {
        Situation.START_AT_RISK: any(gate.at_risk for gate in gates),
        Situation.BLOCKED: Status.BLOCKED in states,
        Situation.REVIEW_OVERDUE: any(review.overdue for review in reviews),
        Situation.READY_TO_CLOSE: closure.ready,
        Situation.UNINVOICED: _is_uninvoiced(tasks, closure),
        Situation.LATE: any(task.overdue for task in tasks) or any(meeting.overdue for meeting in meetings),
        Situation.WAITING: Status.WAITING in states,
        Situation.REVIEW_DUE: any(
            review.days_left is not None and 0 <= review.days_left <= REVIEW_SOON for review in reviews
        ),
    }
    return next((situation for situation, true in holds.items() if true), Situation.ON_SCHEDULE)


def reviews_to_hold(meetings: Sequence[PlannedMeeting], closure: ClosurePlan) -> list[PlannedMeeting]:
    """The meetings that the closing needs and that are not held yet."""
    needed = {plan.rule.meeting for plan in closure.criteria if plan.rule.criterion is Criterion.MEETING_HELD}
    return [meeting for meeting in meetings if meeting.id in needed and meeting.state is not MeetingState.HELD]


def _is_uninvoiced(tasks: Sequence[PlannedTask], closure: ClosurePlan) -> bool:
    """Sending the invoices is late, or invoicing is all that is missing but for closing in the ERP."""
    if any(task.overdue and is_invoicing(task) for task in tasks):
        return True
    unmet = {plan.rule.criterion for plan in closure.criteria if not plan.met}
    return Criterion.WORK_INVOICED in unmet and unmet <= {Criterion.WORK_INVOICED, Criterion.CLOSED_IN_ERP}


def is_invoicing(task: PlannedTask) -> bool:
    source = task.rule.fulfilled_by if task.rule else None
    return source is not None and source.record is Record.INVOICING_ITEMS


def next_task(tasks: Sequence[PlannedTask], gates: Sequence[StartGatePlan]) -> PlannedTask | None:
    """What to look at first.

    What endangers a start comes first (an unfinished task of a gate not yet passed that is overdue or blocked), then
    what is overdue, then the rest. Among those the earliest due day leads; on the same day a task that waits for no
    other one, since the others are waiting for it; then the process's order.
    """
    endangering = {
        task.key
        for gate in gates
        if gate.passed_on is None
        for task in gate.missing
        if task.overdue or task.state is Status.BLOCKED
    }

    def urgency(task: PlannedTask) -> tuple[bool, bool, date, bool]:
        return task.key not in endangering, not task.overdue, task.due or date.max, bool(task.waits_for)

    return min((task for task in tasks if not task.final), key=urgency, default=None)
