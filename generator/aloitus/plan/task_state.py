"""What is recorded of a task, and whether it is final."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.model.client import (
    OPEN_ENTRY,
    ChangeKind,
    Client,
    ClientStatus,
    InvoicingItem,
    InvoicingStatus,
    MeetingStatus,
    Status,
    TaskEntry,
)
from aloitus.model.process import Record, Task
from aloitus.model.real_text import says_nothing
from aloitus.plan.profile import Profile


@dataclass(frozen=True, slots=True)
class Recorded:
    """`planned_for`: the day that a meeting which fulfils the task is planned for."""

    state: Status
    final: bool = False
    day: date | None = None
    by: str | None = None
    planned_for: date | None = None


OPEN = Recorded(Status.OPEN)
AFTER_ALL_OTHERS = frozenset({Record.UNINVOICED, Record.ERP_CLOSED})
"""Records that speak of all the other tasks, so that no other task's last day waits for them."""


def recorded_states(client: Client, profile: Profile) -> list[Recorded]:
    """What is recorded of each of the process's tasks, by its position in the profile."""
    states = [_recorded(client, task.rule) for task in profile.tasks]
    if any(_speaks_of_all_others(task.rule) for task in profile.tasks):
        others = [states[at] for at, task in enumerate(profile.tasks) if not _speaks_of_all_others(task.rule)]
        others += [from_entry(entry, None) for entry in _own_entries(client)]
        uninvoiced = from_uninvoiced(
            client,
            others_final=all(state.final for state in others),
            last_day=max((state.day for state in others if state.final and state.day), default=None),
        )
        for at, task in enumerate(profile.tasks):
            if task.rule.fulfilled_by and task.rule.fulfilled_by.record is Record.UNINVOICED:
                states[at] = uninvoiced
    return states


def from_entry(entry: TaskEntry, rule: Task | None) -> Recorded:
    """What a task's own entry says; `rule` is None for an extra task and an action, which may be cancelled."""
    signed_off = entry.date is not None and bool(entry.by)
    if entry.status is Status.DONE:
        return Recorded(entry.status, signed_off, entry.date, entry.by)
    if entry.status is Status.NOT_APPLICABLE:
        approved = bool(entry.by) and bool(entry.approved_by) and not says_nothing(entry.reason or "")
        return Recorded(entry.status, approved and (rule is None or rule.waivable), entry.date, entry.by)
    if entry.status is Status.CANCELLED:
        final = rule is None and signed_off and not says_nothing(entry.reason or "")
        return Recorded(entry.status, final, entry.date, entry.by)
    return Recorded(entry.status)


def from_meeting(client: Client, meeting: str) -> Recorded:
    """Done when it was held; one that is cancelled has still to be held."""
    entry = client.meetings.get(meeting)
    if entry is None or entry.status is MeetingStatus.CANCELLED:
        return OPEN
    if entry.status is MeetingStatus.HELD:
        return Recorded(Status.DONE, entry.date is not None, entry.date, next(iter(entry.participants), None))
    return Recorded(Status.OPEN, planned_for=entry.date)


def from_items(items: Sequence[InvoicingItem]) -> Recorded:
    """Done when each piece of work is invoiced or written off, and there is at least one."""
    settled = [item for item in items if is_settled(item)]
    if not settled:
        return OPEN
    if len(settled) < len(items):
        return Recorded(Status.IN_PROGRESS)
    last = max(settled, key=lambda item: (item.date or date.min, item.id))
    return Recorded(Status.DONE, final=True, day=last.date, by=last.by)


def from_uninvoiced(client: Client, *, others_final: bool, last_day: date | None) -> Recorded:
    """Done when the ERP's list was seen empty after everything else was done."""
    seen = client.uninvoiced
    if seen is None:
        return OPEN
    if seen.rows or seen.checked is None or not others_final or (last_day and seen.checked < last_day):
        return Recorded(Status.IN_PROGRESS)
    return Recorded(Status.DONE, final=True, day=seen.checked, by=seen.by)


def from_closure(client: Client) -> Recorded:
    """Done when the service was closed in the ERP; the closure of a client that was reopened is no longer a record."""
    day = erp_closed_on(client)
    return Recorded(Status.DONE, final=True, day=day, by=client.closure.by) if day and client.closure else OPEN


def erp_closed_on(client: Client) -> date | None:
    if client.status is not ClientStatus.CLOSED or client.closure is None or client.closure.erp_closed is None:
        return None
    reopened = reopened_on(client)
    return None if reopened and client.closure.erp_closed < reopened else client.closure.erp_closed


def reopened_on(client: Client) -> date | None:
    """The last day that the client was reopened, if it ever was."""
    days = [change.date for change in client.changes if change.kind is ChangeKind.REOPENED and change.date]
    return max(days, default=None)


def is_settled(item: InvoicingItem) -> bool:
    """Invoiced with a number and a day, or written off with a reason, a person and an approval."""
    if item.status is InvoicingStatus.INVOICED:
        return not says_nothing(item.invoice or "") and item.date is not None
    if item.status is InvoicingStatus.WRITTEN_OFF:
        return not says_nothing(item.reason or "") and bool(item.by) and bool(item.approved_by)
    return False


def _recorded(client: Client, rule: Task) -> Recorded:
    source = rule.fulfilled_by
    if source is None:
        return from_entry(client.tasks.get(rule.id, OPEN_ENTRY), rule)
    if source.record is Record.MEETING:
        return from_meeting(client, source.meeting or "")
    if source.record is Record.INVOICING_ITEMS:
        return from_items(tuple(client.invoicing.values()))
    return from_closure(client)  # and what the ERP's list said: that one is judged after all the others


def _speaks_of_all_others(rule: Task) -> bool:
    return rule.fulfilled_by is not None and rule.fulfilled_by.record in AFTER_ALL_OTHERS


def _own_entries(client: Client) -> Iterator[TaskEntry]:
    for extra in client.extra_tasks.values():
        yield extra.entry
    for meeting in client.meetings.values():
        for action in meeting.actions.values():
            yield action.entry
