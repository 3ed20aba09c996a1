"""New evidence is dated after the person's last day.

`left` in `people.yaml` is a person's last day. What they did up to it stays valid for good, and may also be written
down later. A new entry says that they did something after they had gone, which can't be.

To mend it, name who really did it, or correct the day, or `left` if that is wrong.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, KeyPath, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import Client, MeetingStatus

KIND = FindingKind(
    "HIS417",
    "leaver-named",
    Severity.ERROR,
    __doc__,
    failing=Example(
        before="status: active\n",
        after="tasks:\n  agree-chart-of-accounts: {status: done, date: 2026-11-20, by: olli-lahtenyt}\n",
    ),
    passing=Example(
        before="status: active\n",
        after="tasks:\n  agree-chart-of-accounts: {status: done, date: 2026-05-20, by: olli-lahtenyt}\n",
    ),
)

Deed = tuple[KeyPath, str, date | None]
"""Where a person is named, who, and on which day they did it."""


def check(step: ClientStep) -> Iterator[Finding]:
    people = step.comparison.head.people
    gone = {name: person.left for name, person in people.items() if person.left}
    if not gone:
        return
    known = {_same(deed) for deed in deeds(step.base)} if step.base else set()
    for deed in (*deeds(step.head), *_decisions(step)):
        key, name, day = deed
        left = gone.get(name)
        if left and day and day > left and _same(deed) not in known:
            yield KIND.at(step.at(*key), person=people[name].name, left=left, day=day)


def deeds(client: Client) -> Iterator[Deed]:
    """What each person did by the client's file, but for its `changes`, which have no fixed place."""
    for name, entry in client.tasks.items():
        yield from _deed(("tasks", name), entry.by, entry.date)
    for name, task in client.extra_tasks.items():
        yield from _deed(("extra_tasks", name), task.entry.by, task.entry.date)
    for name, meeting in client.meetings.items():
        # who is invited to a meeting to come has done nothing yet
        for number, person in enumerate(meeting.participants if meeting.status is MeetingStatus.HELD else ()):
            yield ("meetings", name, "participants", number), person, meeting.date
        for action in meeting.actions.values():
            yield from _deed(("meetings", name, "actions", action.id), action.entry.by, action.entry.date)
    for name, item in client.invoicing.items():
        yield from _deed(("invoicing", "items", name), item.by, item.date)
    if client.uninvoiced:
        yield from _deed(("invoicing", "uninvoiced"), client.uninvoiced.by, client.uninvoiced.checked)
    if client.closure:
        yield from _deed(("closure",), client.closure.by, client.closure.date)


def _deed(key: KeyPath, by: str | None, day: date | None) -> Iterator[Deed]:
    if by:
        yield (*key, "by"), by, day


def _same(deed: Deed) -> Deed:
    """The deed wherever among the participants it stands."""
    key, name, day = deed
    return key[:-1], name, day


def _decisions(step: ClientStep) -> Iterator[Deed]:
    for number, change in new_entries(step):
        if change.by:
            yield ("changes", number, "by"), change.by, change.date
