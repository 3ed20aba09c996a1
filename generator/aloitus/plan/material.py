"""What the client hands over or does: what tasks need of it, and what it took on in meetings."""

from datetime import date
from typing import NamedTuple

from aloitus.model.client import CLIENT_SIDE, Status
from aloitus.model.text import Text
from aloitus.plan.client_plan import ClientPlan, PlannedTask

_NOT_NEEDED = (Status.NOT_APPLICABLE, Status.CANCELLED)


class Material(NamedTuple):
    """One thing of the client's, for `task`.

    `services` are those of the client's that it's for, none where it concerns them all. `received`: its task is done.
    `urgent`: not received, and its due day has come.
    """

    title: Text
    due: date | None
    services: tuple[str, ...]
    received: bool
    urgent: bool
    task: PlannedTask


def material_of(plan: ClientPlan) -> tuple[Material, ...]:
    """By due day, then in the plan's order; nothing of a task that doesn't apply."""
    needed = [task for task in plan.tasks if task.state not in _NOT_NEEDED]
    found = [_material(title, task, plan) for task in needed for title in _asked_of_client(task)]
    return tuple(sorted(found, key=lambda one: one.due or date.max))


def is_shared(action: PlannedTask, plan: ClientPlan) -> bool:
    """Whether the client knows of an action: it's the client's own, or was agreed in a meeting with the client."""
    meeting = plan.process.meetings.get(action.meeting or "")
    return action.people == (CLIENT_SIDE,) or (meeting is not None and meeting.with_client)


def _asked_of_client(task: PlannedTask) -> tuple[Text, ...]:
    if task.people == (CLIENT_SIDE,):
        return (task.title,)
    return task.rule.client_input if task.rule else ()


def _material(title: Text, task: PlannedTask, plan: ClientPlan) -> Material:
    concerned = task.rule.when.services if task.rule else ()
    received = task.state is Status.DONE
    return Material(
        title,
        task.due,
        tuple(service for service in concerned if service in plan.client.services),
        received,
        urgent=not received and task.due is not None and task.due <= plan.today,
        task=task,
    )
