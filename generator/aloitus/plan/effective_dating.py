"""Which version of the requirements a client is held to: tasks are dated as a law is dated."""

from collections.abc import Collection
from datetime import date

from aloitus.model.client import ChangeKind, Client, ClientStatus
from aloitus.model.process import Process, Task

AGREEMENT_SIGNED = "agreement_signed"
SERVICE_START = "service_start"
SERVICE_STARTED = "service_started"


def ended_on(client: Client) -> date | None:
    """The day that a client was closed or cancelled; None while its onboarding is running."""
    if client.status is ClientStatus.CLOSED:
        return client.closure.date if client.closure else None
    if client.status is ClientStatus.CANCELLED:
        cancelled = [change.date for change in client.changes if change.kind is ChangeKind.CANCELLED and change.date]
        return max(cancelled, default=None)
    return None


def dated_tasks(process: Process) -> tuple[Task, ...]:
    return tuple(task for task in process.tasks.values() if task.applies_from or task.applies_until)


def not_in_force(dated: Collection[Task], client: Client, today: date) -> frozenset[str]:
    """The ids of dated tasks that this client isn't held to; one that hasn't signed counts as signing today.

    A client that was closed or cancelled is held to what was required on that day.
    """
    if not dated:
        return frozenset()
    day = ended_on(client) or today
    signed = client.dates.get(AGREEMENT_SIGNED, day)
    return frozenset(task.id for task in dated if not _in_force(task, signed, day))


def _in_force(task: Task, signed: date, day: date) -> bool:
    """`from` and `until` go by the day of signing.

    With `running`, a new task also falls on whoever isn't closed before its first day (but not before that day
    comes), and an ended one is nobody's from its last day on.
    """
    begins, ends = task.applies_from, task.applies_until
    if begins and signed < begins and not (task.running and day >= begins):
        return False
    return not (ends and (signed >= ends or (task.running and day >= ends)))
