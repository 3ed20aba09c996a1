"""What a timeline tells in a list: for phones, for paper, and for those who don't see drawings."""

from datetime import date

from aloitus.i18n import Wording
from aloitus.pages import days, fragments
from aloitus.pages.drawings.timeline_story import Event, EventKind, Story
from aloitus.pages.markup import Markup, escape

FAR = 42
"""Days from which on weeks are said where working days weren't counted."""


def milestones(told: Story, say: Wording) -> Markup:
    """Meetings, gates and other dates in order, with today among them."""
    past = [event for event in told.events if event.day <= told.today]
    ahead = [event for event in told.events if event.day > told.today]
    rows = (
        *(_row(event, told.today, say) for event in past),
        _today(told.today, say),
        *(_row(event, told.today, say) for event in ahead),
    )
    return Markup('<ul class="rows days timeline-list">') + Markup(" ").join(rows) + Markup("</ul>")


def _today(today: date, say: Wording) -> Markup:
    what = Markup('<span class="now" aria-hidden="true"></span> <strong>') + say("drawings.now") + Markup("</strong>")
    return _item(today, "", what, say)


def _row(event: Event, today: date, say: Wording) -> Markup:
    name = Markup(" ") + escape(event.name)
    if event.kind is EventKind.GATE:
        name = Markup(" <strong>") + escape(event.name) + Markup("</strong>")
    return _item(event.day, _relative(event, today, say), _shape(event) + name + _state(event, say), say)


def _item(day: date, relative: str, what: Markup, say: Wording) -> Markup:
    when = fragments.time(day, days.day_with_weekday(say, day))
    below = Markup(" <small>") + escape(relative) + Markup("</small>") if relative else Markup("")
    return Markup("<li><div>") + when + below + Markup("</div> <div>") + what + Markup("</div></li>")


def _shape(event: Event) -> Markup:
    if event.kind is EventKind.MEETING:
        held = " meeting--held" if event.done else ""
        return Markup(f'<span class="meeting{held}" aria-hidden="true">{event.number}</span>')
    if event.kind is EventKind.GATE:
        return (
            Markup(f'<span class="{"at-risk" if event.alarming else "gate"}">')
            + fragments.glyph("gate-passed")
            + Markup("</span>")
        )
    return fragments.glyph("gate")


def _state(event: Event, say: Wording) -> Markup:
    """What the mark's shape and colour say, in a word; a date that is simply past needs none."""
    if event.kind is EventKind.ANCHOR:
        return Markup("")
    if event.kind is EventKind.MEETING:
        state = "held" if event.done else "missed" if event.alarming else ""
    else:
        state = "at-risk" if event.alarming else ""
    return Markup(" <small>") + say(f"drawings.{state}") + Markup("</small>") if state else Markup("")


def _relative(event: Event, today: date, say: Wording) -> str:
    if event.days_left is not None:
        return (
            days.until(say, event.days_left) if event.kind is EventKind.MEETING else days.passed(say, event.days_left)
        )
    ahead = (event.day - today).days
    if ahead >= FAR:
        return say("days.weeks-ahead", n=round(ahead / 7))
    return str(event.day.year) if event.day.year != today.year else ""
