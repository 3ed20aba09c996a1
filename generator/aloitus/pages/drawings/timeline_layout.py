"""The geometry of a client's timeline: a story in days becomes marks, tails and labels in pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aloitus.calendar import add_days
from aloitus.pages.drawings.scale import Scale, Stretch
from aloitus.pages.drawings.timeline_events import (
    FIRST_LEVEL,
    LEVEL_HEIGHT,
    PlacedEvent,
    levels_of,
    place_events,
)
from aloitus.pages.drawings.timeline_story import Dot, Lane, Story

LEFT, TURN, RIGHT = 218, 1024, 1278
LABEL_HEIGHT = 17
BELOW = 3
"""Between the last lane and the paper's edge, under the label of today."""
LANE_PADDING, ROW, FIRST_ROW = 12, 15, 13.5
APART = 14.5
"""Between two marks on one row, centre to centre."""
TAIL_ENDS = 8
"""How far before today's line an overdue mark's row is taken."""
GLYPH = 7.6

LEAD_IN, AFTER_START, LEAD_OUT = 2, 20, 6
"""Days before signing, after the start (a good fourteen working days) and after the last due day."""
EARLIEST, LATEST, FAR_TODAY = 60, 550, 90
"""Days beyond which something is drawn at the edge: a mistyped year must not squeeze everything else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`tail` is where the line that shows its delay begins; it ends at today. None where there is none to see."""

    dot: Dot
    x: float
    y: float
    tail: float | None = None


@dataclass(frozen=True, slots=True)
class DrawnLane:
    lane: Lane
    top: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Timeline:
    """`today` is None when it lies outside what is drawn."""

    story: Story
    scale: Scale
    today: float | None
    events: tuple[PlacedEvent, ...]
    lanes: tuple[DrawnLane, ...]
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom + LABEL_HEIGHT + BELOW


def lay_out(story: Story, when: Sequence[str]) -> Timeline:
    """The drawing of `story`; `when` says for each event how its day is written."""
    scale = scale_of(story)
    today = scale.x(story.today) if scale.holds(story.today) else None
    labelled = zip(story.events, (scale.x(event.day) for event in story.events), when, strict=True)
    events = place_events(labelled, today)
    top = FIRST_LEVEL + LEVEL_HEIGHT * (levels_of(events) - 1) + 16
    lanes = _lanes(story.lanes, scale, today, top)
    bottom = lanes[-1].top + lanes[-1].height if lanes else top
    return Timeline(story, scale, today, events, lanes, top, bottom)


def scale_of(story: Story) -> Scale:
    """Roomy from signing till the start has settled, close after that; even once today is past that, too."""
    known = tuple(_days(story))
    signed = story.signed or min(known)
    earliest = max(min(signed, *known), signed - timedelta(days=EARLIEST))
    if story.today < earliest and (earliest - story.today).days <= FAR_TODAY:
        earliest = story.today
    first = add_days(earliest, -LEAD_IN)
    settled = add_days(max(story.start or first, first), AFTER_START)
    last = add_days(min(max(signed, story.today, *known), add_days(max(settled, story.today), LATEST)), LEAD_OUT)
    main, tail = Stretch(first, settled, LEFT, TURN), Stretch(settled, last, TURN, RIGHT)
    turns = story.start is not None and story.today <= settled < last
    if turns and tail.per_day < main.per_day:
        return Scale(main, tail)
    return Scale(Stretch(first, last, LEFT, RIGHT))


def _days(story: Story) -> Iterable[date]:
    yield from (event.day for event in story.events)
    yield from (dot.day for lane in story.lanes for dot in lane.dots)


def _lanes(lanes: Iterable[Lane], scale: Scale, today: float | None, top: float) -> tuple[DrawnLane, ...]:
    drawn = []
    for lane in lanes:
        rows, marks = _rows(lane.dots, scale, today, top)
        height = LANE_PADDING + ROW * rows
        drawn.append(DrawnLane(lane, top, height, marks))
        top += height
    return tuple(drawn)


def _rows(dots: Iterable[Dot], scale: Scale, today: float | None, top: float) -> tuple[int, tuple[Mark, ...]]:
    """Each mark on the first row that is free where it stands; a tail has its row to itself up to today."""
    ends: list[float] = []
    marks = []
    for dot in dots:
        x = scale.x(dot.day)
        late_by = today - x if today is not None and dot.overdue else 0
        row = next((row for row, end in enumerate(ends) if end + APART <= x), len(ends))
        if row == len(ends):
            ends.append(x)
        ends[row] = max(x, x + late_by - TAIL_ENDS)
        marks.append(Mark(dot, x, top + FIRST_ROW + ROW * row, x + GLYPH if late_by > GLYPH + 1 else None))
    return max(len(ends), 1), tuple(marks)
