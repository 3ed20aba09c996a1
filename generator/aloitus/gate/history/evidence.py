"""What a client's file records besides the tasks of its process."""

from collections.abc import Iterator
from typing import NamedTuple

from aloitus.findings import KeyPath
from aloitus.model.client import Client, InvoicingStatus, MeetingStatus, Status

EXTRA_TASK, MEETING = "extra-task", "meeting"


class Piece(NamedTuple):
    """One record: `begun` says that more than its existence has been recorded. `kind` names its wording."""

    kind: str
    key: KeyPath
    begun: bool


def pieces(client: Client) -> Iterator[Piece]:
    """Extra tasks, meetings, actions and invoicing items, in the order of the file."""
    for name, task in client.extra_tasks.items():
        yield Piece(EXTRA_TASK, ("extra_tasks", name), task.entry.status is not Status.OPEN)
    for name, meeting in client.meetings.items():
        yield Piece(MEETING, ("meetings", name), meeting.status is MeetingStatus.HELD)
        for action_name, action in meeting.actions.items():
            key = ("meetings", name, "actions", action_name)
            yield Piece("action", key, action.entry.status is not Status.OPEN)
    for name, item in client.invoicing.items():
        yield Piece("invoicing-item", ("invoicing", "items", name), item.status is not InvoicingStatus.OPEN)
