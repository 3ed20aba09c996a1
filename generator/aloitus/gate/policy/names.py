"""What a client's file refers to in the templates."""

from collections.abc import Mapping

from aloitus.model.client import CLIENT_SIDE, Client, TaskEntry


def names_used(client: Client) -> Mapping[str, frozenset[str]]:
    """By part of the process, the ids that the file names."""
    dates = {change.what for change in client.changes if change.what} | client.dates.keys()
    return {
        "tasks": frozenset(client.tasks),
        "meetings": frozenset(client.meetings),
        "dates": frozenset(dates),
        "services": frozenset({*client.services, *client.service_starts}),
        "facts": frozenset(client.facts),
        "roles": frozenset({*client.team, *client.erp_tasks, *(task.role for task in client.extra_tasks.values())}),
    }


def people_named(client: Client) -> frozenset[str]:
    """The ids of all people in the file."""
    entries: list[TaskEntry] = [*client.tasks.values(), *(task.entry for task in client.extra_tasks.values())]
    names: set[str | None] = set()
    for meeting in client.meetings.values():
        names.update(meeting.participants)
        names.update(action.assignee for action in meeting.actions.values())
        entries += [action.entry for action in meeting.actions.values()]
    for entry in entries:
        names.update((entry.by, entry.approved_by, entry.assignee))
    for people in client.team.values():
        names.update(people)
    for item in client.invoicing.values():
        names.update((item.by, item.approved_by))
    for change in client.changes:
        names.update((change.by, change.approved_by))
    names.add(client.uninvoiced.by if client.uninvoiced else None)
    names.add(client.closure.by if client.closure else None)
    return frozenset(name for name in names if name is not None and name != CLIENT_SIDE)
