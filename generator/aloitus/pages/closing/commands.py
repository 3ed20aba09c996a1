"""What to type to record a thing that the closing lacks: the command for each reason, or two to choose from."""

from collections.abc import Callable, Mapping

from aloitus.model.client import InvoicingStatus, MeetingStatus, Status
from aloitus.plan.client_plan import ClientPlan, Missing, Reason


def next_commands(missing: Missing, plan: ClientPlan) -> tuple[str, ...]:
    """As one types them; … stands for what only the reader knows."""
    subject = missing.subject or ""
    chosen = _CHOSEN.get(missing.reason)
    forms = chosen(subject, plan) if chosen else _ALWAYS[missing.reason]
    return tuple(f"aloitus {form.format(client=plan.client.id, subject=subject)}" for form in forms)


def _for_task(task_id: str, plan: ClientPlan) -> tuple[str, ...]:
    task = plan.task(task_id)
    rule = task.rule if task else None
    if task and rule and task.meeting:
        return _to_hold(task.meeting, plan)
    if task and task.state is Status.NOT_APPLICABLE and (rule is None or rule.waivable):
        return ('waive {client} {subject} --reason "…" --approved-by …',)
    return ('done {client} {subject} --evidence "…"' if rule and rule.evidence else "done {client} {subject}",)


def _to_hold(meeting: str, plan: ClientPlan) -> tuple[str, ...]:
    """The agreed day is taken for the one that it was held on, unless that's still to come."""
    entry = plan.client.meetings.get(meeting)
    agreed = entry.date if entry and entry.status is MeetingStatus.PLANNED else None
    day = "" if agreed and agreed <= plan.today else " --date …"
    return (f"meet {{client}} {meeting} --held{day} --minutes …",)


def _to_start(service: str, _plan: ClientPlan) -> tuple[str, ...]:
    return ("start-service {client} {subject} --date …" if service else "start-service {client} --date …",)


def _for_work(item: str, plan: ClientPlan) -> tuple[str, ...]:
    """Invoiced, or with an approval written off; what one of them was begun with is completed by the same."""
    invoice = "invoice {client} {subject} --number …"
    write_off = 'write-off {client} {subject} --reason "…" --approved-by …'
    match plan.client.invoicing[item].status:
        case InvoicingStatus.INVOICED:
            return (invoice,)
        case InvoicingStatus.WRITTEN_OFF:
            return (write_off,)
        case InvoicingStatus.OPEN:
            return (invoice, write_off)


_CLOSE = ("close {client}",)
_LOOK = ("uninvoiced {client} --rows 0",)
_CHOSEN: Mapping[Reason, Callable[[str, ClientPlan], tuple[str, ...]]] = {
    Reason.TASK_NOT_FINAL: _for_task,
    Reason.START_NOT_PASSED: _to_start,
    Reason.MEETING_NOT_HELD: _to_hold,
    Reason.MEETING_TOO_EARLY: _to_hold,
    Reason.ITEM_NOT_FINAL: _for_work,
}
_ALWAYS: Mapping[Reason, tuple[str, ...]] = {
    Reason.MEETING_TOO_LATE: ('meet {client} {subject} --held --reason "…" --approved-by …',),
    Reason.MEETING_TOO_FEW: ("meet {client} {subject} --held --participant … --participant …",),
    Reason.MEETING_UNRECORDED: ("meet {client} {subject} --held --minutes …", 'decide {client} {subject} "…"'),
    Reason.NO_ITEMS: ('invoice {client} onboarding-project --work "…" --number …',),
    Reason.UNINVOICED_NOT_CHECKED: _LOOK,
    Reason.UNINVOICED_ROWS_LEFT: _LOOK,
    Reason.UNINVOICED_CHECKED_TOO_EARLY: _LOOK,
    Reason.ERP_NOT_CLOSED: _CLOSE,
    Reason.ERP_CLOSED_TOO_EARLY: _CLOSE,
    Reason.CLOSURE_UNDATED: _CLOSE,
    Reason.CLOSURE_UNSIGNED: _CLOSE,
    Reason.CLOSURE_TOO_EARLY: _CLOSE,
}
