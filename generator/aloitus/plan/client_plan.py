"""What the plan says of one client on one day: values that pages, rules, the gate and exports read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from aloitus.model.client import Client, MeetingEntry, Status, TaskEntry
from aloitus.model.process import ClosureCriterion, Meeting, Process, Task
from aloitus.model.text import Text


class TaskKind(StrEnum):
    PROCESS = "process"
    EXTRA = "extra"
    ACTION = "action"


class DueSource(StrEnum):
    """Where a due day comes from."""

    RULE = "rule"
    PUSHED = "pushed"
    OVERRIDE = "override"
    RECORDED = "recorded"


class PlannedTask(NamedTuple):
    """One task that applies to the client, an extra task, or an action of a meeting.

    A named tuple, as are other values that a plan makes by the dozen: five times as fast as a frozen dataclass.

    `key` is where its entry stands (or would stand) in the client's file. `people`: who has it, the leader first,
    then deputies; empty when the role is not staffed; `("client",)` for an action of the client's.
    `state` is what is recorded; it is `final` only with all that the record needs (day and person, or a waiver's
    reason and approval). `waits_for` and `holds_up` name unfinished tasks only, in the process's order.

    `days_left`: working days from today to the due day, 0 on the day itself, negative when overdue; None when
    there is nothing left to do or no due day. `days_late`: the same for an overdue task, at least 1; else 0.
    """

    id: str
    kind: TaskKind
    key: tuple[str | int, ...]
    title: Text
    role: str | None
    people: tuple[str, ...]
    rule: Task | None
    entry: TaskEntry
    state: Status
    final: bool
    done_on: date | None
    done_by: str | None
    due: date | None
    due_source: DueSource
    days_left: int | None
    overdue: bool
    days_late: int
    due_soon: bool
    at_start_gate: bool
    waits_for: tuple[str, ...]
    holds_up: tuple[str, ...]
    steps: tuple[Text, ...]
    meeting: str | None = None
    """The meeting that an action was agreed in, or that fulfils the task."""


class MeetingState(StrEnum):
    NOT_PLANNED = "not-planned"
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Attendance(NamedTuple):
    """A role that is expected at a meeting, and its person; None while the role is not staffed."""

    role: str
    person: str | None


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """An agenda item that concerns this client; `starts` is minutes after the meeting's beginning."""

    title: Text
    starts: int
    duration: int
    shows: str | None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """`number` counts from 1 in the process's order; `day` is the recorded day, else the due day."""

    id: str
    number: int
    rule: Meeting
    entry: MeetingEntry | None
    state: MeetingState
    due: date | None
    day: date | None
    earliest: date | None
    latest: date | None
    overdue: bool
    days_left: int | None
    attendance: tuple[Attendance, ...]
    agenda: tuple[AgendaPoint, ...]


@dataclass(frozen=True, slots=True)
class StartGatePlan:
    """The start gate of the client (`service` is None), or of a service that starts on a day of its own.

    `at_risk`: not passed, and an unfinished gate task is overdue, blocked or due after the day, or the day has come;
    also when the day is past and nobody recorded that the service started.
    `too_tight`: unfinished gate tasks that land after the day because of the signing day or of what they depend on
    ("aikataulu ei riitä"). `lead` is the working days from signing to the day, `lead_needed` what it would take for
    nothing to be moved; None where a day is not known.
    """

    service: str | None
    day: date | None
    passed_on: date | None
    tasks: tuple[PlannedTask, ...]
    missing: tuple[PlannedTask, ...]
    too_tight: tuple[PlannedTask, ...]
    at_risk: bool
    days_left: int | None
    lead: int | None = None
    lead_needed: int | None = None


class Reason(StrEnum):
    """Why a closure criterion is not met."""

    TASK_NOT_FINAL = "task-not-final"
    START_NOT_PASSED = "start-not-passed"
    MEETING_NOT_HELD = "meeting-not-held"
    MEETING_TOO_EARLY = "meeting-too-early"
    MEETING_TOO_LATE = "meeting-too-late"
    MEETING_TOO_FEW = "meeting-too-few"
    MEETING_UNRECORDED = "meeting-unrecorded"
    NO_ITEMS = "no-items"
    ITEM_NOT_FINAL = "item-not-final"
    UNINVOICED_NOT_CHECKED = "uninvoiced-not-checked"
    UNINVOICED_ROWS_LEFT = "uninvoiced-rows-left"
    UNINVOICED_CHECKED_TOO_EARLY = "uninvoiced-checked-too-early"
    ERP_NOT_CLOSED = "erp-not-closed"
    ERP_CLOSED_TOO_EARLY = "erp-closed-too-early"
    CLOSURE_UNDATED = "closure-undated"
    CLOSURE_UNSIGNED = "closure-unsigned"
    CLOSURE_TOO_EARLY = "closure-too-early"


class Missing(NamedTuple):
    """One thing that keeps a criterion from being met: `key` says where in the client's file it is recorded.

    `subject` is an id (task, service, meeting, invoicing item); `day` a day that the thing must reach, `rows` the
    rows left in the ERP's list.
    """

    reason: Reason
    key: tuple[str | int, ...]
    subject: str | None = None
    day: date | None = None
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionPlan:
    """`done` of `total` for the gate meter: tasks, or 0/1."""

    rule: ClosureCriterion
    met: bool
    missing: tuple[Missing, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ClosurePlan:
    """`ready`: every criterion is met but for what the closing itself writes (the day closed in the ERP)."""

    criteria: tuple[CriterionPlan, ...]
    met: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of tasks by state; they add up to `total`. `overdue` and `due_soon` overlap the states."""

    total: int = 0
    done: int = 0
    not_applicable: int = 0
    in_progress: int = 0
    waiting: int = 0
    blocked: int = 0
    open: int = 0
    overdue: int = 0
    due_soon: int = 0

    @property
    def final(self) -> int:
        return self.done + self.not_applicable

    def __add__(self, other: "Progress") -> "Progress":
        return Progress(
            self.total + other.total,
            self.done + other.done,
            self.not_applicable + other.not_applicable,
            self.in_progress + other.in_progress,
            self.waiting + other.waiting,
            self.blocked + other.blocked,
            self.open + other.open,
            self.overdue + other.overdue,
            self.due_soon + other.due_soon,
        )


class Situation(StrEnum):
    """The one word for a client: the gravest that holds, in this order of consequence."""

    CLOSED = "closed"
    CANCELLED = "cancelled"
    PLANNED = "planned"
    START_AT_RISK = "start-at-risk"
    BLOCKED = "blocked"
    REVIEW_OVERDUE = "review-overdue"
    READY_TO_CLOSE = "ready-to-close"
    UNINVOICED = "uninvoiced"
    LATE = "late"
    WAITING = "waiting"
    REVIEW_DUE = "review-due"
    ON_SCHEDULE = "on-schedule"


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """The whole picture of one client on `today`.

    `tasks`: the process's tasks in its order, then extra tasks, then actions. `roles`: role ids that have tasks or
    are staffed, in the process's order. `dates`: the client's own, with the process's defaults filled in.
    `next_task`: what to look at first, None when nothing is open. `ignored_entries`: ids of the process's tasks that
    the file has entries of but that don't apply, such as those of a service that ended.
    """

    client: Client
    process: Process
    today: date
    dates: Mapping[str, date]
    tasks: tuple[PlannedTask, ...]
    roles: tuple[str, ...]
    meetings: tuple[PlannedMeeting, ...]
    start_gates: tuple[StartGatePlan, ...]
    closure: ClosurePlan
    progress: Progress
    progress_by_role: Mapping[str, Progress]
    situation: Situation
    next_task: PlannedTask | None
    ignored_entries: tuple[str, ...] = ()

    def task(self, task_id: str) -> PlannedTask | None:
        return next((task for task in self.tasks if task.id == task_id), None)

    def tasks_of_role(self, role: str) -> tuple[PlannedTask, ...]:
        return tuple(task for task in self.tasks if task.role == role)
