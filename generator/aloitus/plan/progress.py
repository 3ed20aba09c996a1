"""How far along tasks are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields

from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, Progress

_FIELDS = tuple(field.name for field in fields(Progress))
_TOTAL, _IN_PROGRESS, _OVERDUE, _DUE_SOON = map(_FIELDS.index, ("total", "in_progress", "overdue", "due_soon"))
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
NOTHING = Progress()


def progress_by(
    tasks: Iterable[PlannedTask], owner: Callable[[PlannedTask], str | None]
) -> Mapping[str | None, Progress]:
    """By whatever `owner` says that a task belongs to.

    Each task counts once: as done, as not applicable (also what was cancelled), or by its state. One whose record
    lacks what makes it final (a day, an approval) is still in progress.
    """
    counts: dict[str | None, list[int]] = {}
    for task in tasks:
        own = counts.setdefault(owner(task), [0] * len(_FIELDS))
        own[_TOTAL] += 1
        own[(_FINAL if task.final else _UNFINISHED).get(task.state, _IN_PROGRESS)] += 1
        own[_OVERDUE] += task.overdue
        own[_DUE_SOON] += task.due_soon
    return {name: Progress(*own) for name, own in counts.items()}


def add_up(parts: Iterable[Progress]) -> Progress:
    return sum(parts, NOTHING)
