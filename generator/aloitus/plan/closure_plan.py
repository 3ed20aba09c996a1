"""What keeps an onboarding from being closed, as values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from aloitus.model.process import ClosureCriterion


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
