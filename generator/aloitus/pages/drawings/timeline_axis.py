"""The axis of a timeline: weeks where it is roomy, months after its turn."""

from collections.abc import Iterable

from aloitus.i18n import Wording
from aloitus.pages.drawings import svg
from aloitus.pages.drawings.lettering import width
from aloitus.pages.drawings.scale import Scale, Stretch, month_step, months, weeks
from aloitus.pages.drawings.timeline_events import WIDTH
from aloitus.pages.markup import Markup

AXIS, BASELINE = 22, 16
BESIDE, APART = 4, 8
"""A label starts so far right of its line, and the next line is at least so far away from its end."""
NAMED_MONTHS = 6
"""From as many months on between two names, the year is told, too."""
CUT = 5
"""Half the height of the two strokes that cut the axis where the scale turns."""


def axis(scale: Scale, bottom: float, say: Wording) -> Iterable[Markup]:
    """From the back: the tail's ground, the lines of weeks and months, their names."""
    main, tail = scale.main, scale.tail
    if tail:
        yield svg.box(tail.left, AXIS, (tail.right - tail.left, bottom - AXIS), "tail")
    yield svg.lines([svg.stroke(0, AXIS, WIDTH, AXIS)], "edge")
    labels = [*_weeks(main, main.right - (CUT + BESIDE if tail else 0), say), *(_months(tail, say) if tail else ())]
    yield svg.lines(svg.stroke(x, AXIS, x, bottom) for x, _ in labels)
    yield from (svg.text(name, x + BESIDE, BASELINE, "of") for x, name in labels if name)
    if tail:
        cuts = (tail.left - CUT, tail.left)
        yield svg.lines((svg.stroke(x, AXIS + CUT, x + CUT + 1, AXIS - CUT) for x in cuts), "turn")


def _weeks(stretch: Stretch, right: float, say: Wording) -> Iterable[tuple[float, str]]:
    """Mondays with their names; one whose name would not fit before the end has none."""
    room = width(say("drawings.week", week=44, day="23.11.")) + BESIDE + APART
    for monday in weeks(stretch, room):
        x = stretch.x(monday)
        name = say("drawings.week", week=monday.isocalendar().week, day=say.short_date(monday))
        yield x, name if x + BESIDE + width(name) <= right else ""


def _months(stretch: Stretch, say: Wording) -> Iterable[tuple[float, str]]:
    names = tuple(say(f"drawings.month-{month}") for month in range(1, 13))
    room = max(width(name) for name in names) + BESIDE + APART
    sparse = month_step(stretch, room) >= NAMED_MONTHS
    for first in months(stretch, room):
        x = stretch.x(first)
        name = f"{first.month}/{first.year % 100:02}" if sparse else names[first.month - 1]
        yield x, name if stretch.left + CUT + BESIDE < x and x + BESIDE + width(name) <= WIDTH else ""
