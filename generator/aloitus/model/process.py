"""The firm's onboarding process: what has to be done, by which role, by when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from aloitus.model.condition import ALWAYS, Condition
from aloitus.model.due_rule import DueRule, Roll
from aloitus.model.text import Text


@dataclass(frozen=True, slots=True)
class DateKind:
    """A date that clients have, such as `service_start`; `default` stands in until the client's own is known."""

    id: str
    title: Text
    when: Condition = ALWAYS
    default: DueRule | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service that clients buy; `lead` is the role that answers for it (palveluvastaava)."""

    id: str
    title: Text
    lead: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true of a client that brings tasks with it, such as `data-transfer`."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Phase:
    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    title: Text
    responsibility: Text | None = None
    when: Condition = ALWAYS


class Side(StrEnum):
    FIRM = "firm"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A line of the division of responsibilities (vastuunjako) that is gone through with the client."""

    id: str
    title: Text
    side: Side
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Step:
    title: Text
    when: Condition = ALWAYS


class Record(StrEnum):
    """The record elsewhere in the client's file that fulfils a task, so that nothing is entered twice."""

    MEETING = "meeting"
    INVOICING_ITEMS = "invoicing.items"
    UNINVOICED = "invoicing.uninvoiced"
    ERP_CLOSED = "closure.erp_closed"


@dataclass(frozen=True, slots=True)
class FulfilledBy:
    record: Record
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One task of the process.

    `applies_from` and `applies_until` date it as a law is dated: by the day a client signed, or, where
    `running` is set, for every client that isn't closed by then.
    """

    id: str
    title: Text
    phase: str
    role: str
    due: DueRule
    when: Condition = ALWAYS
    roll: Roll = Roll.BACK
    after: tuple[str, ...] = ()
    at_start_gate: bool = False
    guide: str | None = None
    steps: tuple[Step, ...] = ()
    client_input: tuple[Text, ...] = ()
    evidence: Text | None = None
    waivable: bool = True
    fulfilled_by: FulfilledBy | None = None
    applies_from: date | None = None
    applies_until: date | None = None
    running: bool = False


class LiveContent(StrEnum):
    """What an agenda item shows under its title (`shows:`)."""

    TEAM = "team"
    OPEN_TASKS = "open-tasks"
    OVERDUE_TASKS = "overdue-tasks"
    SCHEDULE = "schedule"
    RESPONSIBILITIES = "responsibilities"
    CLIENT_INPUT = "client-input"
    ACTIONS = "actions"
    INVOICING = "invoicing"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """`duration` is in minutes."""

    title: Text
    duration: int
    when: Condition = ALWAYS
    shows: LiveContent | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which a meeting may be held, both ends included."""

    earliest: DueRule
    latest: DueRule


@dataclass(frozen=True, slots=True)
class Meeting:
    """`participants` is None for the whole team, else role ids; `also` adds roles to it. `duration` is in minutes."""

    id: str
    title: Text
    due: DueRule
    duration: int
    with_client: bool = False
    chair: str | None = None
    window: Window | None = None
    participants: tuple[str, ...] | None = None
    also: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()


class Criterion(StrEnum):
    ALL_TASKS_FINAL = "all-tasks-final"
    MEETING_HELD = "meeting-held"
    WORK_INVOICED = "work-invoiced"
    CLOSED_IN_ERP = "closed-in-erp"


@dataclass(frozen=True, slots=True)
class ClosureCriterion:
    criterion: Criterion
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class StartGate:
    """What must be finished before service production starts; `day` is a date's key."""

    title: Text
    day: str


@dataclass(frozen=True, slots=True)
class ClosureGate:
    title: Text
    criteria: tuple[ClosureCriterion, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """Everything under `templates/processes/<id>.yaml`, each collection in the order of the file."""

    id: str
    title: Text
    dates: Mapping[str, DateKind] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    responsibilities: Mapping[str, Responsibility] = field(default_factory=dict)
    tasks: Mapping[str, Task] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    start_gate: StartGate | None = None
    closure_gate: ClosureGate | None = None
    approvals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By kind (`waiver`, `write-off`, `policy`, kinds of `changes`): the roles of people.yaml that may approve."""
