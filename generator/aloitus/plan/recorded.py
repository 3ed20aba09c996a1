"""What is recorded of a task, and whether that makes it final."""

from datetime import date
from typing import NamedTuple

from aloitus.model.client import Status, TaskEntry
from aloitus.model.process import Task
from aloitus.model.real_text import says_nothing


class Recorded(NamedTuple):
    """`planned_for`: the day that a meeting which fulfils the task is planned for."""

    state: Status
    final: bool = False
    day: date | None = None
    by: str | None = None
    planned_for: date | None = None


OPEN = Recorded(Status.OPEN)


def from_entry(entry: TaskEntry, rule: Task | None) -> Recorded:
    """What a task's own entry says; `rule` is None for an extra task and an action, which may be cancelled."""
    if entry.status is Status.DONE:
        final = entry.date is not None and bool(entry.by)
    elif entry.status is Status.NOT_APPLICABLE:
        waivable = rule is None or rule.waivable
        final = waivable and bool(entry.by) and bool(entry.approved_by) and not says_nothing(entry.reason or "")
    elif entry.status is Status.CANCELLED:
        final = rule is None and entry.date is not None and bool(entry.by) and not says_nothing(entry.reason or "")
    else:
        return Recorded(entry.status)
    return Recorded(entry.status, final, entry.date, entry.by)
