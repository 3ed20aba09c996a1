"""Every client's onboarding on one time axis: a strip a row, the axis in the table's head.

In a table: `<th scope="col" class="strip-cell">` around `axis`, `<td class="strip-cell">` around each `strip`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from aloitus.i18n import Wording
from aloitus.pages.drawings import svg
from aloitus.pages.drawings.lettering import width
from aloitus.pages.drawings.scale import Stretch, months
from aloitus.pages.markup import Markup, escape

WIDTH, HEIGHT, MIDDLE = 344, 24, 12
MARGIN = 9
"""So that a mark on the first or last day is whole."""
BAR, DIAMOND, CIRCLE = 8, 8, 6.2
OLDEST, NEWEST = timedelta(days=400), timedelta(days=550)
"""From today: what lies farther stands at the edge, so that one mistyped year doesn't squeeze everybody."""


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one onboarding. `started`, `reviewed`: it really happened, and the day is that day."""

    signed: date | None
    start: date | None
    review: date | None
    started: bool = False
    reviewed: bool = False
    at_risk: bool = False


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days that all strips of a table share."""

    first: date
    last: date
    today: date

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.first, self.last, MARGIN, WIDTH - MARGIN)

    @property
    def today_percent(self) -> str:
        return _percent(self.stretch.x(self.today))


def time_axis(courses: Iterable[Course], today: date) -> TimeAxis:
    """The axis on which all of them find room, today among them."""
    known = [day for course in courses for day in (course.signed, course.start, course.review) if day]
    first = max(min([today, *known]), today - OLDEST)
    last = min(max([today, *known]), today + NEWEST)
    return TimeAxis(first, max(last, first + timedelta(days=30)), today)


def axis(of: TimeAxis, say: Wording) -> Markup:
    """The head of the strips' column: months by name, and the lines of months that the strips refer to."""
    stretch = of.stretch
    names = tuple(say(f"drawings.month-{month}") for month in range(1, 13))
    room = max(width(name) for name in names) + 8
    labels = Markup("").join(
        Markup(f'<i style="left:{_percent(stretch.x(first))}">') + names[first.month - 1] + Markup("</i>")
        for first in months(stretch, room)
        if stretch.x(first) + width(names[first.month - 1]) <= WIDTH
    )
    ticks = svg.lines(svg.stroke(stretch.x(first), 0, stretch.x(first), HEIGHT) for first in months(stretch, 10))
    title = say("drawings.strips", first=of.first, last=of.last)
    return (
        Markup(f'<span class="strip-axis" style="--today:{of.today_percent}"><span class="hidden-text">')
        + title
        + Markup('</span><span aria-hidden="true">')
        + labels
        + Markup('<svg width="0" height="0"><defs><g id="strip-months">')
        + ticks
        + Markup("</g></defs></svg></span></span>")
    )


def strip(course: Course, of: TimeAxis, say: Wording) -> Markup:
    """One onboarding: a bar from signing to the start, a line to the review; the past is filled."""
    if not (course.signed or course.start or course.review):
        return Markup('<span class="none">') + say("drawings.no-days") + Markup("</span>")
    kind = "strip at-risk" if course.at_risk else "strip"
    parts = (*_bar(course, of), *_line(course, of), *_marks(course, of))
    return (
        Markup(f'<span class="{kind}" style="--today:{of.today_percent}"><svg viewBox="0 0 {WIDTH} {HEIGHT}" ')
        + Markup('aria-hidden="true"><use xlink:href="#strip-months"></use>')
        + Markup("").join(parts)
        + Markup('</svg><span class="hidden-text">')
        + described(course, say)
        + Markup("</span></span>")
    )


def described(course: Course, say: Wording) -> str:
    """`Sopimus 26.10.2026, palvelutuotanto alkaa 1.12.2026 (uhattuna), pikapalaveri 1.4.2027`."""
    parts = []
    if course.signed:
        parts.append(say("drawings.strip-signed", day=course.signed))
    if course.start:
        key = "started" if course.started else "at-risk" if course.at_risk else "starts"
        parts.append(say(f"drawings.strip-{key}", day=course.start))
    if course.review:
        parts.append(say("drawings.strip-reviewed" if course.reviewed else "drawings.strip-review", day=course.review))
    return ", ".join(parts)


def legend(say: Wording) -> Markup:
    """What the strips' shapes mean."""
    shapes = (
        (svg.box(0, 4, (16, BAR), "passed", rounded=1.5), "strip-bar"),
        (svg.diamond(8, 8, 7, "gate"), "strip-gate"),
        (svg.circle(8, 8, CIRCLE, "review"), "strip-circle"),
        (svg.lines([svg.stroke(8, 1, 8, 15)], "now"), "now"),
    )
    items = (
        Markup('<li><svg class="strip-key" viewBox="0 0 16 16" aria-hidden="true">')
        + shape
        + Markup("</svg>")
        + escape(say(f"drawings.{key}"))
        + Markup("</li>")
        for shape, key in shapes
    )
    return Markup('<ul class="legend strip-legend">') + Markup(" ").join(items) + Markup("</ul>")


def _bar(course: Course, of: TimeAxis) -> Iterable[Markup]:
    if course.signed is None or course.start is None or course.start <= course.signed:
        return
    x = of.stretch.x
    left, right = x(course.signed), x(course.start)
    passed = right if course.started else min(max(x(of.today), left), right)
    top = MIDDLE - BAR / 2
    if passed < right:
        yield svg.box(left, top + 0.5, (right - left, BAR - 1), "ahead", rounded=1.5)
    if passed > left:
        yield svg.box(left, top, (passed - left, BAR), "passed", rounded=1.5)


def _line(course: Course, of: TimeAxis) -> Iterable[Markup]:
    if course.start is None or course.review is None or course.review <= course.start:
        return
    x = of.stretch.x
    left, right = x(course.start), x(course.review)
    passed = min(x(of.today), right) if course.started else left
    if passed < right:
        yield svg.lines([svg.stroke(max(left, passed), MIDDLE, right, MIDDLE)], "on")
    if passed > left:
        yield svg.lines([svg.stroke(left, MIDDLE, passed, MIDDLE)], "on passed")


def _marks(course: Course, of: TimeAxis) -> Iterable[Markup]:
    if course.start:
        yield svg.diamond(of.stretch.x(course.start), MIDDLE, DIAMOND, "gate passed" if course.started else "gate")
    if course.review:
        missed = not course.reviewed and course.review < of.today
        kind = "review passed" if course.reviewed else "review missed" if missed else "review"
        yield svg.circle(of.stretch.x(course.review), MIDDLE, CIRCLE, kind)


def _percent(x: float) -> str:
    return f"{svg.number(x / WIDTH * 100)}%"
