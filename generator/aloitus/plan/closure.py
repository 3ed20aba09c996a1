"""What keeps an onboarding from being closed, criterion by criterion."""

from collections.abc import Iterator, Sequence
from datetime import date

from aloitus.model.client import ChangeKind, Client, ClientStatus
from aloitus.model.process import ClosureCriterion, Criterion, Process, Record
from aloitus.model.real_text import says_nothing
from aloitus.plan.client_plan import (
    ClosurePlan,
    CriterionPlan,
    MeetingState,
    Missing,
    PlannedMeeting,
    PlannedTask,
    Reason,
    StartGatePlan,
)
from aloitus.plan.task_state import AFTER_ALL_OTHERS, is_settled, reopened_on

PARTICIPANTS_NEEDED = 2

_JUDGED_BY = {
    Record.INVOICING_ITEMS: Criterion.WORK_INVOICED,
    Record.UNINVOICED: Criterion.WORK_INVOICED,
    Record.ERP_CLOSED: Criterion.CLOSED_IN_ERP,
}


def closure_of(
    client: Client,
    process: Process,
    tasks: Sequence[PlannedTask],
    meetings: Sequence[PlannedMeeting],
    gates: Sequence[StartGatePlan],
) -> ClosurePlan:
    rules = process.closure_gate.criteria if process.closure_gate else ()
    judged = [task for task in tasks if not _is_judged_elsewhere(task, rules)]
    criteria = tuple(
        _all_final(rule, judged, gates)
        if rule.criterion is Criterion.ALL_TASKS_FINAL
        else _criterion(rule, client, tasks, meetings)
        for rule in rules
    )
    others = [plan for plan in criteria if plan.rule.criterion is not Criterion.CLOSED_IN_ERP]
    return ClosurePlan(
        criteria,
        met=bool(criteria) and all(plan.met for plan in criteria),
        ready=client.status is ClientStatus.ACTIVE and bool(others) and all(plan.met for plan in others),
    )


def _all_final(rule: ClosureCriterion, judged: Sequence[PlannedTask], gates: Sequence[StartGatePlan]) -> CriterionPlan:
    missing = (*_unfinished(judged), *_not_started(gates))
    return CriterionPlan(rule, not missing, missing, sum(task.final for task in judged), len(judged))


def _criterion(
    rule: ClosureCriterion, client: Client, tasks: Sequence[PlannedTask], meetings: Sequence[PlannedMeeting]
) -> CriterionPlan:
    if rule.criterion is Criterion.MEETING_HELD:
        missing = tuple(_meeting_missing(client, rule.meeting or "", meetings))
    elif rule.criterion is Criterion.WORK_INVOICED:
        missing = (*_unsettled(client), *_uninvoiced_missing(client, tasks))
    else:
        missing = tuple(_closing_missing(client, tasks))
    return CriterionPlan(rule, not missing, missing, int(not missing), 1)


def _is_judged_elsewhere(task: PlannedTask, rules: Sequence[ClosureCriterion]) -> bool:
    """A task that a record fulfils is judged by the criterion of that record, once."""
    source = task.rule.fulfilled_by if task.rule else None
    if source is None:
        return False
    if source.record is Record.MEETING:
        return any(rule.criterion is Criterion.MEETING_HELD and rule.meeting == source.meeting for rule in rules)
    return any(rule.criterion is _JUDGED_BY[source.record] for rule in rules)


def _unfinished(tasks: Sequence[PlannedTask]) -> Iterator[Missing]:
    for task in tasks:
        if not task.final:
            yield Missing(Reason.TASK_NOT_FINAL, task.key, task.id)


def _not_started(gates: Sequence[StartGatePlan]) -> Iterator[Missing]:
    for gate in gates:
        if gate.passed_on is None:
            key = ("service_starts", gate.service, "started") if gate.service else ("dates", "service_started")
            yield Missing(Reason.START_NOT_PASSED, key, gate.service, gate.day)


def _meeting_missing(client: Client, meeting: str, meetings: Sequence[PlannedMeeting]) -> Iterator[Missing]:
    key = ("meetings", meeting)
    plan = next((plan for plan in meetings if plan.id == meeting), None)
    if plan is None or plan.entry is None or plan.state is not MeetingState.HELD:
        yield Missing(Reason.MEETING_NOT_HELD, (*key, "status"), meeting, plan.day if plan else None)
        return
    held = plan.entry.date
    if held is None:
        yield Missing(Reason.MEETING_NOT_HELD, (*key, "date"), meeting, plan.day)
    elif plan.earliest and held < plan.earliest:
        yield Missing(Reason.MEETING_TOO_EARLY, (*key, "date"), meeting, plan.earliest)
    elif plan.latest and held > plan.latest and not _late_review(client, meeting):
        yield Missing(Reason.MEETING_TOO_LATE, (*key, "date"), meeting, plan.latest)
    if len(set(plan.entry.participants)) < PARTICIPANTS_NEEDED:
        yield Missing(Reason.MEETING_TOO_FEW, (*key, "participants"), meeting)
    if all(map(says_nothing, (plan.entry.minutes or "", *plan.entry.decisions))):
        yield Missing(Reason.MEETING_UNRECORDED, (*key, "minutes"), meeting)


def _late_review(client: Client, meeting: str) -> bool:
    return any(change.kind is ChangeKind.LATE_REVIEW and change.what == meeting for change in client.changes)


def _unsettled(client: Client) -> Iterator[Missing]:
    if not client.invoicing:
        yield Missing(Reason.NO_ITEMS, ("invoicing", "items"))
    for item in sorted(client.invoicing.values(), key=lambda item: item.id):
        if not is_settled(item):
            yield Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", item.id), item.id)


def _uninvoiced_missing(client: Client, tasks: Sequence[PlannedTask]) -> Iterator[Missing]:
    key = ("invoicing", "uninvoiced")
    seen = client.uninvoiced
    if seen is None:
        yield Missing(Reason.UNINVOICED_NOT_CHECKED, key)
        return
    if seen.rows:
        yield Missing(Reason.UNINVOICED_ROWS_LEFT, (*key, "rows"), rows=seen.rows)
    last = last_day_of_others(tasks)
    if seen.checked is None:
        yield Missing(Reason.UNINVOICED_NOT_CHECKED, (*key, "checked"))
    elif last and seen.checked < last:
        yield Missing(Reason.UNINVOICED_CHECKED_TOO_EARLY, (*key, "checked"), day=last)


def last_day_of_others(tasks: Sequence[PlannedTask]) -> date | None:
    """The last day on which a task, extra task or action was finished, but for those that speak of all the others."""
    days = [
        task.done_on
        for task in tasks
        if task.final
        and task.done_on
        and not (task.rule and task.rule.fulfilled_by and task.rule.fulfilled_by.record in AFTER_ALL_OTHERS)
    ]
    return max(days, default=None)


def _closing_missing(client: Client, tasks: Sequence[PlannedTask]) -> Iterator[Missing]:
    """What the closing itself writes: its day, the day closed in the ERP and by whom, none before what it rests on."""
    closure = client.closure
    if client.status is not ClientStatus.CLOSED or closure is None or closure.erp_closed is None:
        yield Missing(Reason.ERP_NOT_CLOSED, ("closure", "erp_closed"))
    if client.status is not ClientStatus.CLOSED or closure is None:
        return
    rests_on = _last_recorded_day(client, tasks)
    if closure.erp_closed and rests_on and closure.erp_closed < rests_on:
        yield Missing(Reason.ERP_CLOSED_TOO_EARLY, ("closure", "erp_closed"), day=rests_on)
    if not closure.by:
        yield Missing(Reason.CLOSURE_UNSIGNED, ("closure", "by"))
    if closure.date is None:
        yield Missing(Reason.CLOSURE_UNDATED, ("closure", "date"))
        return
    rests_on = max((day for day in (rests_on, closure.erp_closed) if day), default=None)
    if rests_on and closure.date < rests_on:
        yield Missing(Reason.CLOSURE_TOO_EARLY, ("closure", "date"), day=rests_on)


def _last_recorded_day(client: Client, tasks: Sequence[PlannedTask]) -> date | None:
    """The last of the days that a closing rests on: work, meetings, invoices, the look at the ERP, a reopening."""
    days = [
        last_day_of_others(tasks),
        reopened_on(client),
        client.uninvoiced.checked if client.uninvoiced else None,
        *(meeting.date for meeting in client.meetings.values()),
        *(item.date for item in client.invoicing.values()),
    ]
    return max((day for day in days if day), default=None)
