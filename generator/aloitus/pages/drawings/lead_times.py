"""Working days from signing to the start, and on to the closing: a dumbbell a client."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aloitus.i18n import Wording
from aloitus.pages.drawings import svg
from aloitus.pages.drawings.figures import figure, table
from aloitus.pages.drawings.lettering import fitted, width
from aloitus.pages.markup import Markup, escape

WIDTH = 600
LEFT, RIGHT = 172, 570
TOP, ROW = 22, 25
NAME = 156
STEPS = (10, 20, 30, 50, 100, 200, 500, 1000)
MOST_STEPS = 5
CLOSE = 40
"""Marks nearer than this share no room for a figure between them."""


@dataclass(frozen=True, slots=True)
class LeadTime:
    """`to_start` in working days from signing; `to_close` is None while the onboarding is open."""

    name: str
    to_start: int
    to_close: int | None = None


def lead_times(rows: Sequence[LeadTime], need: int | None, say: Wording, anchor: str) -> Markup:
    """`need` is what the process takes at least; `anchor` is unique on the page."""
    listed = (escape(row.name) + Markup(" <span>") + _told(row, say) + Markup("</span>") for row in rows)
    head = [say(f"drawings.{key}") for key in ("client", "to-start", "to-close")]
    figures = ((row.name, str(row.to_start), "–" if row.to_close is None else str(row.to_close)) for row in rows)
    return figure(draw(rows, need, say, anchor), listed, table(head, figures, say("drawings.lead-time")), say)


def draw(rows: Sequence[LeadTime], need: int | None, say: Wording, anchor: str) -> Markup:
    step, most = _scale(rows, need)
    bottom = TOP + ROW * len(rows)
    content = Markup("").join(
        (
            *_axis(step, most, bottom, need),
            *(part for at, row in enumerate(rows) for part in _row(row, TOP + ROW * (at + 0.5), most, need)),
        )
    )
    described = "; ".join(f"{row.name}: {_told(row, say)}" for row in rows)
    return svg.drawing(content, (WIDTH, bottom + 26), "plot", say("drawings.lead-time"), described, anchor)


def _scale(rows: Iterable[LeadTime], need: int | None) -> tuple[int, int]:
    """The distance between two lines of the axis, and its end."""
    longest = max((max(row.to_start, row.to_close or 0) for row in rows), default=0)
    longest = max(longest, need or 0, 1)
    step = next((step for step in STEPS if step * MOST_STEPS > longest), longest)
    return step, (longest // step + 1) * step


def _x(days: float, most: int) -> float:
    return LEFT + (RIGHT - LEFT) * max(days, 0) / most


def _axis(step: int, most: int, bottom: float, need: int | None) -> Iterable[Markup]:
    lines = range(0, most + 1, step)
    yield svg.lines(svg.stroke(_x(at, most), TOP - 8, _x(at, most), bottom) for at in lines)
    for at in lines:
        if need is None or abs(_x(at, most) - _x(need, most)) > width(f"{at}{need}") / 2 + 6:
            yield svg.text(str(at), _x(at, most), bottom + 18, "of middle")
    if need is not None:
        yield svg.lines([svg.stroke(_x(need, most), TOP - 8, _x(need, most), bottom)], "target")
        yield svg.text(str(need), _x(need, most), bottom + 18, "middle")


def _row(row: LeadTime, y: float, most: int, need: int | None) -> Iterable[Markup]:
    start, late = _x(row.to_start, most), need is not None and row.to_start < need
    yield svg.text(fitted(row.name, NAME, 13), 0, y + 4.5, "name")
    if row.to_close is None:
        yield svg.lines([svg.stroke(start, y, RIGHT, y)], "unfinished")
    else:
        end = _x(row.to_close, most)
        yield svg.lines([svg.stroke(start, y, end, y)], "between")
        yield svg.circle(end, y, 5.5, "closed")
        yield svg.text(str(row.to_close), end + 10, y + 4)
    yield svg.diamond(start, y, 7, "gate alarming" if late else "gate")
    near = row.to_close is not None and _x(row.to_close, most) - start < CLOSE
    if near and start - LEFT > CLOSE:
        yield svg.text(str(row.to_start), start - 11, y + 4, "end")
    else:
        yield svg.text(str(row.to_start), start + 8, y - 3)


def _told(row: LeadTime, say: Wording) -> str:
    started = say("drawings.start-after", n=row.to_start)
    closed = say("drawings.not-closed") if row.to_close is None else say("drawings.closed-after", n=row.to_close)
    return f"{started}, {closed}"
