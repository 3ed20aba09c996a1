"""What keeps an onboarding from being closed, criterion by criterion."""

from collections.abc import Iterator, Sequence
from datetime import date

from aloitus.model.client import ChangeKind, Client, ClientStatus, MeetingStatus
from aloitus.model.process import ClosureCriterion, Criterion, FulfilledBy, Record
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
from aloitus.plan.dates import services_apart
from aloitus.plan.effective_dating import SERVICE_STARTED
from aloitus.plan.groundwork import Groundwork
from aloitus.plan.records import UNINVOICED, is_minuted, is_settled, reopened_on

PARTICIPANTS_NEEDED = 2

_CRITERION_OF = {
    Record.INVOICING_ITEMS: Criterion.WORK_INVOICED,
    Record.UNINVOICED: Criterion.WORK_INVOICED,
    Record.ERP_CLOSED: Criterion.CLOSED_IN_ERP,
}


def closure_of(
    work: Groundwork,
    tasks: Sequence[PlannedTask],
    meetings: Sequence[PlannedMeeting],
    gates: Sequence[StartGatePlan],
) -> ClosurePlan:
    client, gate = work.client, work.process.closure_gate
    rules = gate.criteria if gate else ()
    last_day = max((state.day for state in work.others if state.final and state.day), default=None)
    criteria = []
    for rule in rules:
        if rule.criterion is Criterion.ALL_TASKS_FINAL:
            criteria.append(_all_tasks_final(rule, tasks, rules, gates))
            continue
        if rule.criterion is Criterion.MEETING_HELD:
            missing = tuple(_meeting_missing(client, rule.meeting or "", meetings))
        elif rule.criterion is Criterion.WORK_INVOICED:
            missing = (*_unsettled(client), *_uninvoiced_missing(client, last_day))
        else:
            missing = tuple(_closing_missing(client, last_day))
        criteria.append(CriterionPlan(rule, not missing, missing, int(not missing), 1))
    before_closing = [plan.met for plan in criteria if plan.rule.criterion is not Criterion.CLOSED_IN_ERP]
    return ClosurePlan(
        tuple(criteria),
        met=bool(criteria) and all(plan.met for plan in criteria),
        ready=client.status is ClientStatus.ACTIVE and bool(before_closing) and all(before_closing),
    )


def _all_tasks_final(
    rule: ClosureCriterion,
    tasks: Sequence[PlannedTask],
    rules: Sequence[ClosureCriterion],
    gates: Sequence[StartGatePlan],
) -> CriterionPlan:
    """A task that a record fulfils is judged where that record is, so that nothing is named twice."""
    judged = [
        task
        for task in tasks
        if task.rule is None or task.rule.fulfilled_by is None or not _has_a_criterion(task.rule.fulfilled_by, rules)
    ]
    unfinished = [Missing(Reason.TASK_NOT_FINAL, task.key, task.id) for task in judged if not task.final]
    missing = (*unfinished, *_not_started(gates))
    return CriterionPlan(rule, not missing, missing, len(judged) - len(unfinished), len(judged))


def _has_a_criterion(source: FulfilledBy, rules: Sequence[ClosureCriterion]) -> bool:
    if source.record is Record.MEETING:
        return any(rule.criterion is Criterion.MEETING_HELD and rule.meeting == source.meeting for rule in rules)
    return any(rule.criterion is _CRITERION_OF[source.record] for rule in rules)


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
    elif plan.latest and held > plan.latest and not _has_late_review(client, meeting):
        yield Missing(Reason.MEETING_TOO_LATE, (*key, "date"), meeting, plan.latest)
    if len(set(plan.entry.participants)) < PARTICIPANTS_NEEDED:
        yield Missing(Reason.MEETING_TOO_FEW, (*key, "participants"), meeting)
    if not is_minuted(plan.entry):
        yield Missing(Reason.MEETING_UNRECORDED, (*key, "minutes"), meeting)


def _has_late_review(client: Client, meeting: str) -> bool:
    return any(change.kind is ChangeKind.LATE_REVIEW and change.what == meeting for change in client.changes)


def _unsettled(client: Client) -> Iterator[Missing]:
    if not client.invoicing:
        yield Missing(Reason.NO_ITEMS, ("invoicing", "items"))
    for item in sorted(client.invoicing.values(), key=lambda item: item.id):
        if not is_settled(item):
            yield Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", item.id), item.id)


def _uninvoiced_missing(client: Client, last_day: date | None) -> Iterator[Missing]:
    """The ERP's list seen empty, on or after the `last_day` on which anything else was done."""
    seen = client.uninvoiced
    if seen is None:
        yield Missing(Reason.UNINVOICED_NOT_CHECKED, UNINVOICED)
        return
    if seen.rows:
        yield Missing(Reason.UNINVOICED_ROWS_LEFT, (*UNINVOICED, "rows"), rows=seen.rows)
    if seen.checked is None:
        yield Missing(Reason.UNINVOICED_NOT_CHECKED, (*UNINVOICED, "checked"))
    elif last_day and seen.checked < last_day:
        yield Missing(Reason.UNINVOICED_CHECKED_TOO_EARLY, (*UNINVOICED, "checked"), day=last_day)


def _closing_missing(client: Client, last_day: date | None) -> Iterator[Missing]:
    """What the closing itself writes: its day, the day closed in the ERP and by whom, none before what it rests on."""
    closure = client.closure if client.status is ClientStatus.CLOSED else None
    if closure is None:
        yield Missing(Reason.ERP_NOT_CLOSED, ("closure", "erp_closed"))
        return
    rests_on = _last_recorded_day(client, last_day)
    if closure.erp_closed is None:
        yield Missing(Reason.ERP_NOT_CLOSED, ("closure", "erp_closed"))
    elif rests_on and closure.erp_closed < rests_on:
        yield Missing(Reason.ERP_CLOSED_TOO_EARLY, ("closure", "erp_closed"), day=rests_on)
    if not closure.by:
        yield Missing(Reason.CLOSURE_UNSIGNED, ("closure", "by"))
    rests_on = max((day for day in (rests_on, closure.erp_closed) if day), default=None)
    if closure.date is None:
        yield Missing(Reason.CLOSURE_UNDATED, ("closure", "date"))
    elif rests_on and closure.date < rests_on:
        yield Missing(Reason.CLOSURE_TOO_EARLY, ("closure", "date"), day=rests_on)


def _last_recorded_day(client: Client, last_day: date | None) -> date | None:
    """The last of the days that a closing rests on: start, work, meetings, invoices, the ERP's list, a reopening."""
    days = [
        last_day,
        reopened_on(client),
        client.dates.get(SERVICE_STARTED),
        *(client.service_starts[service].started for service in services_apart(client)),
        client.uninvoiced.checked if client.uninvoiced else None,
        *(meeting.date for meeting in client.meetings.values() if meeting.status is MeetingStatus.HELD),
        *(item.date for item in client.invoicing.values()),
    ]
    return max((day for day in days if day), default=None)
