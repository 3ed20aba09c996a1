"""A client's timeline: lanes by role, meetings and gates above them, delays as tails that end at today."""

from collections.abc import Iterable

from aloitus.i18n import Wording
from aloitus.pages import fragments
from aloitus.pages.context import PageContext
from aloitus.pages.drawings import svg
from aloitus.pages.drawings.lettering import fitted, width
from aloitus.pages.drawings.timeline_axis import AXIS, axis
from aloitus.pages.drawings.timeline_events import WIDTH, PlacedEvent
from aloitus.pages.drawings.timeline_layout import LABEL_HEIGHT, LEFT, RIGHT, DrawnLane, Mark, Timeline, lay_out
from aloitus.pages.drawings.timeline_list import milestones
from aloitus.pages.drawings.timeline_story import EventKind, Story, story
from aloitus.pages.markup import Markup
from aloitus.plan.client_plan import ClientPlan

LANE_COUNT, LANE_GAP, LANE_SIZE = 194, 8, 13
"""Where a lane's n/m ends, how far its name stays from it, and the size of the name."""
TODAY_LABEL = 84
MARKS = ("done", "in-progress", "open", "waiting", "blocked", "late", "not-applicable")
"""In the legend's order."""


def timeline(plan: ClientPlan, context: PageContext) -> Markup | None:
    """The section "Aikajana" of a client's page: a drawing for wide screens, else a list; None without days."""
    told = story(plan, context)
    if told is None:
        return None
    say = context.wording
    drawn = lay_out(told, tuple(say.short_date(event.day) for event in told.events))
    head = fragments.section_head(say("drawings.timeline"), "timeline", say("drawings.timeline-note"))
    picture = Markup('<div class="timeline-drawing" data-search-exclude>') + draw(drawn, say, plan.client.name)
    return Markup("\n").join((head, picture + _legend(told, say) + Markup("</div>"), milestones(told, say)))


def draw(drawn: Timeline, say: Wording, client: str) -> Markup:
    told = drawn.story
    content = Markup("").join(
        (
            *axis(drawn.scale, drawn.bottom, say),
            *_lanes(drawn.lanes),
            svg.lines([svg.stroke(0, drawn.bottom, WIDTH, drawn.bottom)], "edge"),
            *_event_lines(drawn),
            *_today(drawn, say),
            *_marks(drawn),
            *(part for event in drawn.events for part in _event(event, drawn)),
        )
    )
    done, total = sum(lane.done for lane in told.lanes), sum(lane.total for lane in told.lanes)
    late = sum(dot.overdue for lane in told.lanes for dot in lane.dots)
    described = say(
        "drawings.timeline-description",
        client=client,
        today=told.today,
        roles=len(told.lanes),
        done=done,
        total=total,
        late=late,
    )
    return svg.drawing(content, (WIDTH, drawn.height), "timeline", say("drawings.timeline"), described, "timeline-svg")


def _lanes(lanes: Iterable[DrawnLane]) -> Iterable[Markup]:
    known = tuple(lanes)
    yield svg.lines(svg.stroke(0, lane.top, WIDTH, lane.top) for lane in known)
    for drawn in known:
        count = f"{drawn.lane.done}/{drawn.lane.total}"
        name = fitted(drawn.lane.name, LANE_COUNT - width(count) - LANE_GAP, LANE_SIZE)
        yield svg.text(name, 0, drawn.middle + 4.5, "role")
        yield svg.text(count, LANE_COUNT, drawn.middle + 4.5, "of end")


def _marks(drawn: Timeline) -> Iterable[Markup]:
    """A group a state: its delays under its marks."""
    for name in MARKS:
        marks = [mark for lane in drawn.lanes for mark in lane.marks if mark.dot.mark == name]
        if marks:
            shape = fragments.GLYPHS.get(name, name)
            yield Markup(f'<g class="mark--{shape}">')
            if drawn.today is not None:
                tails = [svg.stroke(mark.tail, mark.y, drawn.today, mark.y) for mark in marks if mark.tail is not None]
                yield svg.lines(tails, "delay")
            yield from (_mark(mark, shape) for mark in marks)
            yield Markup("</g>")


def _mark(mark: Mark, shape: str) -> Markup:
    """A glyph on its own ground, or a dot for what is done: what is left to do stands out."""
    title = f"<title>{svg.words(mark.dot.title)} · {svg.words(mark.dot.note)}</title>"
    x, y = svg.number(mark.x), svg.number(mark.y)
    if shape == "done":
        return Markup(f'<path d="M{x} {y}h0">{title}</path>')
    return Markup(f'<use xlink:href="#t-{shape}" x="{x}" y="{y}">{title}</use>')


def _event_lines(drawn: Timeline) -> Iterable[Markup]:
    for one in drawn.events:
        kind = "gate-line" if one.event.kind is EventKind.GATE else "event-line"
        yield svg.lines([svg.stroke(one.x, one.y, one.x, drawn.bottom)], kind + _alarming(one))


def _today(drawn: Timeline, say: Wording) -> Iterable[Markup]:
    if drawn.today is None:
        return
    left = min(max(drawn.today - TODAY_LABEL / 2, LEFT), RIGHT + 10 - TODAY_LABEL)
    yield svg.lines([svg.stroke(drawn.today, AXIS, drawn.today, drawn.bottom)], "today")
    yield svg.box(left, drawn.bottom, (TODAY_LABEL, LABEL_HEIGHT), "today-label", rounded=2)
    told = say("drawings.today", day=say.short_date(drawn.story.today))
    yield svg.text(told, left + TODAY_LABEL / 2, drawn.bottom + 12.5, "today-text")


def _event(one: PlacedEvent, drawn: Timeline) -> Iterable[Markup]:
    event, x, y = one.event, one.x, one.y
    tail = drawn.scale.tail
    start, end = one.label
    kind = "gate-name" if event.kind is EventKind.GATE else "event"
    ground = " on-tail" if tail and start > tail.left else ""
    side = " end" if one.on_left else ""
    yield svg.text(f"{one.name} {one.when}", end if one.on_left else start, y + 4, kind + ground + side)
    if event.kind is EventKind.MEETING:
        held = " held" if event.done else ""
        yield svg.circle(x, y, 8, f"event-mark{held}{_alarming(one)}")
        yield svg.text(str(event.number), x, y + 4, f"meeting-number{held}{_alarming(one)}")
    elif event.kind is EventKind.GATE:
        yield svg.diamond(x, y, 9, f"gate{_alarming(one)}")
    else:
        yield svg.diamond(x, y, 7, "event-mark")


def _alarming(one: PlacedEvent) -> str:
    return " alarming" if one.event.alarming else ""


def _legend(told: Story, say: Wording) -> Markup:
    """The marks that this drawing has, in words."""
    seen = {dot.mark for lane in told.lanes for dot in lane.dots}
    named = (fragments.mark(name, say(f"states.{name}")) for name in MARKS if name in seen)
    items = Markup(" ").join(Markup("<li>") + one + Markup("</li>") for one in named)
    return Markup('<ul class="legend">') + items + Markup("</ul>")
