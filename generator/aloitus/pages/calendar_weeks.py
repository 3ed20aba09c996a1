"""The weeks of the calendar with their rows: a meeting, or a day on which production starts, each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from aloitus.calendar import DAYS_A_WEEK, add_days, week_start
from aloitus.pages import days, fragments
from aloitus.pages.attention import PROJECT_MANAGER, meeting_title
from aloitus.pages.calendar_words import counted, week_title
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup
from aloitus.plan.client_plan import MeetingState
from aloitus.plan.client_summary import ClientSummary, GateSummary, MeetingSummary
from aloitus.plan.happenings import Happening

MOST_OF_WEEK = 25
"""Rows of one week; what is more is counted, so that the page of a large firm stays light."""
NAMED = 2
"""Participants named on a row; the rest are counted."""


Week = tuple[date, list[Happening]]
"""Its Monday, and what happens in it."""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """`number` is a meeting's, 0 of a start. `below` is the clock, or how the day is meant. `held`: it took place."""

    day: date
    day_text: str
    below: str
    number: int
    held: bool
    title: str
    link: Markup
    client: str
    client_link: Markup
    who: str
    state: Markup


@dataclass(frozen=True, slots=True)
class CalendarWeek:
    """`more` counts what isn't shown."""

    title: str
    note: str
    rows: tuple[CalendarRow, ...]
    more: int


def by_week(happenings: Iterable[Happening]) -> list[Week]:
    """Each week that has something, by its Monday; `happenings` are in order of their days."""
    return [(monday, list(group)) for monday, group in groupby(happenings, lambda one: week_start(one.day))]


def calendar_weeks(weeks: Sequence[Week], most: int, page: str, context: PageContext) -> tuple[CalendarWeek, ...]:
    """Those weeks that `most` rows reach; links are as seen from `page`."""
    made: list[CalendarWeek] = []
    for monday, found in weeks:
        if most <= 0:
            break
        shown = found[: min(most, MOST_OF_WEEK)]
        most -= len(shown)
        rows = tuple(calendar_row(one, page, context) for one in shown)
        title = week_title(monday, context.today, context.wording)
        made.append(CalendarWeek(title, _note(monday, found, context), rows, len(found) - len(shown)))
    return tuple(made)


def _note(monday: date, found: Sequence[Happening], context: PageContext) -> str:
    say, this = context.wording, week_start(context.today)
    near = {this: "calendar.this-week", add_days(this, DAYS_A_WEEK): "calendar.next-week"}
    told = counted(found, say)
    return " · ".join(part for part in (say(near[monday]) if monday in near else "", told) if part)


def calendar_row(one: Happening, page: str, context: PageContext) -> CalendarRow:
    say, client = context.wording, one.client
    overview = fragments.address(page, f"clients/{client.id}/index.md")
    meeting, gate = one.meeting, one.gate
    return CalendarRow(
        day=one.day,
        day_text=days.day_with_weekday(say, one.day),
        below=_below(one, context),
        number=meeting.number if meeting else 0,
        held=meeting.state is MeetingState.HELD if meeting else gate is not None and gate.passed_on is not None,
        title=meeting_title(meeting, client, context) if meeting else _start_title(client, gate, context),
        link=fragments.address(page, f"clients/{client.id}/meetings/{meeting.id}.md") if meeting else overview,
        client=client.name,
        client_link=overview,
        who=_who(meeting.people if meeting else client.team.get(PROJECT_MANAGER, ())[:1], context),
        state=_meeting_state(one, meeting, context) if meeting else _start_state(one, gate, context),
    )


def _below(one: Happening, context: PageContext) -> str:
    """Of what was missed, how late it is; of a meeting, when it begins, or that only the last day is known."""
    say = context.wording
    if one.missed:
        left = one.meeting.days_left if one.meeting else one.gate.days_left if one.gate else None
        return days.until(say, left)
    if one.unarranged:
        return say("calendar.at-the-latest")
    return days.clock(say, one.meeting.time) if one.meeting else ""


def _start_title(client: ClientSummary, gate: GateSummary | None, context: PageContext) -> str:
    say = context.wording
    title = say("pages.production-started" if gate and gate.passed_on else "pages.production-starts")
    if gate is None or gate.service is None:
        return title
    process = context.processes.get(client.process)
    known = process.services.get(gate.service) if process else None
    return say("calendar.of-service", what=title, service=known.title.say(say.language) if known else gate.service)


def _who(people: Sequence[str], context: PageContext) -> str:
    names = [context.person_name(one) for one in people]
    if len(names) <= NAMED + 1:
        return context.wording.listed(names)
    return context.wording("calendar.and-others", people=", ".join(names[:NAMED]), n=len(names) - NAMED)


def _meeting_state(one: Happening, meeting: MeetingSummary, context: PageContext) -> Markup:
    say = context.wording
    if one.missed:
        return fragments.mark("late", say("calendar.not-held"))
    word = say(f"pages.arranged-{meeting.state.value}")
    marks = {MeetingState.HELD: "done", MeetingState.NOT_PLANNED: "open", MeetingState.CANCELLED: "cancelled"}
    return fragments.mark(marks[meeting.state], word) if meeting.state in marks else Markup("") + word


def _start_state(one: Happening, gate: GateSummary | None, context: PageContext) -> Markup:
    say = context.wording
    if gate is None or gate.passed_on:
        return fragments.mark("done", say("calendar.started"))
    if one.missed:
        return fragments.mark("late", say("calendar.not-recorded"))
    if gate.at_risk:
        return fragments.mark("at-risk", say("calendar.at-risk"))
    return Markup("") + say("home.gate", done=sum(state is None for state in gate.states), total=len(gate.states))
