"""How well onboardings have gone: starts on the agreed day, lead times, where tasks halt, punctuality by role."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from aloitus.calendar import WorkingDays
from aloitus.model.client import ClientStatus, Status
from aloitus.plan.client_summary import ClientSummary, OpenTask, Punctuality

MONTHS_A_QUARTER, QUARTERS_A_YEAR = 3, 4


class Quarter(NamedTuple):
    year: int
    number: int

    @property
    def months(self) -> tuple[int, int]:
        """Its first and its last."""
        last = self.number * MONTHS_A_QUARTER
        return last - MONTHS_A_QUARTER + 1, last

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, QUARTERS_A_YEAR)


class Starts(NamedTuple):
    """Starts that were agreed for a quarter and whose day has come; `on_time` of them really happened by it."""

    quarter: Quarter
    on_time: int
    total: int


class Lead(NamedTuple):
    """Working days from signing to the real start, and to the closing; None while it is open."""

    client: ClientSummary
    to_start: int
    to_close: int | None


class Halted(NamedTuple):
    """A task that stands still at some clients: how many wait for the client, how many for something else."""

    task: OpenTask
    client: ClientSummary
    waiting: int
    blocked: int

    @property
    def total(self) -> int:
        return self.waiting + self.blocked


def quarter_of(day: date) -> Quarter:
    return Quarter(day.year, (day.month - 1) // MONTHS_A_QUARTER + 1)


def starts_by_quarter(clients: Iterable[ClientSummary], today: date, count: int) -> tuple[Starts, ...]:
    """The latest `count` quarters, this one last. One that was to start by now and didn't is not on time."""
    on_time: Counter[Quarter] = Counter()
    total: Counter[Quarter] = Counter()
    for client in clients:
        if client.starts and _counts(client, client.starts, today):
            quarter = quarter_of(client.starts)
            total[quarter] += 1
            on_time[quarter] += client.started is not None and client.started <= client.starts
    quarters = [quarter_of(today)]
    while len(quarters) < count:
        quarters.append(quarters[-1].before)
    return tuple(Starts(one, on_time[one], total[one]) for one in reversed(quarters))


def _counts(client: ClientSummary, starts: date, today: date) -> bool:
    if client.status in (ClientStatus.CANCELLED, ClientStatus.PLANNED):
        return False
    return client.started is not None or starts < today


def leads(clients: Iterable[ClientSummary], workdays: WorkingDays) -> tuple[Lead, ...]:
    """Of every onboarding that started, the earliest start first."""
    started = [
        (client.started, client.signed, client)
        for client in clients
        if client.started and client.signed and client.status is not ClientStatus.CANCELLED
    ]
    return tuple(
        Lead(client, workdays.between(signed, day), _to_close(client, signed, workdays))
        for day, signed, client in sorted(started, key=lambda one: (one[0], one[2].id))
    )


def latest(found: Sequence[Lead], count: int) -> tuple[Lead, ...]:
    """The `count` latest, up to half of them closed ones, which started long ago; the quickest to start first."""
    closed = sorted((lead for lead in found if lead.to_close is not None), key=_ended)[-(count // 2) :]
    going = [lead for lead in found if lead.to_close is None][len(closed) - count :]
    return tuple(sorted((*closed, *going), key=lambda lead: (lead.to_start, lead.client.id)))


def _ended(lead: Lead) -> date:
    return lead.client.ended or date.min


def _to_close(client: ClientSummary, signed: date, workdays: WorkingDays) -> int | None:
    closed = client.status is ClientStatus.CLOSED and client.ended
    return workdays.between(signed, closed) if closed else None


def lead_needed(clients: Iterable[ClientSummary]) -> int | None:
    """What the process takes from signing to the start, as those show whom the agreed day squeezes."""
    needed = (
        gate.lead_needed
        for client in clients
        for gate in client.gates
        if gate.lead is not None and gate.lead_needed is not None and gate.lead_needed > gate.lead
    )
    return max(needed, default=None)


def halted_tasks(clients: Iterable[ClientSummary]) -> tuple[Halted, ...]:
    """Tasks of running onboardings that stand still, those at most clients first; what a client has alone is alone."""
    found: dict[str, Halted] = {}
    for client in clients:
        for task in client.open_tasks if client.running else ():
            if task.state in (Status.WAITING, Status.BLOCKED):
                key = task.id if task.title is None else f"{client.id} {task.id}"
                so_far = found.get(key, Halted(task, client, 0, 0))
                waiting = task.state is Status.WAITING
                found[key] = so_far._replace(waiting=so_far.waiting + waiting, blocked=so_far.blocked + (not waiting))
    return tuple(sorted(found.values(), key=lambda one: (-one.total, one.task.id, one.client.id)))


def punctuality_by_role(clients: Iterable[ClientSummary]) -> dict[str, Punctuality]:
    """Over all onboardings that weren't cancelled."""
    counts: dict[str, Punctuality] = {}
    for client in clients:
        if client.status is not ClientStatus.CANCELLED:
            for role, one in client.punctuality.items():
                so_far = counts.get(role, Punctuality(0, 0))
                counts[role] = Punctuality(so_far.on_time + one.on_time, so_far.done + one.done)
    return counts


def uninvoiced(clients: Iterable[ClientSummary]) -> tuple[tuple[ClientSummary, OpenTask], ...]:
    """Onboardings in production with work to invoice, and the first task of it; by due day."""
    found = []
    for client in clients:
        tasks = [task for task in client.open_tasks if task.invoicing] if client.running and client.started else []
        if tasks:
            found.append((client, min(tasks, key=_due)))
    return tuple(sorted(found, key=lambda one: (_due(one[1]), one[0].id)))


def _due(task: OpenTask) -> date:
    return task.due or date.max


def median(values: Sequence[int]) -> int | None:
    """The middle one, the lower of two."""
    return sorted(values)[(len(values) - 1) // 2] if values else None
