"""What the plan says of one client on one day: values that pages, rules, the gate and exports read."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.closure_plan import ClosurePlan, CriterionPlan, Missing, Reason
from aloitus.plan.planned_meeting import AgendaPoint, Attendance, MeetingState, PlannedMeeting
from aloitus.plan.planned_task import DueSource, PlannedTask, TaskKind

__all__ = [
    "AgendaPoint",
    "Attendance",
    "ClientPlan",
    "ClosurePlan",
    "CriterionPlan",
    "DueSource",
    "MeetingState",
    "Missing",
    "PlannedMeeting",
    "PlannedTask",
    "Progress",
    "Reason",
    "Situation",
    "StartGatePlan",
    "TaskKind",
]


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

    @property
    def lead_lacking(self) -> int:
        """By how many working days the time from signing to the start falls short of what the process takes."""
        return self.lead_needed - self.lead if self.lead is not None and self.lead_needed is not None else 0


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


class ClientPlan(ABC):
    """The whole picture of one client on `today`.

    It never changes. Its parts are worked out when they are first asked for, since a check asks for few of them.
    """

    def __init__(self, client: Client, process: Process, today: date) -> None:
        self.client = client
        self.process = process
        self.today = today

    @property
    @abstractmethod
    def dates(self) -> Mapping[str, date]:
        """The client's own, with the process's defaults filled in."""

    @property
    @abstractmethod
    def tasks(self) -> tuple[PlannedTask, ...]:
        """The process's tasks in its order, then extra tasks by due day, then actions by meeting and due day."""

    @property
    @abstractmethod
    def roles(self) -> tuple[str, ...]:
        """The ids of roles that have tasks or are staffed, in the process's order."""

    @property
    @abstractmethod
    def meetings(self) -> tuple[PlannedMeeting, ...]:
        """In the process's order."""

    @property
    @abstractmethod
    def start_gates(self) -> tuple[StartGatePlan, ...]:
        """The client's own first, then those of services that start on a day of their own, by id."""

    @property
    @abstractmethod
    def closure(self) -> ClosurePlan: ...

    @property
    @abstractmethod
    def progress(self) -> Progress:
        """Of all tasks, extra tasks and actions."""

    @property
    @abstractmethod
    def progress_by_role(self) -> Mapping[str, Progress]:
        """By `roles`; actions belong to a person and to no role."""

    @property
    @abstractmethod
    def situation(self) -> Situation: ...

    @property
    @abstractmethod
    def next_task(self) -> PlannedTask | None:
        """What to look at first; None when nothing is open."""

    @property
    @abstractmethod
    def ignored_entries(self) -> tuple[str, ...]:
        """Tasks of the process that the file has entries of but that don't apply, as those of a service that ended."""

    def task(self, task_id: str) -> PlannedTask | None:
        return next((task for task in self.tasks if task.id == task_id), None)

    @cached_property
    def tasks_by_place(self) -> Mapping[tuple[tuple[str | int, ...], str | None], PlannedTask]:
        """By where each is recorded and its id: several can be recorded in one meeting."""
        return {(task.key, task.id): task for task in self.tasks}

    def tasks_of_role(self, role: str) -> tuple[PlannedTask, ...]:
        return tuple(task for task in self.tasks if task.role == role)
