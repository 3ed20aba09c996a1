"""One client's onboarding, as its file records it: state, never a copy of the process."""

import datetime as dt  # fields are called `date` and `time`, so their types need a prefix
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aloitus.model.process import Side
from aloitus.model.text import Text


class ClientStatus(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether the onboarding has ended, be it by closing or by cancelling."""
        return self in (ClientStatus.CLOSED, ClientStatus.CANCELLED)


class Status(StrEnum):
    """What was recorded of a task, an extra task or an action; overdue is computed, never recorded."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    WAITING = "waiting"
    BLOCKED = "blocked"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """What happened to one task; a task without an entry is open."""

    status: Status = Status.OPEN
    date: dt.date | None = None
    by: str | None = None
    evidence: str | None = None
    reason: str | None = None
    follow_up: dt.date | None = None
    note: str | None = None
    approved_by: str | None = None
    due: dt.date | None = None
    due_reason: str | None = None
    assignee: str | None = None


OPEN_ENTRY = TaskEntry()


@dataclass(frozen=True, slots=True)
class ExtraTask:
    """A task of this client alone."""

    id: str
    title: Text
    role: str
    due: dt.date | None
    entry: TaskEntry = OPEN_ENTRY


CLIENT_SIDE = "client"
"""The assignee of an action that the client itself has to do."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something agreed in a meeting; a task of its assignee (a person, or `CLIENT_SIDE`) until done."""

    id: str
    title: Text
    assignee: str
    due: dt.date | None
    entry: TaskEntry = OPEN_ENTRY


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    status: MeetingStatus = MeetingStatus.PLANNED
    date: dt.date | None = None
    time: dt.time | None = None
    participants: tuple[str, ...] = ()
    client_participants: tuple[str, ...] = ()
    minutes: str | None = None
    decisions: tuple[str, ...] = ()
    actions: Mapping[str, Action] = field(default_factory=dict)
    reason: str | None = None


class InvoicingStatus(StrEnum):
    OPEN = "open"
    INVOICED = "invoiced"
    WRITTEN_OFF = "written-off"


@dataclass(frozen=True, slots=True)
class InvoicingItem:
    id: str
    work: Text
    status: InvoicingStatus = InvoicingStatus.OPEN
    invoice: str | None = None
    date: dt.date | None = None
    reason: str | None = None
    by: str | None = None
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Uninvoiced:
    """How many rows the ERP's list of uninvoiced events had when somebody looked."""

    rows: int
    checked: dt.date | None = None
    by: str | None = None


class ChangeKind(StrEnum):
    DATE_MOVED = "date-moved"
    SERVICE_ADDED = "service-added"
    SERVICE_REMOVED = "service-removed"
    FACT_ADDED = "fact-added"
    FACT_REMOVED = "fact-removed"
    LATE_REVIEW = "late-review"
    REOPENED = "reopened"
    CANCELLED = "cancelled"
    IMPORTED = "imported"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that bends the plan; the list of them is only ever added to."""

    kind: ChangeKind
    date: dt.date | None
    by: str | None
    reason: str | None
    what: str | None = None
    moved_from: dt.date | None = None
    moved_to: dt.date | None = None
    approved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    date: dt.date | None
    by: str | None
    erp_closed: dt.date | None


@dataclass(frozen=True, slots=True)
class ServiceStart:
    """A service that starts on a day of its own: the agreed day, and the day it really did."""

    agreed: dt.date | None = None
    started: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    name: str
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Client:
    """Everything under `clients/<id>.yaml`."""

    id: str
    name: str
    process: str
    status: ClientStatus = ClientStatus.PLANNED
    business_id: str | None = None
    business_id_pending: str | None = None
    group: str | None = None
    language: str | None = None
    services: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    dates: Mapping[str, dt.date] = field(default_factory=dict)
    service_starts: Mapping[str, ServiceStart] = field(default_factory=dict)
    team: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    systems: Mapping[str, str] = field(default_factory=dict)
    erp_tasks: Mapping[str, str] = field(default_factory=dict)
    """`systems.erp_tasks`: by role, the number of the participant's own task in the ERP."""
    responsibilities: Mapping[str, Side] = field(default_factory=dict)
    tasks: Mapping[str, TaskEntry] = field(default_factory=dict)
    extra_tasks: Mapping[str, ExtraTask] = field(default_factory=dict)
    meetings: Mapping[str, MeetingEntry] = field(default_factory=dict)
    invoicing: Mapping[str, InvoicingItem] = field(default_factory=dict)
    uninvoiced: Uninvoiced | None = None
    changes: tuple[Change, ...] = ()
    closure: Closure | None = None
    notes: str | None = None

    @property
    def is_purged(self) -> bool:
        """Whether its records were removed after their retention: little more than the id stays."""
        return any(change.kind is ChangeKind.PURGED for change in self.changes)
