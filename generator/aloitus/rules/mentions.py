"""The people that a client's file names, and where."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aloitus.findings import KeyPath
from aloitus.model.client import CLIENT_SIDE, MeetingEntry
from aloitus.rules.case import Case, Recorded


class Mention(NamedTuple):
    """A person named in the file; `day` is when what they are named for happened, where that is recorded."""

    person: str
    key: KeyPath
    day: date | None = None


def mentions_in(case: Case) -> Iterator[Mention]:
    """The same people with their places, in the order of the file."""
    client = case.client
    for role, people in client.team.items():
        for number, person in enumerate(people):
            yield Mention(person, ("team", role, number))
    for record in case.records.all:
        yield from _of_record(record)
    for name, meeting in client.meetings.items():
        yield from _of_meeting(("meetings", name), meeting)
    for name, item in client.invoicing.items():
        yield from _present(("invoicing", "items", name), item.by, item.approved_by, item.date)
    if client.uninvoiced:
        yield from _present(("invoicing", "uninvoiced"), client.uninvoiced.by, None, client.uninvoiced.checked)
    for number, change in enumerate(client.changes):
        yield from _present(("changes", number), change.by, change.approved_by, change.date)
    if client.closure:
        yield from _present(("closure",), client.closure.by, None, client.closure.date)


def _of_meeting(key: KeyPath, meeting: MeetingEntry) -> Iterator[Mention]:
    for number, person in enumerate(meeting.participants):
        yield Mention(person, (*key, "participants", number), meeting.date)
    for action in meeting.actions.values():
        if action.assignee != CLIENT_SIDE:
            yield Mention(action.assignee, (*key, "actions", action.id, "assignee"))


def _of_record(record: Recorded) -> Iterator[Mention]:
    entry = record.entry
    yield from _present(record.key, entry.by, entry.approved_by, entry.date)
    if entry.assignee is not None:
        yield Mention(entry.assignee, (*record.key, "assignee"))


def _present(key: KeyPath, by: str | None, approved_by: str | None, day: date | None) -> Iterator[Mention]:
    if by is not None:
        yield Mention(by, (*key, "by"), day)
    if approved_by is not None:
        yield Mention(approved_by, (*key, "approved_by"), day)
