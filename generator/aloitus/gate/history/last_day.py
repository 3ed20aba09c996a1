"""The last day on which something was done for a client."""

from collections.abc import Iterator
from datetime import date

from aloitus.model.client import Client, MeetingStatus


def last_day_of_work(client: Client) -> date | None:
    """The latest recorded day of its tasks, extra tasks, actions and held meetings; None where nothing is recorded."""
    return max((day for day in _days(client) if day), default=None)


def _days(client: Client) -> Iterator[date | None]:
    yield from (entry.date for entry in client.tasks.values())
    yield from (task.entry.date for task in client.extra_tasks.values())
    for meeting in client.meetings.values():
        if meeting.status is MeetingStatus.HELD:
            yield meeting.date
        yield from (action.entry.date for action in meeting.actions.values())
