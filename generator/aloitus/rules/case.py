"""What the rules of one client look at: its plan, the firm's people, and its records sorted once for them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from aloitus.findings import KeyPath, Place, Term
from aloitus.model.client import CLIENT_SIDE, ChangeKind, Client, ClientStatus, Status, TaskEntry
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.model.text import Text
from aloitus.plan.client_plan import ClientPlan, TaskKind
from aloitus.rules.approvals.approval import Approval, approvals_of

PROJECT_MANAGER = "project-manager"
"""The one role that every process has: it answers for the onboarding and closes it."""
BUILT_IN_DATES = ("agreement_signed", "service_start", "service_started")
"""Dates that a client may have whatever its process."""


class Recorded(NamedTuple):
    """What the file records of one task, extra task or action, and where."""

    key: KeyPath
    id: str
    kind: TaskKind
    entry: TaskEntry


@dataclass(frozen=True, slots=True)
class Records:
    """All that a file records of tasks, sorted by status; most rules care for few of them."""

    all: tuple[Recorded, ...]
    done: tuple[Recorded, ...]
    halted: tuple[Recorded, ...]
    """Waiting or blocked."""
    waived: tuple[Recorded, ...]
    cancelled: tuple[Recorded, ...]


@dataclass(frozen=True)
class Case:
    """One client on one day. `file` is its path.

    `strict` is for a change that closes the client or passes a start gate: what the process asks is then an error,
    as is what the client's own file contradicts. `managers`: who may close the client, by the state that the change
    is compared with; by default those that the file names. `knows_people`: whether the firm's people could be read.
    """

    plan: ClientPlan
    file: str
    people: Mapping[str, Person]
    strict: bool = False
    managers: tuple[str, ...] | None = None
    knows_people: bool = True

    @cached_property
    def client(self) -> Client:
        return self.plan.client

    @cached_property
    def process(self) -> Process:
        return self.plan.process

    @cached_property
    def today(self) -> date:
        return self.plan.today

    @cached_property
    def process_file(self) -> str:
        return f"templates/processes/{self.process.id}.yaml"

    @cached_property
    def is_over(self) -> bool:
        """Closed or cancelled: only what the file itself contradicts is an error."""
        return self.client.status.is_over

    @cached_property
    def is_purged(self) -> bool:
        """Little stays of a client whose data was removed after its retention: nothing is asked of it any more."""
        return any(change.kind is ChangeKind.PURGED for change in self.client.changes)

    @cached_property
    def closing_counts(self) -> bool:
        """Whether the criteria of closing are asked of the client.

        They aren't of one that was purged, or closed before it was brought here. A change that closes is always judged.
        """
        if self.client.status is not ClientStatus.CLOSED:
            return False
        return self.strict or not (self.is_purged or _was_brought_in_closed(self.client))

    @cached_property
    def project_managers(self) -> tuple[str, ...]:
        return self.client.team.get(PROJECT_MANAGER, ()) if self.managers is None else self.managers

    @property
    def project_manager(self) -> str | Term:
        """Whom a help names: the first of them, or a mark to be replaced."""
        return next(iter(self.project_managers), Term("rules.some-id"))

    @cached_property
    def records(self) -> Records:
        return sort_records(self.client)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every person that the file names; `mentions` tells where."""
        return frozenset(_names(self.client, self.records))

    @cached_property
    def approvals(self) -> tuple[Approval, ...]:
        return tuple(approvals_of(self.client, self.process))

    def at(self, *key: str | int) -> Place:
        return Place(self.file, key)

    def at_key(self, *key: str | int) -> Place:
        return Place(self.file, key, on_key=True)

    def under(self, record: Recorded, field: str) -> Place:
        return Place(self.file, (*record.key, field))

    def title(self, record: Recorded) -> Text:
        if record.kind is TaskKind.PROCESS:
            task = self.process.tasks.get(record.id)
            return task.title if task else Text.plain(record.id)
        if record.kind is TaskKind.EXTRA:
            return self.client.extra_tasks[record.id].title
        return self.client.meetings[str(record.key[1])].actions[record.id].title


def thing(record: Recorded) -> Term:
    """Task, extra task or action, as a message calls it."""
    return Term(f"rules.thing-{record.kind.value}")


def _was_brought_in_closed(client: Client) -> bool:
    imports = [change.date for change in client.changes if change.kind is ChangeKind.IMPORTED and change.date]
    closed = client.closure.date if client.closure else None
    return bool(imports) and (closed is None or closed <= max(imports))


def sort_records(client: Client) -> Records:
    process, extra, action = TaskKind.PROCESS, TaskKind.EXTRA, TaskKind.ACTION
    records = [Recorded(("tasks", name), name, process, entry) for name, entry in client.tasks.items()]
    records += [Recorded(("extra_tasks", name), name, extra, task.entry) for name, task in client.extra_tasks.items()]
    for meeting, held in client.meetings.items():
        actions = held.actions.items()
        records += [Recorded(("meetings", meeting, "actions", name), name, action, it.entry) for name, it in actions]
    done, halted, waived, cancelled = [], [], [], []
    for record in records:
        status = record.entry.status
        if status is Status.DONE:
            done.append(record)
        elif status is Status.WAITING or status is Status.BLOCKED:
            halted.append(record)
        elif status is Status.NOT_APPLICABLE:
            waived.append(record)
        elif status is Status.CANCELLED:
            cancelled.append(record)
    return Records(tuple(records), tuple(done), tuple(halted), tuple(waived), tuple(cancelled))


def _names(client: Client, records: Records) -> set[str]:
    names: set[str | None] = set()
    for record in records.all:
        entry = record.entry
        names.add(entry.by)
        names.add(entry.approved_by)
        names.add(entry.assignee)
    for people in client.team.values():
        names.update(people)
    for meeting in client.meetings.values():
        names.update(meeting.participants)
        names.update(action.assignee for action in meeting.actions.values() if action.assignee != CLIENT_SIDE)
    for item in client.invoicing.values():
        names.update((item.by, item.approved_by))
    for change in client.changes:
        names.update((change.by, change.approved_by))
    names.add(client.uninvoiced.by if client.uninvoiced else None)
    names.add(client.closure.by if client.closure else None)
    return {name for name in names if name}
