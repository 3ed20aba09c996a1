"""How far along tasks are."""

from collections.abc import Iterable, Mapping

from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, Progress


def progress_of(tasks: Iterable[PlannedTask]) -> Progress:
    """Each task counts once: as done, as not applicable (also what was cancelled), or by its state.

    One whose record lacks what makes it final (a day, an approval) is still in progress.
    """
    total = done = dropped = in_progress = waiting = blocked = not_begun = overdue = due_soon = 0
    for task in tasks:
        total += 1
        overdue += task.overdue
        due_soon += task.due_soon
        state = task.state
        if task.final:
            done += state is Status.DONE
            dropped += state is not Status.DONE
        elif state is Status.OPEN:
            not_begun += 1
        elif state is Status.WAITING:
            waiting += 1
        elif state is Status.BLOCKED:
            blocked += 1
        else:
            in_progress += 1
    return Progress(total, done, dropped, in_progress, waiting, blocked, not_begun, overdue, due_soon)


def progress_by_role(tasks: Iterable[PlannedTask], roles: Iterable[str]) -> Mapping[str, Progress]:
    """Actions belong to a person and to no role, so the roles' totals may be less than the client's."""
    of_role: dict[str, list[PlannedTask]] = {role: [] for role in roles}
    for task in tasks:
        if task.role is not None:
            of_role[task.role].append(task)
    return {role: progress_of(own) for role, own in of_role.items()}
