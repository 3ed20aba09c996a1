"""Whether service production can start on its day, for the client and for services with a day of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client, Status
from aloitus.plan.client_plan import PlannedTask, StartGatePlan
from aloitus.plan.due_days import Due
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START, SERVICE_STARTED
from aloitus.plan.groundwork import Groundwork

_Judged = tuple[PlannedTask, Due]


def start_gates(work: Groundwork, tasks: Sequence[PlannedTask]) -> tuple[StartGatePlan, ...]:
    """The client's own gate first, then those of its services, by id.

    A task of exactly one service is judged by that service's own start, where it has one.
    """
    gate = work.process.start_gate
    if gate is None:
        return ()
    apart = services_apart(work.client)
    gates = []
    for service in (None, *apart):
        judged = [
            (tasks[at], work.dues[at])
            for at, applicable in enumerate(work.profile.tasks)
            if (applicable.service if applicable.service in apart else None) == service
        ]
        day = work.dates.day(gate.day if service is None else SERVICE_START, service)
        gates.append(_gate(work, service, day, judged))
    return tuple(gates)


def services_apart(client: Client) -> tuple[str, ...]:
    """The services that start on a day of their own, by id."""
    return tuple(sorted(set(client.service_starts) & set(client.services)))


def _gate(work: Groundwork, service: str | None, day: date | None, judged: list[_Judged]) -> StartGatePlan:
    client, clock = work.client, work.clock
    passed_on = client.service_starts[service].started if service else client.dates.get(SERVICE_STARTED)
    ahead = passed_on is None and clock.running
    missing = [(task, due) for task, due in judged if task.at_start_gate and not task.final]
    lead = _lead(work, day)
    return StartGatePlan(
        service,
        day,
        passed_on,
        tuple(task for task, _ in judged if task.at_start_gate),
        tuple(task for task, _ in missing),
        tuple(task for task, due in missing if ahead and day and due.moved_from and due.day and due.day > day),
        ahead and _is_at_risk(day, [task for task, _ in missing], clock.today),
        clock.days_to(day) if ahead else None,
        lead,
        None if lead is None else lead + max(_moved_by(judged, day, work.workdays), default=0),
    )


def _lead(work: Groundwork, day: date | None) -> int | None:
    signed = work.dates.day(AGREEMENT_SIGNED)
    return work.workdays.between(signed, day) if signed and day else None


def _is_at_risk(day: date | None, missing: Sequence[PlannedTask], today: date) -> bool:
    if any(task.overdue or task.state is Status.BLOCKED for task in missing):
        return True
    if day is None:
        return False
    return day < today or (bool(missing) and day == today) or any(task.due and task.due > day for task in missing)


def _moved_by(judged: list[_Judged], day: date | None, workdays: WorkingDays) -> Iterator[int]:
    """By how many working days the time before the start was too short for each task that was to be done by then."""
    for _, due in judged:
        if due.day and due.moved_from and not due.bent and day and due.moved_from <= day:
            yield workdays.between(due.moved_from, due.day)
