"""One person's tasks and meetings across clients."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from aloitus.calendar import DAYS_A_WEEK, add_days, week_start
from aloitus.model.client import CLIENT_SIDE, Status
from aloitus.plan.client_plan import MeetingState, Progress
from aloitus.plan.client_summary import ClientSummary, DoneTask, MeetingSummary, OpenTask


class OwnTask(NamedTuple):
    client: ClientSummary
    task: OpenTask


class OwnDone(NamedTuple):
    client: ClientSummary
    task: DoneTask


class OwnMeeting(NamedTuple):
    client: ClientSummary
    meeting: MeetingSummary


@dataclass(frozen=True, slots=True)
class PersonTasks:
    """What one has as the first; deputies see it under the name of the first. Each open task stands in one group.

    `waiting`: halted, by the client or by something else, whenever it is due. The others go by their due day; weeks
    begin on Monday. Open tasks are by due day, then client; meetings by day and time; `done_lately` the latest first.
    `clients`: how far one's own tasks are, by client id.
    """

    overdue: tuple[OwnTask, ...] = ()
    this_week: tuple[OwnTask, ...] = ()
    next_week: tuple[OwnTask, ...] = ()
    later: tuple[OwnTask, ...] = ()
    waiting: tuple[OwnTask, ...] = ()
    done_lately: tuple[OwnDone, ...] = ()
    meetings: tuple[OwnMeeting, ...] = ()
    clients: Mapping[str, Progress] = field(default_factory=dict)

    @property
    def open(self) -> tuple[OwnTask, ...]:
        return (*self.overdue, *self.this_week, *self.next_week, *self.later, *self.waiting)


NOTHING = PersonTasks()


def person_tasks(summaries: Iterable[ClientSummary], person: str, today: date) -> PersonTasks:
    return tasks_by_person(summaries, today).get(person, NOTHING)


def tasks_by_person(summaries: Iterable[ClientSummary], today: date) -> Mapping[str, PersonTasks]:
    """Of everybody at the firm who has something; clients whose onboarding is over are left out."""
    groups: defaultdict[str, _Groups] = defaultdict(_Groups)
    for client in summaries:
        if not client.status.is_over:
            _share_out(client, groups)
    return {person: _sorted(groups[person], today) for person in sorted(groups) if person != CLIENT_SIDE}


def _share_out(client: ClientSummary, groups: "defaultdict[str, _Groups]") -> None:
    for task in client.open_tasks:
        if task.people:
            groups[task.people[0]].open.append(OwnTask(client, task))
    for done in client.done_lately:
        if done.people:
            groups[done.people[0]].done.append(OwnDone(client, done))
    for meeting in client.meetings:
        if meeting.state in (MeetingState.NOT_PLANNED, MeetingState.PLANNED):
            for person in meeting.people:
                groups[person].meetings.append(OwnMeeting(client, meeting))
    for person, progress in client.progress_by_person.items():
        groups[person].clients[client.id] = progress


@dataclass
class _Groups:
    open: list[OwnTask] = field(default_factory=list)
    done: list[OwnDone] = field(default_factory=list)
    meetings: list[OwnMeeting] = field(default_factory=list)
    clients: dict[str, Progress] = field(default_factory=dict)


def _sorted(groups: _Groups, today: date) -> PersonTasks:
    next_monday = add_days(week_start(today), DAYS_A_WEEK)
    monday_after = add_days(next_monday, DAYS_A_WEEK)
    halted, late, this_week, next_week, later = [], [], [], [], []
    for own in sorted(groups.open, key=lambda own: (own.task.due or date.max, own.client.id)):
        if own.task.state in (Status.WAITING, Status.BLOCKED):
            halted.append(own)
        elif own.task.overdue:
            late.append(own)
        elif own.task.due is None or own.task.due >= monday_after:
            later.append(own)
        elif own.task.due >= next_monday:
            next_week.append(own)
        else:
            this_week.append(own)
    return PersonTasks(
        tuple(late),
        tuple(this_week),
        tuple(next_week),
        tuple(later),
        tuple(halted),
        tuple(sorted(groups.done, key=lambda own: (-own.task.on.toordinal(), own.client.id))),
        tuple(sorted(groups.meetings, key=_by_time)),
        groups.clients,
    )


def _by_time(own: OwnMeeting) -> tuple[date, str, str]:
    time = own.meeting.time.isoformat() if own.meeting.time else ""
    return own.meeting.day or date.max, time, own.client.id
