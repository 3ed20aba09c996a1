"""The meeting that the closing needs: when it was or may be held, by whom, what stands of it."""

from aloitus.model.client import MeetingEntry
from aloitus.model.process import Record
from aloitus.pages import days
from aloitus.pages.closing.item import Closing, ClosingItem
from aloitus.pages.context import relative
from aloitus.pages.first_letter import capital
from aloitus.pages.markup import Markup, safe_url
from aloitus.pages.task_row import LATE, Named, state_word
from aloitus.plan.client_plan import CriterionPlan, PlannedMeeting, Reason


def review_items(criterion: CriterionPlan, closing: Closing) -> tuple[ClosingItem, ...]:
    say, plan = closing.context.wording, closing.plan
    meeting = next((one for one in plan.meetings if one.id == criterion.rule.meeting), None)
    if meeting is None:
        return ()
    to_hold = any(one.reason is Reason.MEETING_NOT_HELD for one in criterion.missing)
    return (
        ClosingItem(
            meeting.rule.title.say(closing.context.language),
            Markup(relative(closing.page, f"clients/{plan.client.id}/meetings/{meeting.id}.md")),
            criterion.met,
            _word(meeting, criterion, closing, to_hold=to_hold),
            say.date(meeting.day) if meeting.day else "",
            days.until(say, meeting.days_left) if to_hold else say("pages.arranged-held"),
            overdue=to_hold and meeting.overdue,
            is_today=to_hold and meeting.days_left == 0,
            about=(*closing.doer(closing.task_of(Record.MEETING, meeting.id)), closing.line("meetings", meeting.id)),
            why=closing.why(tuple(one for one in criterion.missing if one.reason is not Reason.MEETING_NOT_HELD)),
            facts=meeting_facts(meeting, closing),
            commands=closing.commands(criterion.missing),
        ),
    )


def _word(meeting: PlannedMeeting, criterion: CriterionPlan, closing: Closing, *, to_hold: bool) -> str:
    if to_hold:
        return state_word(closing.context, LATE if meeting.overdue else "open")
    return (
        state_word(closing.context, "done")
        if criterion.met
        else capital(closing.context.wording("pages.criterion-missing"))
    )


def meeting_facts(meeting: PlannedMeeting, closing: Closing) -> tuple[tuple[str, Named], ...]:
    """Its window, who was there or is expected, the minutes, what was decided."""
    say, entry = closing.context.wording, meeting.entry or MeetingEntry()
    expected = tuple(dict.fromkeys(one.person for one in meeting.attendance if one.person))
    people = [closing.context.person_name(one) for one in entry.participants or expected]
    facts = []
    if meeting.earliest and meeting.latest:
        window = say("pages.window", earliest=meeting.earliest, latest=meeting.latest)
        facts.append((say("pages.window-title"), Named(window)))
    if people:
        facts.append((say("pages.participants"), Named(", ".join(people))))
    if entry.minutes:
        facts.append((say("pages.minutes"), Named(entry.minutes, safe_url(entry.minutes))))
    return (*facts, *((say("closing.decision"), Named(decision)) for decision in entry.decisions))
