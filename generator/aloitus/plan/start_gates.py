"""Whether service production can start on its day, for the client and for services with a day of their own."""

from collections.abc import Sequence
from datetime import date

from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, StartGatePlan
from aloitus.plan.dates import services_apart
from aloitus.plan.due_days import Due
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START, SERVICE_STARTED
from aloitus.plan.groundwork import Groundwork


def start_gates(work: Groundwork, tasks: Sequence[PlannedTask]) -> tuple[StartGatePlan, ...]:
    """The client's own gate first, then those of its services, by id.

    A task of exactly one service is judged by that service's own start, where it has one.
    """
    gate = work.process.start_gate
    if gate is None:
        return ()
    gates = []
    for service in (None, *sorted(services_apart(work.client))):
        positions = [at for at, task in enumerate(work.profile.tasks) if task.service == service]
        day = work.dates.day(gate.day if service is None else SERVICE_START, service)
        gates.append(_gate(work, tasks, positions, service, day))
    return tuple(gates)


def _gate(
    work: Groundwork, tasks: Sequence[PlannedTask], positions: Sequence[int], service: str | None, day: date | None
) -> StartGatePlan:
    client, clock = work.client, work.clock
    passed_on = client.service_starts[service].started if service else client.dates.get(SERVICE_STARTED)
    ahead = passed_on is None and clock.running
    gated = [at for at in positions if tasks[at].at_start_gate]
    missing = [at for at in gated if not tasks[at].final]
    lead = _lead(work, day)
    return StartGatePlan(
        service=service,
        day=day,
        passed_on=passed_on,
        tasks=tuple([tasks[at] for at in gated]),
        missing=tuple([tasks[at] for at in missing]),
        too_tight=tuple([tasks[at] for at in missing if ahead and _lands_after(work.dues[at], day)]),
        at_risk=ahead and _is_at_risk(day, [tasks[at] for at in missing], clock.today),
        days_left=clock.days_to(day) if ahead else None,
        lead=lead,
        lead_needed=None if lead is None else lead + _lead_lacking(work, positions, day),
    )


def _lands_after(due: Due, day: date | None) -> bool:
    return due.moved_from is not None and due.day is not None and day is not None and due.day > day


def _lead(work: Groundwork, day: date | None) -> int | None:
    signed = work.dates.day(AGREEMENT_SIGNED)
    return work.workdays.between(signed, day) if signed and day else None


def _is_at_risk(day: date | None, missing: Sequence[PlannedTask], today: date) -> bool:
    if any(task.overdue or task.state is Status.BLOCKED for task in missing):
        return True
    if day is None:
        return False
    return day < today or (bool(missing) and day == today) or any(task.due and task.due > day for task in missing)


def _lead_lacking(work: Groundwork, positions: Sequence[int], day: date | None) -> int:
    """By how many working days what follows from signing moves a task that was to be done by the start."""
    moved = [work.dues[at] for at in positions if work.dues[at].moved_from]
    return max(
        (
            work.workdays.between(due.moved_from, due.day)
            for due in moved
            if due.pressed and due.moved_from and due.day and day and due.moved_from <= day
        ),
        default=0,
    )
