"""The small extract of a client's plan that pages across clients need: home, client list, people, workload, reports.

A summary holds for the day of its plan. It names the process's tasks, meetings and roles by id and leaves their titles
to the process, so that thousands of summaries stay small.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import NamedTuple

from aloitus.model.client import ClientStatus, Status
from aloitus.model.process import Criterion
from aloitus.model.text import Text
from aloitus.plan.client_plan import MeetingState, Progress, Situation, TaskKind

LATELY = 7
"""Done lately: within so many days."""


class OpenTask(NamedTuple):
    """A task that isn't final.

    `days_left` is as in `PlannedTask`; `holds_up` counts the tasks that wait for this one. `invoicing`: its task is
    that the work be invoiced. `title` is None where the process tells it. `meeting`: in which
    an action was agreed, or that fulfils the task.
    """

    id: str
    role: str | None
    people: tuple[str, ...]
    due: date | None
    days_left: int | None
    state: Status = Status.OPEN
    waits_for: tuple[str, ...] = ()
    holds_up: int = 0
    at_start_gate: bool = False
    invoicing: bool = False
    reason: str | None = None
    follow_up: date | None = None
    kind: TaskKind = TaskKind.PROCESS
    title: Text | None = None
    meeting: str | None = None

    @property
    def overdue(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    @property
    def days_late(self) -> int:
        return -self.days_left if self.days_left is not None and self.days_left < 0 else 0


class DoneTask(NamedTuple):
    """A task that was finished within `LATELY` days; `by` signed it off, `people` have it."""

    id: str
    on: date
    by: str | None
    people: tuple[str, ...]
    state: Status
    kind: TaskKind
    title: Text | None
    meeting: str | None


class MeetingSummary(NamedTuple):
    """`people`: who is expected, or who was there. `review`: the closing needs this meeting.

    `agreed`: the recorded day, which a cancelled meeting has as well; `day` is as in `PlannedMeeting`.
    """

    id: str
    number: int
    state: MeetingState
    day: date | None
    time: time | None
    duration: int
    days_left: int | None
    overdue: bool
    people: tuple[str, ...]
    review: bool
    agreed: date | None = None


class GateSummary(NamedTuple):
    """`states`: of the gate's tasks in the process's order, None for a final one; the rest as in `StartGatePlan`."""

    service: str | None
    day: date | None
    passed_on: date | None
    states: tuple[Status | None, ...]
    overdue: int
    at_risk: bool
    too_tight: int
    days_left: int | None
    lead: int | None
    lead_needed: int | None


class CriterionSummary(NamedTuple):
    criterion: Criterion
    met: bool
    done: int
    total: int


class Unstaffed(NamedTuple):
    """A role with open tasks and nobody to do them; `first_due` is the first of their due days."""

    role: str
    tasks: int
    first_due: date | None


class Punctuality(NamedTuple):
    """How many of the done tasks that had a due day were done by it."""

    on_time: int
    done: int


class ClientSummary(NamedTuple):
    """`ended`: the day of closing or cancelling. `next_task`: a position in `open_tasks`, which are in plan order.

    `progress_by_person` counts what each has as the first; `punctuality` goes by role.
    """

    id: str
    name: str
    business_id: str | None
    process: str
    status: ClientStatus
    situation: Situation
    services: tuple[str, ...]
    facts: tuple[str, ...]
    team: Mapping[str, tuple[str, ...]]
    signed: date | None
    starts: date | None
    started: date | None
    ended: date | None
    gates: tuple[GateSummary, ...]
    meetings: tuple[MeetingSummary, ...]
    criteria: tuple[CriterionSummary, ...]
    ready: bool
    progress: Progress
    progress_by_person: Mapping[str, Progress]
    punctuality: Mapping[str, Punctuality]
    unstaffed: tuple[Unstaffed, ...]
    open_tasks: tuple[OpenTask, ...]
    done_lately: tuple[DoneTask, ...]
    next_task: int | None

    @property
    def next(self) -> OpenTask | None:
        return None if self.next_task is None else self.open_tasks[self.next_task]

    @property
    def running(self) -> bool:
        return self.status is ClientStatus.ACTIVE
