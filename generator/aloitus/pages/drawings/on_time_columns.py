"""How many starts of each period were on the agreed day: columns, with the target as a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aloitus.i18n import Wording
from aloitus.pages.drawings import svg
from aloitus.pages.drawings.figures import figure, rate_bar, share, table
from aloitus.pages.drawings.lettering import width
from aloitus.pages.markup import Markup, escape

WIDTH, HEIGHT = 600, 224
TOP, BOTTOM = 24, 178
LEFT, RIGHT = 42, 520
COLUMN = 72
INSIDE = 26
"""A column this high has its figure inside, a lower one above it."""
GRID = (0, 50, 100)


@dataclass(frozen=True, slots=True)
class Period:
    """`name` as on an axis: `heinä–syys`."""

    name: str
    year: int
    on_time: int
    total: int

    @property
    def full_name(self) -> str:
        return f"{self.name} {self.year}"

    @property
    def percent(self) -> int:
        return share(self.on_time, self.total)


def on_time_columns(periods: Sequence[Period], target: int, say: Wording, anchor: str) -> Markup:
    """`anchor` is unique on the page."""
    rows = (
        escape(one.full_name)
        + Markup(" ")
        + rate_bar(one.percent, target, _told(one, say))
        + Markup(" <span>")
        + (say("drawings.percent", n=one.percent) if one.total else "–")
        + Markup(f" <small>{one.on_time}/{one.total}</small></span>")
        for one in periods
    )
    return figure(draw(periods, target, say, anchor), rows, _table(periods, say), say)


def draw(periods: Sequence[Period], target: int, say: Wording, anchor: str) -> Markup:
    described = "; ".join(_told(one, say) for one in periods)
    content = Markup("").join((*_grid(), *_target(target, say), *_columns(periods, say)))
    title = say("drawings.on-time")
    return svg.drawing(content, (WIDTH, HEIGHT), "plot", title, described, anchor)


def y_of(percent: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * percent / 100


def _grid() -> Iterable[Markup]:
    yield svg.lines(svg.stroke(LEFT, y_of(at), RIGHT, y_of(at)) for at in GRID)
    for at in GRID:
        yield svg.text(str(at), LEFT - 8, y_of(at) + 4, "of end")


def _columns(periods: Sequence[Period], say: Wording) -> Iterable[Markup]:
    room = (RIGHT - LEFT) / max(len(periods), 1)
    wide = min(COLUMN, room * 0.7)
    for at, one in enumerate(periods):
        middle, top = LEFT + room * (at + 0.5), y_of(one.percent)
        kind = "column now" if at == len(periods) - 1 else "column"
        if one.percent:
            yield svg.box(middle - wide / 2, top, (wide, BOTTOM - top), kind)
        figure = say("drawings.percent", n=one.percent) if one.total else "–"
        inside = top + INSIDE <= BOTTOM and width(figure, 13, bold=True) <= wide
        yield svg.text(figure, middle, top + 18 if inside else top - 5, f"figure in {kind}" if inside else "figure")
        yield svg.text(one.name, middle, BOTTOM + 19, "middle")
        yield svg.text(f"{one.on_time}/{one.total}", middle, BOTTOM + 36, "of middle")


def _target(target: int, say: Wording) -> Iterable[Markup]:
    y = y_of(target)
    yield svg.lines([svg.stroke(LEFT, y, RIGHT, y)], "target")
    yield svg.text(say("drawings.target", n=target), RIGHT + 6, y + 4)


def _table(periods: Sequence[Period], say: Wording) -> Markup:
    head = [say(f"drawings.{key}") for key in ("period", "on-agreed-day", "starts", "share")]
    figures = (
        (one.full_name, str(one.on_time), str(one.total), say("drawings.percent", n=one.percent) if one.total else "–")
        for one in periods
    )
    return table(head, figures, say("drawings.on-time"))


def _told(one: Period, say: Wording) -> str:
    return say("drawings.on-time-of", period=one.full_name, percent=one.percent, part=one.on_time, whole=one.total)
