"""How far along tasks are."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, Progress

_FIELDS = tuple(field.name for field in fields(Progress))
_IN_PROGRESS, _OVERDUE, _DUE_SOON = map(_FIELDS.index, ("in_progress", "overdue", "due_soon"))
_FINAL = {
    Status.DONE: _FIELDS.index("done"),
    Status.NOT_APPLICABLE: _FIELDS.index("not_applicable"),
    Status.CANCELLED: _FIELDS.index("not_applicable"),
}
_UNFINISHED = {
    Status.OPEN: _FIELDS.index("open"),
    Status.WAITING: _FIELDS.index("waiting"),
    Status.BLOCKED: _FIELDS.index("blocked"),
}


def progress_by_role(tasks: Iterable[PlannedTask], roles: Iterable[str]) -> tuple[Progress, Mapping[str, Progress]]:
    """Of all tasks, and of each role's; actions belong to a person and to no role.

    Each task counts once: as done, as not applicable (also what was cancelled), or by its state. One whose record
    lacks what makes it final (a day, an approval) is still in progress.
    """
    counts = {role: [0] * len(_FIELDS) for role in roles}
    nobody = [0] * len(_FIELDS)
    for task in tasks:
        own = counts[task.role] if task.role is not None else nobody
        own[0] += 1
        own[(_FINAL if task.final else _UNFINISHED).get(task.state, _IN_PROGRESS)] += 1
        own[_OVERDUE] += task.overdue
        own[_DUE_SOON] += task.due_soon
    total = [sum(column) for column in zip(nobody, *counts.values(), strict=True)]
    return Progress(*total), {role: Progress(*own) for role, own in counts.items()}
