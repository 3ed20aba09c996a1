"""One task of a client on one day."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from aloitus.model.client import Status, TaskEntry
from aloitus.model.process import Task
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
