"""What a client's file records of meetings, invoicing, decisions and finished tasks, a line each."""

from dataclasses import dataclass
from datetime import date

from aloitus.model.client import Change, InvoicingItem, InvoicingStatus, Status
from aloitus.pages.context import PageContext
from aloitus.pages.markup import safe_url
from aloitus.pages.task_row import Named, state_word
from aloitus.plan.client_plan import ClientPlan, MeetingState, PlannedMeeting, PlannedTask


@dataclass(frozen=True, slots=True)
class RecordLine:
    """`what` happened, on what `ground` or with what evidence, on which `day`, and `who` recorded and approved it."""

    what: str
    ground: tuple[Named, ...]
    day: str
    who: str


def meeting_lines(plan: ClientPlan, context: PageContext) -> tuple[RecordLine, ...]:
    """Those held: what was decided, where the minutes are, who was there."""
    return tuple(_meeting(meeting, context) for meeting in plan.meetings if meeting.state is MeetingState.HELD)


def invoicing_lines(plan: ClientPlan, context: PageContext) -> tuple[RecordLine, ...]:
    """Each piece of work, then what the ERP's list said."""
    say, seen = context.wording, plan.client.uninvoiced
    lines = [_work(item, context) for item in plan.client.invoicing.values()]
    if seen:
        rows = (Named(say("closing.rows", n=seen.rows)),)
        lines.append(
            RecordLine(say("closing.erp-list"), rows, _day(seen.checked, context), _who(seen.by, None, context))
        )
    return tuple(lines)


def change_lines(plan: ClientPlan, context: PageContext) -> tuple[RecordLine, ...]:
    return tuple(
        RecordLine(
            _changed(change, plan, context),
            _texts(change.reason),
            _day(change.date, context),
            _who(change.by, change.approved_by, context),
        )
        for change in plan.client.changes
    )


def task_line(task: PlannedTask, context: PageContext) -> RecordLine:
    """Its evidence; the state's word before it, where the task isn't simply done."""
    entry = task.entry
    state = None if task.final and task.state is Status.DONE else state_word(context, task.state.value)
    return RecordLine(
        task.title.say(context.language),
        _texts(state, entry.evidence, entry.reason),
        _day(task.done_on, context),
        _who(task.done_by, entry.approved_by, context),
    )


def _meeting(meeting: PlannedMeeting, context: PageContext) -> RecordLine:
    entry = meeting.entry
    decisions, minutes = (entry.decisions, entry.minutes) if entry else ((), None)
    link = (Named(minutes, safe_url(minutes)),) if minutes else ()
    names = [context.person_name(one) for one in entry.participants] if entry else []
    guests = entry.client_participants if entry else ()
    return RecordLine(
        meeting.rule.title.say(context.language),
        (*_texts(*decisions), *link),
        _day(meeting.day, context),
        ", ".join((*names, *guests)),
    )


def _work(item: InvoicingItem, context: PageContext) -> RecordLine:
    say = context.wording
    invoiced = item.status is InvoicingStatus.INVOICED and item.invoice
    state = (
        say("pages.invoice-number", number=item.invoice) if invoiced else say(f"pages.invoicing-{item.status.value}")
    )
    return RecordLine(
        item.work.say(context.language),
        _texts(state, item.reason),
        _day(item.date, context),
        _who(item.by, item.approved_by, context),
    )


def _changed(change: Change, plan: ClientPlan, context: PageContext) -> str:
    """`Päivä siirretty: Palvelutuotanto alkaa, 25.5.2026 → 1.6.2026`."""
    say, process = context.wording, plan.process
    named = (change.what or "").removeprefix("service_starts.")
    kinds = (process.dates, process.services, process.facts, process.meetings)
    known = next((kind[named].title for kind in kinds if named in kind), None)
    days = " → ".join(say.date(day) for day in (change.moved_from, change.moved_to) if day)
    parts = [part for part in (known.say(context.language) if known else named, days) if part]
    kind = say(f"pages.change-{change.kind.value}")
    return say("pages.change", kind=kind, what=", ".join(parts)) if parts else kind


def _texts(*texts: str | None) -> tuple[Named, ...]:
    return tuple(Named(text) for text in texts if text)


def _who(by: str | None, approved_by: str | None, context: PageContext) -> str:
    approved = context.wording("pages.approved-by", who=context.person_name(approved_by)) if approved_by else ""
    return ", ".join(part for part in (context.person_name(by) if by else "", approved) if part)


def _day(day: date | None, context: PageContext) -> str:
    return context.wording.date(day) if day else ""
