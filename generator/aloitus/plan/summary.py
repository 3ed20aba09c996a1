"""From a client's plan to the extract of it that pages across clients need."""

from collections.abc import Mapping
from datetime import date

from aloitus.calendar import add_days
from aloitus.model.client import CLIENT_SIDE, Status
from aloitus.plan.client_plan import ClientPlan, PlannedMeeting, PlannedTask, Progress, StartGatePlan
from aloitus.plan.client_summary import (
    LATELY,
    ClientSummary,
    CriterionSummary,
    DoneTask,
    GateSummary,
    MeetingSummary,
    OpenTask,
    Punctuality,
    Unstaffed,
)
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START, SERVICE_STARTED, ended_on
from aloitus.plan.progress import progress_by
from aloitus.plan.situation import is_invoicing
from aloitus.plan.summary_json import from_json, to_json

__all__ = ["ClientSummary", "from_json", "summarise", "to_json"]


def summarise(plan: ClientPlan) -> ClientSummary:
    """Of a client whose onboarding is over, only what reports tell: no open tasks, no meetings to come."""
    client = plan.client
    over = client.status.is_over
    unfinished = [] if over else [task for task in plan.tasks if not task.final]
    reviews = {criterion.rule.meeting for criterion in plan.closure.criteria}
    next_task = plan.next_task
    return ClientSummary(
        id=client.id,
        name=client.name,
        business_id=client.business_id,
        process=client.process,
        status=client.status,
        situation=plan.situation,
        services=client.services,
        facts=client.facts,
        team=dict(client.team),
        signed=plan.dates.get(AGREEMENT_SIGNED),
        starts=plan.dates.get(SERVICE_START),
        started=plan.dates.get(SERVICE_STARTED),
        ended=ended_on(client),
        gates=tuple(_gate(gate) for gate in plan.start_gates),
        meetings=tuple(_meeting(meeting, reviews) for meeting in plan.meetings),
        criteria=tuple(
            CriterionSummary(found.rule.criterion, found.met, found.done, found.total)
            for found in plan.closure.criteria
        ),
        ready=plan.closure.ready,
        progress=plan.progress,
        progress_by_person=_progress_by_person(plan.tasks),
        punctuality=_punctuality(plan.tasks),
        unstaffed=_unstaffed(unfinished),
        open_tasks=tuple(_open(task) for task in unfinished),
        done_lately=tuple(_done(task) for task in plan.tasks if not over and _was_done_lately(task, plan.today)),
        next_task=next((at for at, task in enumerate(unfinished) if task is next_task), None),
    )


def _progress_by_person(tasks: tuple[PlannedTask, ...]) -> Mapping[str, Progress]:
    of_first = progress_by(tasks, lambda task: task.people[0] if task.people else None)
    return {person: progress for person, progress in of_first.items() if person not in (None, CLIENT_SIDE)}


def _open(task: PlannedTask) -> OpenTask:
    return OpenTask(
        task.id,
        task.role,
        task.people,
        task.due,
        task.days_left,
        task.state,
        task.waits_for,
        len(task.holds_up),
        task.at_start_gate,
        is_invoicing(task),
        task.entry.reason,
        task.entry.follow_up,
        task.kind,
        None if task.rule else task.title,
        task.meeting,
    )


def _was_done_lately(task: PlannedTask, today: date) -> bool:
    return task.final and task.done_on is not None and add_days(today, -LATELY) < task.done_on <= today


def _done(task: PlannedTask) -> DoneTask:
    return DoneTask(
        task.id,
        task.done_on or date.min,
        task.done_by,
        task.people,
        task.state,
        task.kind,
        None if task.rule else task.title,
        task.meeting,
    )


def _meeting(meeting: PlannedMeeting, reviews: set[str | None]) -> MeetingSummary:
    entry = meeting.entry
    expected = tuple(dict.fromkeys(attendance.person for attendance in meeting.attendance if attendance.person))
    return MeetingSummary(
        meeting.id,
        meeting.number,
        meeting.state,
        meeting.day,
        entry.time if entry else None,
        meeting.rule.duration,
        meeting.days_left,
        meeting.overdue,
        entry.participants if entry and entry.participants else expected,
        meeting.id in reviews,
        entry.date if entry else None,
    )


def _gate(gate: StartGatePlan) -> GateSummary:
    return GateSummary(
        gate.service,
        gate.day,
        gate.passed_on,
        tuple(None if task.final else task.state for task in gate.tasks),
        sum(task.overdue for task in gate.missing),
        gate.at_risk,
        len(gate.too_tight),
        gate.days_left,
        gate.lead,
        gate.lead_needed,
    )


def _unstaffed(unfinished: list[PlannedTask]) -> tuple[Unstaffed, ...]:
    dues: dict[str, list[date | None]] = {}
    for task in unfinished:
        if task.role is not None and not task.people:
            dues.setdefault(task.role, []).append(task.due)
    return tuple(
        Unstaffed(role, len(days), min((day for day in days if day), default=None)) for role, days in dues.items()
    )


def _punctuality(tasks: tuple[PlannedTask, ...]) -> Mapping[str, Punctuality]:
    counts: dict[str, Punctuality] = {}
    for task in tasks:
        if task.role is not None and task.final and task.state is Status.DONE and task.done_on and task.due:
            so_far = counts.get(task.role, Punctuality(0, 0))
            counts[task.role] = Punctuality(so_far.on_time + (task.done_on <= task.due), so_far.done + 1)
    return counts
