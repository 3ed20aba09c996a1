"""Where the events of a timeline stand: no label covers another, and lines cross labels only where they must."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aloitus.pages.drawings.lettering import fitted, width
from aloitus.pages.drawings.timeline_story import Event, EventKind

WIDTH = 1288
LEVELS = 3
FIRST_LEVEL, LEVEL_HEIGHT = 42, 23
LABEL_ROOM = 270
"""No label is wider, so that each fits on one side of its mark or the other."""
GAP = 16
"""Between a label and whatever stands beside it on its level."""
BESIDE, HALF_MARK = 13, 9

_CROSSES_TODAY, _CROSSES_GATE, _CROSSES_LINE, _NEW_LEVEL, _ON_LEFT, _DEEPER = 6.0, 4.0, 2.0, 3.0, 0.5, 0.01


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """`label_x` is where the label begins, or ends where it stands at the left of its mark."""

    event: Event
    x: float
    level: int
    name: str
    when: str
    room: float
    on_left: bool = False

    @property
    def y(self) -> float:
        return FIRST_LEVEL + LEVEL_HEIGHT * self.level

    @property
    def label(self) -> tuple[float, float]:
        """From where to where the label reaches."""
        return (
            (self.x - BESIDE - self.room, self.x - BESIDE)
            if self.on_left
            else (self.x + BESIDE, self.x + BESIDE + self.room)
        )

    @property
    def extent(self) -> tuple[float, float]:
        """The label with its mark."""
        left, right = self.label
        return (left, self.x + HALF_MARK) if self.on_left else (self.x - HALF_MARK, right)


def place_events(events: Iterable[tuple[Event, float, str]], today: float | None) -> tuple[PlacedEvent, ...]:
    """The events (with where their day stands, and how it is written) on as few levels as read well."""
    placed: list[PlacedEvent] = []
    for event, x, when in sorted(events, key=_gates_first):
        candidates = [one for one in _candidates(event, x, when, _deepest(placed)) if _is_free(one, placed)]
        placed.append(min(candidates, key=lambda one: _cost(one, placed, today)))
    return tuple(placed)


def _gates_first(labelled: tuple[Event, float, str]) -> bool:
    return labelled[0].kind is not EventKind.GATE


def levels_of(placed: Sequence[PlacedEvent]) -> int:
    """How many levels the events take; three are always there, so that drawings of many clients look alike."""
    return max(LEVELS, _deepest(placed) + 1)


def _deepest(placed: Sequence[PlacedEvent]) -> int:
    return max((one.level for one in placed), default=-1)


def _candidates(event: Event, x: float, when: str, deepest: int) -> Iterator[PlacedEvent]:
    bold = event.kind is EventKind.GATE
    name = fitted(event.name, LABEL_ROOM - width(f" {when}", bold=bold), bold=bold)
    room = width(f"{name} {when}", bold=bold)
    for level in range(max(LEVELS, deepest + 2)):
        for on_left in (False, True):
            one = PlacedEvent(event, x, level, name, when, room, on_left)
            if one.extent[0] >= 0 and one.extent[1] <= WIDTH:
                yield one


def _is_free(one: PlacedEvent, placed: Iterable[PlacedEvent]) -> bool:
    left, right = one.extent
    return all(
        other.level != one.level or other.extent[1] + GAP <= left or right + GAP <= other.extent[0] for other in placed
    )


def _cost(one: PlacedEvent, placed: Iterable[PlacedEvent], today: float | None) -> float:
    """What a reader loses: a line through a label, a label at the unusual side, a level more."""
    others = (other for other in placed if other.level != one.level)
    crossings = sum(_crosses(other, one) if other.level < one.level else _crosses(one, other) for other in others)
    return (
        crossings
        + (today is not None and _within(today, one.label)) * _CROSSES_TODAY
        + max(0, one.level + 1 - LEVELS) * _NEW_LEVEL
        + one.on_left * _ON_LEFT
        + one.level * _DEEPER
    )


def _crosses(upper: PlacedEvent, lower: PlacedEvent) -> float:
    """What it costs that the line down from `upper` runs through the label of `lower`, where it does."""
    if not _within(upper.x, lower.label):
        return 0
    return _CROSSES_GATE if upper.event.kind is EventKind.GATE else _CROSSES_LINE


def _within(x: float, label: tuple[float, float]) -> bool:
    return label[0] - 2 < x < label[1] + 2
