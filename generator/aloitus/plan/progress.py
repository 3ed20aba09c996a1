"""How far along tasks are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter

from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, Progress

_FIELDS = [field.name for field in fields(Progress)]
_TOTAL, _OVERDUE, _DUE_SOON = map(_FIELDS.index, ("total", "overdue", "due_soon"))
_DONE, _DROPPED = map(_FIELDS.index, ("done", "not_applicable"))
_OPEN, _WAITING, _BLOCKED, _IN_PROGRESS = map(_FIELDS.index, ("open", "waiting", "blocked", "in_progress"))
_values = attrgetter(*_FIELDS)
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
        name = owner(task)
        own = counts.get(name) or counts.setdefault(name, [0] * len(_FIELDS))
        own[_TOTAL] += 1
        own[_count_as(task)] += 1
        own[_OVERDUE] += task.overdue
        own[_DUE_SOON] += task.due_soon
    return {name: Progress(*own) for name, own in counts.items()}


def _count_as(task: PlannedTask) -> int:
    if task.final:
        return _DONE if task.state is Status.DONE else _DROPPED
    if task.state is Status.OPEN:
        return _OPEN
    if task.state is Status.WAITING:
        return _WAITING
    return _BLOCKED if task.state is Status.BLOCKED else _IN_PROGRESS


def add_up(parts: Iterable[Progress]) -> Progress:
    return Progress(*map(sum, zip(*map(_values, parts), strict=True)))
