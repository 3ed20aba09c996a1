"""The sentence that the calendar opens with: what keeps meetings from being held, or crowds a week; and what is next.

One rule each, the gravest first; where none fits, nothing is said.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aloitus.calendar import DAYS_A_WEEK, add_days, week_start
from aloitus.pages import days
from aloitus.pages.attention import PROJECT_MANAGER, meeting_title
from aloitus.pages.calendar_words import counted, week_days
from aloitus.pages.context import PageContext, relative
from aloitus.pages.markup import Markup
from aloitus.plan.client_plan import MeetingState
from aloitus.plan.client_summary import MeetingSummary
from aloitus.plan.happenings import Happening

NEAR = 10
"""Working days within which a meeting should have been arranged."""
AHEAD = 8
"""Weeks among which a crowded one is looked for."""
CROWDED, TIMES_USUAL = 5, 2
"""A crowded week has at least so many meetings and starts, and so many times as many as the others have."""
NAMED = 3
"""Meetings named in the sentence; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Named:
    """A meeting, with a link to its agenda; `details` say when, and who can end the matter."""

    title: str
    link: Markup
    client: str
    details: str


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """`lead` is set in bold, `named` follow it, `rest` ends it; each may be empty."""

    lead: str = ""
    named: tuple[Named, ...] = ()
    rest: str = ""


def calendar_answer(happenings: Sequence[Happening], page: str, context: PageContext) -> CalendarAnswer:
    """`happenings` are in order of their days; links are as seen from `page`."""
    found = next((answer for rule in _RULES if (answer := rule(happenings, page, context))), None)
    coming = _next(happenings, context)
    if found is None:
        return CalendarAnswer(lead=coming)
    return CalendarAnswer(found.lead, found.named, " ".join(part for part in (found.rest, coming) if part))


def _missed(happenings: Sequence[Happening], page: str, context: PageContext) -> CalendarAnswer | None:
    return _about("missed", [one for one in happenings if one.meeting and one.missed], page, context)


def _unarranged(happenings: Sequence[Happening], page: str, context: PageContext) -> CalendarAnswer | None:
    lefts = ((one, one.meeting.days_left) for one in happenings if one.meeting and one.unarranged)
    return _about("unarranged", [one for one, left in lefts if left is not None and left <= NEAR], page, context)


def _about(key: str, found: Sequence[Happening], page: str, context: PageContext) -> CalendarAnswer | None:
    if not found:
        return None
    more = len(found) - NAMED
    return CalendarAnswer(
        context.wording(f"calendar.{key}", n=len(found)),
        tuple(_named(one, one.meeting, page, context) for one in found[:NAMED] if one.meeting),
        context.wording("calendar.and-more", n=more) if more > 0 else "",
    )


def _named(one: Happening, meeting: MeetingSummary, page: str, context: PageContext) -> Named:
    manager = one.client.team.get(PROJECT_MANAGER, ())[:1]
    details = ", ".join((context.wording.date(one.day), *map(context.person_name, manager)))
    agenda = Markup(relative(page, f"clients/{one.client.id}/meetings/{meeting.id}.md"))
    return Named(meeting_title(meeting, one.client, context), agenda, one.client.name, details)


def _crowded(happenings: Sequence[Happening], _page: str, context: PageContext) -> CalendarAnswer | None:
    first = week_start(context.today)
    last = add_days(first, AHEAD * DAYS_A_WEEK)
    counts = Counter(week_start(one.day) for one in happenings if first <= one.day < last)
    if not counts:
        return None
    fullest, most = max(counts.items(), key=lambda week: (week[1], -week[0].toordinal()))
    if most < max(CROWDED, TIMES_USUAL * (counts.total() - most) / (AHEAD - 1)):
        return None
    say = context.wording
    return CalendarAnswer(
        say(
            "calendar.crowded",
            week=fullest.isocalendar().week,
            days=week_days(fullest, context.today, say),
            what=counted([one for one in happenings if week_start(one.day) == fullest], say),
        )
    )


def _next(happenings: Sequence[Happening], context: PageContext) -> str:
    """The next meeting that was arranged."""
    say = context.wording
    for one in happenings:
        if one.meeting and one.meeting.state is MeetingState.PLANNED and one.day >= context.today:
            near = one.meeting.days_left in (0, 1)
            when = days.until(say, one.meeting.days_left) if near else days.day_with_weekday(say, one.day)
            return say(
                "calendar.next",
                when=f"{when} {clock}" if (clock := days.clock(say, one.meeting.time)) else when,
                meeting=meeting_title(one.meeting, one.client, context),
                client=one.client.name,
            )
    return ""


_RULES: tuple[Callable[[Sequence[Happening], str, PageContext], CalendarAnswer | None], ...] = (
    _missed,
    _unarranged,
    _crowded,
)
