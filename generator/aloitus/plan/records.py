"""The records elsewhere in a client's file that fulfil tasks: meetings, invoicing, closing in the ERP."""

from collections.abc import Sequence
from datetime import date

from aloitus.model.client import (
    ChangeKind,
    Client,
    ClientStatus,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
)
from aloitus.model.process import Record, Task
from aloitus.model.real_text import says_nothing
from aloitus.plan.recorded import OPEN, Recorded

AFTER_ALL_OTHERS = frozenset({Record.UNINVOICED, Record.ERP_CLOSED})
"""Records that speak of all the other tasks: no day of theirs is among the days that they come after."""


UNINVOICED = ("invoicing", "uninvoiced")
"""Where a client's file says what the ERP's list showed."""


def speaks_of_all_others(rule: Task) -> bool:
    return rule.fulfilled_by is not None and rule.fulfilled_by.record in AFTER_ALL_OTHERS


def is_minuted(meeting: MeetingEntry) -> bool:
    """Whether its minutes or its decisions say something."""
    return not all(map(says_nothing, (meeting.minutes or "", *meeting.decisions)))


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


def is_settled(item: InvoicingItem) -> bool:
    """Invoiced with a number and a day, or written off with a reason, a person and an approval."""
    if item.status is InvoicingStatus.INVOICED:
        return not says_nothing(item.invoice or "") and item.date is not None
    if item.status is InvoicingStatus.WRITTEN_OFF:
        return not says_nothing(item.reason or "") and bool(item.by) and bool(item.approved_by)
    return False


def from_uninvoiced(client: Client, others: Sequence[Recorded]) -> Recorded:
    """Done when the ERP's list was seen empty after everything else (`others`) was done."""
    seen = client.uninvoiced
    if seen is None:
        return OPEN
    last = max((other.day for other in others if other.day), default=None)
    too_early = seen.checked is None or not all(other.final for other in others) or (last and seen.checked < last)
    if seen.rows or too_early:
        return Recorded(Status.IN_PROGRESS)
    return Recorded(Status.DONE, final=True, day=seen.checked, by=seen.by)


def from_closure(client: Client) -> Recorded:
    """Done when the service was closed in the ERP; the closure of a client that was reopened is a record no more."""
    closure, reopened = client.closure, reopened_on(client)
    if client.status is not ClientStatus.CLOSED or closure is None or closure.erp_closed is None:
        return OPEN
    if reopened and closure.erp_closed < reopened:
        return OPEN
    return Recorded(Status.DONE, final=True, day=closure.erp_closed, by=closure.by)


def reopened_on(client: Client) -> date | None:
    """The last day that the client was reopened, if it ever was."""
    days = [change.date for change in client.changes if change.kind is ChangeKind.REOPENED and change.date]
    return max(days, default=None)
