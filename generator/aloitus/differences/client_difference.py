"""What a change of one client's file means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from aloitus.findings import Message, Value
from aloitus.model.client import OPEN_ENTRY, ChangeKind, Client, ClientStatus, InvoicingStatus, Status
from aloitus.model.process import Criterion
from aloitus.model.text import Text
from aloitus.plan.client_plan import ClientPlan, MeetingState, PlannedMeeting, PlannedTask

MOST_BLOCKERS = 9
"""With more than these an onboarding is too young for anybody to count them."""


@dataclass(frozen=True)
class ClientDifference:
    """`meanings`: what happened, a phrase each; `blockers`: how much keeps it from being closed, None if it's early."""

    client: str
    name: str
    meanings: tuple[Message, ...]
    blockers: int | None


def client_difference(before: ClientPlan | None, after: ClientPlan) -> ClientDifference | None:
    """None where nothing changed that means something, such as the client's name or the file's layout."""
    meanings = tuple(_new(after) if before is None else _meanings(before, after))
    client = after.client
    return ClientDifference(client.id, client.name, meanings, _blockers(after)) if meanings else None


def _new(after: ClientPlan) -> Iterator[Message]:
    yield _said(f"new-{after.client.status.value}", n=len(after.tasks))


def _meanings(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    told = [
        *_status(before, after),
        *_tasks(before, after),
        *_meetings(before, after),
        *_dates(before, after),
        *_scope(before, after),
        *_invoicing(before, after),
        *_team(before, after),
    ]
    yield from told
    if not told and _rest(before) != _rest(after):
        yield _said("details")
    elif not told and before.client.notes != after.client.notes:
        yield _said("notes")


def _rest(plan: ClientPlan) -> Client:
    """All but what the client is called, and the tasks that are listed as open, which they are unlisted, too."""
    listed = {task: entry for task, entry in plan.client.tasks.items() if entry != OPEN_ENTRY}
    return replace(plan.client, name="", notes=None, tasks=listed)


def _status(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    old, new = before.client.status, after.client.status
    if old is not new:
        reopened = old.is_over
        yield _said("reopened" if reopened else new.value)
    if any(change.kind is ChangeKind.PURGED for change in after.client.changes[len(before.client.changes) :]):
        yield _said("purged")


def _tasks(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    old = {task.key: task for task in before.tasks}
    moved: dict[str, list[PlannedTask]] = {}
    for task in after.tasks:
        known = old.get(task.key)
        state = known.state if known else None
        if known is None and task.rule is None:
            moved.setdefault("agreed", []).append(task)
        if task.rule is not None and task.rule.fulfilled_by is not None:
            continue
        if state is not task.state and (state is not None or task.state is not Status.OPEN):
            moved.setdefault("open-again" if task.state is Status.OPEN else task.state.value, []).append(task)
    for name, tasks in moved.items():
        yield _said(f"tasks-{name}", n=len(tasks), task=tasks[0].title)
    later = [
        task
        for task in after.tasks
        if task.entry.due and (known := old.get(task.key)) and known.entry.due != task.entry.due and not task.final
    ]
    if later:
        yield _said("dues-moved", n=len(later), task=later[0].title)


def _meetings(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    old = {meeting.id: meeting for meeting in before.meetings}
    for meeting in after.meetings:
        known = old.get(meeting.id)
        if known is None:
            continue
        title = meeting.rule.title
        if known.state is not meeting.state and meeting.state is not MeetingState.NOT_PLANNED:
            yield _said(f"meeting-{meeting.state.value}", meeting=title, day=meeting.day)
        elif known.day != meeting.day and known.day and meeting.day:
            yield _moved(meeting, known.day, meeting.day, title)
        decided = len(meeting.entry.decisions if meeting.entry else ()) - len(
            known.entry.decisions if known.entry else ()
        )
        if decided > 0:
            yield _said("decisions", n=decided, meeting=title)


def _moved(meeting: PlannedMeeting, old: date, new: date, title: Text) -> Message:
    """An agreed day moves by days; one that's only due is told by its month."""
    if meeting.state is MeetingState.NOT_PLANNED and (old.year, old.month) != (new.year, new.month):
        return _said(f"meeting-in-{new.month}", meeting=title)
    days = (new - old).days
    return _said("meeting-later" if days > 0 else "meeting-earlier", meeting=title, n=abs(days))


def _dates(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    kinds = after.process.dates
    for key, day in after.client.dates.items():
        old = before.client.dates.get(key)
        title: Value = kinds[key].title if key in kinds else key
        if key == "service_started":
            if old != day:
                yield _said("production-started", day=day)
        elif old is None:
            yield _said("date-set", what=title, day=day)
        elif old != day:
            yield _said("date-later" if day > old else "date-earlier", what=title, day=day, n=abs((day - old).days))
    for service, start in after.client.service_starts.items():
        was = before.client.service_starts.get(service)
        name: Value = after.process.services[service].title if service in after.process.services else service
        agreed = (was.agreed if was else None) or before.dates.get("service_start")
        if start.agreed and agreed and start.agreed != agreed:
            way = "later" if start.agreed > agreed else "earlier"
            yield _said(f"service-{way}", what=name, day=start.agreed, n=abs((start.agreed - agreed).days))
        if start.started and not (was and was.started):
            yield _said("service-started", what=name, day=start.started)


def _scope(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    process = after.process
    for part, titles in (("services", process.services), ("facts", process.facts)):
        old: Sequence[str] = getattr(before.client, part)
        new: Sequence[str] = getattr(after.client, part)
        known: Mapping[str, object] = titles
        for sign, names in (
            ("added", [one for one in new if one not in old]),
            ("removed", [one for one in old if one not in new]),
        ):
            for name in names:
                title: Value = getattr(known[name], "title", name) if name in known else name
                yield _said(f"{part}-{sign}", what=title)


def _invoicing(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    old, new = before.client, after.client
    for status, name in ((InvoicingStatus.INVOICED, "invoiced"), (InvoicingStatus.WRITTEN_OFF, "written-off")):
        items = [
            item
            for item in new.invoicing.values()
            if item.status is status and (item.id not in old.invoicing or old.invoicing[item.id].status is not status)
        ]
        if items:
            yield _said(name, n=len(items), work=items[0].work)
    if new.uninvoiced and new.uninvoiced != old.uninvoiced:
        yield _said("uninvoiced", n=new.uninvoiced.rows)


def _team(before: ClientPlan, after: ClientPlan) -> Iterator[Message]:
    for role in after.process.roles.values():
        people = after.client.team.get(role.id, ())
        if people != before.client.team.get(role.id, ()):
            yield _said("team" if people else "team-left", role=role.title, people=people)


def _blockers(plan: ClientPlan) -> int | None:
    """But for what the closing itself writes: the day closed in the ERP."""
    if plan.client.status is not ClientStatus.ACTIVE:
        return None
    asked = [one for one in plan.closure.criteria if one.rule.criterion is not Criterion.CLOSED_IN_ERP]
    missing = sum(len(criterion.missing) for criterion in asked)
    return missing if missing <= MOST_BLOCKERS or plan.client.dates.get("service_started") else None


def _said(name: str, **values: Value) -> Message:
    return Message(f"differences.{name}", values)
