"""Meetings and starts by week, and the calendars to subscribe to: `calendar/index.md`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.calendar import DAYS_A_WEEK, add_days, week_start
from aloitus.model.feed_paths import FIRM_FEED, client_feed_path, person_feed_path
from aloitus.model.firm import Person
from aloitus.pages import fragments
from aloitus.pages.calendar_answer import CalendarAnswer, calendar_answer
from aloitus.pages.calendar_weeks import CalendarRow, CalendarWeek, Week, by_week, calendar_row, calendar_weeks
from aloitus.pages.calendar_words import counted, week_title
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.happenings import happenings

TEMPLATE = "calendar.md.j2"
PATH = "calendar/index.md"
SUBSCRIBE = Markup("#subscribe")
"""Where the page says how a calendar is subscribed to."""
OPEN = 8
"""Weeks that stand open; later ones are folded."""
BEHIND = 4
"""Weeks that are looked back on."""
MOST_AHEAD, MOST_BEHIND, MOST_MISSED, MOST_FEEDS = 60, 15, 12, 40
"""Rows and links, beyond which things are counted: a page of a large firm has to stay light."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    name: str
    link: Markup


@dataclass(frozen=True, slots=True)
class FeedList:
    """`more` counts those that aren't shown: each has a link on a page of its own, too."""

    links: tuple[FeedLink, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """`missed`: what wasn't held on its day. `beyond`: weeks that are only counted, each in words."""

    path: str
    day: date
    weekday: str
    day_text: str
    week: int
    answer: CalendarAnswer
    missed: tuple[CalendarRow, ...]
    more_missed: int
    weeks: tuple[CalendarWeek, ...]
    open: int
    later: tuple[CalendarWeek, ...]
    beyond: tuple[str, ...]
    later_note: str
    behind: tuple[CalendarWeek, ...]
    behind_note: str
    more_behind: int
    firm: FeedLink
    people: FeedList
    clients: FeedList


def calendar_page(clients: Sequence[ClientSummary], context: PageContext) -> CalendarPage:
    say, today = context.wording, context.today
    found = happenings(clients)
    monday = week_start(today)
    late = [one for one in found if one.missed]
    others = [one for one in found if not one.missed]
    past = [one for one in others if add_days(monday, -BEHIND * DAYS_A_WEEK) <= one.day < monday]
    coming = by_week(one for one in others if one.day >= monday)
    near, far = _parted(coming, add_days(monday, OPEN * DAYS_A_WEEK))
    weeks = calendar_weeks(near, MOST_AHEAD, PATH, context)
    later = calendar_weeks(far, MOST_AHEAD - sum(len(week.rows) for week in weeks), PATH, context)
    unshown = coming[len(weeks) + len(later) :]
    return CalendarPage(
        path=PATH,
        day=today,
        weekday=say(f"days.long-{today.isoweekday()}").capitalize(),
        day_text=say.date(today),
        week=today.isocalendar().week,
        answer=calendar_answer(found, PATH, context),
        missed=tuple(calendar_row(one, PATH, context) for one in late[:MOST_MISSED]),
        more_missed=max(0, len(late) - MOST_MISSED),
        weeks=weeks,
        open=OPEN,
        later=later,
        beyond=tuple(f"{week_title(start, today, say)}: {counted(group, say)}" for start, group in unshown),
        later_note=counted([one for _, group in far for one in group], say),
        behind=calendar_weeks(by_week(past[-MOST_BEHIND:]), MOST_BEHIND, PATH, context),
        behind_note=counted(past, say),
        more_behind=max(0, len(past) - MOST_BEHIND),
        firm=FeedLink(context.firm.name, fragments.file_address(PATH, FIRM_FEED)),
        people=_feeds((one.name, person_feed_path(one.id)) for one in _people(context)),
        clients=_feeds((one.name, client_feed_path(one.id)) for one in _by_id(clients) if not one.status.is_over),
    )


def _parted(weeks: list[Week], monday: date) -> tuple[list[Week], list[Week]]:
    """The weeks before a Monday, and those from it on."""
    near = [week for week in weeks if week[0] < monday]
    return near, weeks[len(near) :]


def _people(context: PageContext) -> list[Person]:
    """Those who work here, by name."""
    here = (one for one in context.people.values() if one.left is None or one.left >= context.today)
    return sorted(here, key=lambda one: (one.name, one.id))


def _by_id(clients: Sequence[ClientSummary]) -> list[ClientSummary]:
    """As they are listed elsewhere: an id is the name in plain letters."""
    return sorted(clients, key=lambda one: one.id)


def _feeds(named: Iterable[tuple[str, str]]) -> FeedList:
    links = [FeedLink(name, fragments.file_address(PATH, path)) for name, path in named]
    return FeedList(tuple(links[:MOST_FEEDS]), max(0, len(links) - MOST_FEEDS))
