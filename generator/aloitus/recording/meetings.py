"""Recording meetings: when they are, that they were held, what was decided and who does what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from aloitus.editing.edits import Append, Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.findings import Value as Said
from aloitus.loading.suggestions import as_id
from aloitus.model.client import ChangeKind, MeetingStatus
from aloitus.plan.client_plan import MeetingState, PlannedMeeting, PlannedTask
from aloitus.recording.bends import change_entry
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import find_doer, find_meeting, find_person, people_names, person_name


@dataclass(frozen=True, slots=True)
class Appointment:
    """What's told of a meeting; `participants` None: those whom the process expects."""

    status: MeetingStatus
    day: date | None = None
    at: time | None = None
    participants: tuple[str, ...] | None = None
    client_participants: tuple[str, ...] = ()
    minutes: str | None = None
    reason: str | None = None
    approved_by: str | None = None


def meet(desk: Desk, name: str, told: Appointment) -> Record:
    meeting = _planned(desk, find_meeting(desk, name))
    key = ("meetings", meeting.id)
    edits: list[Edit] = [Put((*key, "status"), told.status.value)]
    if told.day:
        edits.append(Put((*key, "date"), told.day))
    elif told.status is not MeetingStatus.CANCELLED and not (meeting.entry and meeting.entry.date):
        raise UserError("verbs.meeting-needs-day", meeting=meeting.rule.title)
    if told.at:
        edits.append(Put((*key, "time"), told.at))
    if told.status is MeetingStatus.CANCELLED:
        if told.reason is None:
            raise UserError("verbs.meeting-cancel-needs-reason", meeting=meeting.rule.title)
        edits.append(Put((*key, "reason"), told.reason))
    else:
        edits.append(Remove((*key, "reason")))
    present = _present(desk, meeting, told)
    if present is not None:
        edits.append(Put((*key, "participants"), present))
    if told.client_participants:
        edits.append(Put((*key, "client_participants"), told.client_participants))
    if told.minutes:
        edits.append(Put((*key, "minutes"), told.minutes))
    day = told.day or (meeting.entry.date if meeting.entry else None)
    values: dict[str, Said] = {"meeting": meeting.rule.title, "day": day or "–", "time": told.at}
    variant = "-at" if told.at else ""
    said = [Message(f"verbs.said-meeting-{told.status.value}{variant}", values)]
    if present:
        said.append(Message("verbs.said-participants", {"people": people_names(desk.people, present)}))
    return Record(tuple(edits), tuple(said)) + _late(desk, meeting, told, day)


def decide(desk: Desk, name: str, decisions: Sequence[str]) -> Record:
    meeting = _planned(desk, find_meeting(desk, name))
    _must_stand(desk, meeting)
    recorded = meeting.entry.decisions if meeting.entry else ()
    new = [text for text in dict.fromkeys(decisions) if text not in recorded]
    edits = tuple(Append(("meetings", meeting.id, "decisions"), text) for text in new)
    said = Message("verbs.said-decided", {"meeting": meeting.rule.title, "n": len(new)})
    return Record(edits, (said,) if new else ())


def act(desk: Desk, name: str, title: str, assignee: str, due: date) -> Record:
    """An action agreed in a meeting; its id is made of its title."""
    meeting = _planned(desk, find_meeting(desk, name))
    _must_stand(desk, meeting)
    agreed = next((task for task in desk.plan.tasks if _is_agreed(task, meeting.id, title)), None)
    if agreed:
        raise UserError("verbs.action-there", title=title, id=agreed.id, client=desk.client.id)
    doer = find_doer(desk, assignee)
    key = ("meetings", meeting.id, "actions", _free_id(desk, title))
    entry: dict[str, Value] = {"title": title, "assignee": doer, "due": due, "status": "open"}
    person = person_name(desk.people, doer)
    said = Message("verbs.said-action", {"title": title, "person": person, "due": due, "id": key[-1]})
    return Record((Put(key, entry),), (said,))


def _planned(desk: Desk, meeting: str) -> PlannedMeeting:
    return next(plan for plan in desk.plan.meetings if plan.id == meeting)


def _must_stand(desk: Desk, meeting: PlannedMeeting) -> None:
    if meeting.entry is None or meeting.state is MeetingState.CANCELLED:
        raise UserError(
            "verbs.meeting-not-recorded", meeting=meeting.id, title=meeting.rule.title, client=desk.client.id
        )


def _present(desk: Desk, meeting: PlannedMeeting, told: Appointment) -> tuple[str, ...] | None:
    """Who was there: those named, else those whom the process expects; None where it's recorded already, or to come."""
    if told.participants is not None:
        return tuple(dict.fromkeys(find_person(desk.people, person) for person in told.participants))
    if told.status is not MeetingStatus.HELD or (meeting.entry and meeting.entry.participants):
        return None
    return tuple(dict.fromkeys(one.person for one in meeting.attendance if one.person))


def _is_agreed(task: PlannedTask, meeting: str, title: str) -> bool:
    """Whether the task is an unfinished action of the meeting, called so."""
    return task.meeting == meeting and not task.final and title in (text for _, text in task.title.versions)


def _late(desk: Desk, meeting: PlannedMeeting, told: Appointment, day: date | None) -> Record:
    """Held after its window, a meeting needs an approved change."""
    too_late = told.status is MeetingStatus.HELD and day and meeting.latest and day > meeting.latest
    known = any(change.kind is ChangeKind.LATE_REVIEW and change.what == meeting.id for change in desk.client.changes)
    if not too_late or known or not desk.is_active:
        return Record((), ())
    if told.reason is None or told.approved_by is None:
        raise UserError("verbs.late-needs-approval", meeting=meeting.rule.title, latest=meeting.latest)
    return change_entry(desk, ChangeKind.LATE_REVIEW, told.reason, what=meeting.id, approved_by=told.approved_by)


def _free_id(desk: Desk, title: str) -> str:
    taken = {*desk.process.tasks, *(task.id for task in desk.plan.tasks)}
    wanted = (as_id(title) or "action")[:58].strip("-")
    return next(name for name in (wanted, *(f"{wanted}-{number}" for number in range(2, 9999))) if name not in taken)
