"""Recording what happened to tasks: of the process, the client's own, and actions agreed in meetings."""

from collections.abc import Mapping, Sequence
from datetime import date

from aloitus.editing.edits import Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.findings import Value as Said
from aloitus.model.client import Status
from aloitus.plan.client_plan import PlannedTask, TaskKind
from aloitus.recording.desk import NOTHING, Desk, Record
from aloitus.recording.names import find_doer, find_person, find_task, find_worker, person_name

_SIGN_OFF = ("date", "by", "evidence", "approved_by")
_HALT = ("reason", "follow_up")
_GOES_WITH: Mapping[Status, tuple[str, ...]] = {
    Status.OPEN: (*_SIGN_OFF, *_HALT),
    Status.IN_PROGRESS: (*_SIGN_OFF, *_HALT),
    Status.WAITING: _SIGN_OFF,
    Status.BLOCKED: _SIGN_OFF,
    Status.DONE: ("approved_by", *_HALT),
    Status.NOT_APPLICABLE: ("evidence", "follow_up"),
    Status.CANCELLED: ("evidence", "follow_up"),
}
"""What an entry said that a new status makes untrue; what happened before stays in the repository's history."""


def mark_done(desk: Desk, names: Sequence[str], evidence: str | None = None, note: str | None = None) -> Record:
    """A task that was done already keeps its day and its person; evidence and a note may be added."""
    record = NOTHING
    for name in names:
        task = find_task(desk, name)
        if task.state is Status.DONE:
            record += _done_before(desk, task, _given(evidence=evidence, note=note))
        else:
            fields = _given(date=desk.day, by=desk.by, evidence=evidence, note=note)
            record += _marked(desk, task, Status.DONE, fields)
    return record


def _done_before(desk: Desk, task: PlannedTask, added: Mapping[str, Value]) -> Record:
    values: dict[str, Said] = {"task": task.title, "id": task.id, "client": desk.client.id, **_sign_off_of(desk, task)}
    same = task.done_on == desk.day and task.done_by == desk.by
    said = [Message("verbs.said-done" if same else "verbs.said-done-before", values)]
    for field, value in added.items():
        before = getattr(task.entry, field)
        if before != value:
            added_or_changed = "changed" if before else "added"
            said.append(Message(f"verbs.said-{field}-{added_or_changed}", {"text": str(value), "before": before}))
    return Record(tuple(Put((*task.key, field), value) for field, value in added.items()), tuple(said))


def mark_open(desk: Desk, names: Sequence[str]) -> Record:
    return _each(desk, names, Status.OPEN, {})


def mark_started(desk: Desk, names: Sequence[str], note: str | None = None) -> Record:
    return _each(desk, names, Status.IN_PROGRESS, _given(note=note))


def mark_halted(
    desk: Desk,
    names: Sequence[str],
    status: Status,
    reason: str,
    follow_up: date | None = None,
    note: str | None = None,
) -> Record:
    """Waiting for somebody, or blocked."""
    return _each(desk, names, status, _given(reason=reason, follow_up=follow_up, note=note))


def waive(desk: Desk, names: Sequence[str], reason: str, approved_by: str | None) -> Record:
    """Not applicable, with an approval; the client's own tasks and actions are cancelled, which needs none."""
    record = NOTHING
    for name in names:
        task = find_task(desk, name)
        fields = _given(date=desk.day, by=desk.by, reason=reason)
        if task.kind is TaskKind.PROCESS:
            if approved_by is None:
                raise UserError("verbs.waiver-needs-approval", task=task.id, title=task.title)
            fields["approved_by"] = find_person(desk.people, approved_by)
            record += _marked(desk, task, Status.NOT_APPLICABLE, fields)
        else:
            record += _marked(desk, task, Status.CANCELLED, fields)
    return record


def assign(desk: Desk, names: Sequence[str], person: str) -> Record:
    """Somebody else than the role's person has the task."""
    record = NOTHING
    for name in names:
        task = find_task(desk, name)
        to_client = task.kind is TaskKind.ACTION
        assignee = find_doer(desk, person) if to_client else find_worker(desk, person)
        said = Message("verbs.said-assigned", {"task": task.title, "person": person_name(desk.people, assignee)})
        record += Record((Put((*task.key, "assignee"), assignee),), (said,))
    return record


def move_due(desk: Desk, name: str, due: date, reason: str | None) -> Record:
    """Another due day; a task of the process has one of its own only with a reason."""
    task = find_task(desk, name)
    edits: list[Edit] = [Put((*task.key, "due"), due)]
    if task.kind is TaskKind.PROCESS:
        if reason is None:
            raise UserError("verbs.due-needs-reason", task=task.id, title=task.title)
        if task.key[-1] not in desk.client.tasks:
            edits.insert(0, Put((*task.key, "status"), Status.OPEN.value))
        edits.append(Put((*task.key, "due_reason"), reason))
    elif reason is not None:
        edits.append(Put((*task.key, "note"), reason))
    said = Message("verbs.said-due-moved", {"task": task.title, "due": due, "old": task.due or "–"})
    return Record(tuple(edits), (said,))


def _each(desk: Desk, names: Sequence[str], status: Status, fields: Mapping[str, Value]) -> Record:
    record = NOTHING
    for name in names:
        record += _marked(desk, find_task(desk, name), status, fields)
    return record


def _marked(desk: Desk, task: PlannedTask, status: Status, fields: Mapping[str, Value]) -> Record:
    gone = [field for field in _GOES_WITH[status] if field not in fields]
    edits: list[Edit] = [Put((*task.key, "status"), status.value)]
    edits += [Put((*task.key, field), value) for field, value in fields.items()]
    edits += [Remove((*task.key, field)) for field in gone]
    values: dict[str, Said] = {
        "task": task.title,
        "day": desk.day,
        "person": person_name(desk.people, desk.by),
        "reason": str(fields.get("reason", "")),
    }
    said = [Message(f"verbs.said-{status.value}", values)]
    if task.state is Status.DONE:
        said.append(Message("verbs.said-undone", _sign_off_of(desk, task)))
    return Record(tuple(edits), tuple(said))


def _sign_off_of(desk: Desk, task: PlannedTask) -> dict[str, Said]:
    return {"day": task.done_on or "–", "person": person_name(desk.people, task.done_by or "–")}


def _given(**fields: Value | None) -> dict[str, Value]:
    return {name: value for name, value in fields.items() if value is not None}
