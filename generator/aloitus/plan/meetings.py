"""The meetings of one client: when, with whom, about what."""

from collections.abc import Sequence

from aloitus.model.client import MeetingStatus
from aloitus.model.process import Meeting
from aloitus.plan.client_plan import Attendance, DueSource, MeetingState, PlannedMeeting
from aloitus.plan.groundwork import Groundwork

_STATES = {
    MeetingStatus.PLANNED: MeetingState.PLANNED,
    MeetingStatus.HELD: MeetingState.HELD,
    MeetingStatus.CANCELLED: MeetingState.CANCELLED,
}


def planned_meetings(work: Groundwork, roles: Sequence[str]) -> tuple[PlannedMeeting, ...]:
    """In the process's order. A window counts from the day that production really began, where that was later.

    A meeting moves with the task that it fulfils when dependencies push that.
    """
    client, count = work.client, work.real_dates.count
    planned = []
    for number, meeting in enumerate(work.process.meetings.values(), start=1):
        applicable = work.profile.meetings[meeting.id]
        entry = client.meetings.get(meeting.id)
        state = _STATES[entry.status] if entry else MeetingState.NOT_PLANNED
        due = work.by_rule[applicable.basis].day
        pushed = work.dues[applicable.task] if applicable.task is not None else None
        if due and pushed and pushed.day and pushed.source is DueSource.PUSHED:
            due = max(due, pushed.day)
        day = entry.date if entry and entry.date and state is not MeetingState.CANCELLED else due
        left = None if state is MeetingState.HELD else work.clock.days_to(day)
        planned.append(
            PlannedMeeting(
                meeting.id,
                number,
                meeting,
                entry,
                state,
                due,
                day,
                count(meeting.window.earliest) if meeting.window else None,
                count(meeting.window.latest) if meeting.window else None,
                left is not None and left < 0,
                left,
                _attendance(meeting, work, roles),
                applicable.agenda,
            )
        )
    return tuple(planned)


def _attendance(meeting: Meeting, work: Groundwork, roles: Sequence[str]) -> tuple[Attendance, ...]:
    """This client's roles that the meeting lists (or all of them), those that it adds, and the chair."""
    listed = [role for role in roles if meeting.participants is None or role in meeting.participants]
    added = (*meeting.also, meeting.chair) if meeting.chair else meeting.also
    present = [role for role in added if role in roles or role in work.profile.roles]
    team = work.client.team
    return tuple(
        [Attendance(role, team[role][0] if team.get(role) else None) for role in dict.fromkeys((*listed, *present))]
    )
