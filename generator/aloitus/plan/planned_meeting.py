"""One meeting of a client on one day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from aloitus.model.client import MeetingEntry
from aloitus.model.process import Meeting
from aloitus.model.text import Text


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
