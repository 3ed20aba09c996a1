"""Days along a line: an even scale, or one that is roomy up to a day and close after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aloitus.calendar import add_days, week_start

WEEK_STEPS = (1, 2, 4, 8, 13, 26, 52)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last` laid evenly between two points."""

    first: date
    last: date
    left: float
    right: float

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / max((self.last - self.first).days, 1)

    def x(self, day: date) -> float:
        """Where `day` stands; a day outside stands at the nearer end."""
        return min(max(self.left + (day - self.first).days * self.per_day, self.left), self.right)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Scale:
    """`tail` is what comes after the scale's turn, closer together; None where the whole line is even."""

    main: Stretch
    tail: Stretch | None = None

    def x(self, day: date) -> float:
        return self.tail.x(day) if self.tail and day > self.tail.first else self.main.x(day)

    @property
    def last(self) -> date:
        return self.tail.last if self.tail else self.main.last

    def holds(self, day: date) -> bool:
        return self.main.first <= day <= self.last


def weeks(stretch: Stretch, room: float) -> Iterator[date]:
    """Mondays of a stretch, so many of them that each has `room` pixels."""
    step = _step(WEEK_STEPS, 7 * stretch.per_day, room)
    day = week_start(add_days(stretch.first, 6))
    while day < stretch.last:
        yield day
        day = add_days(day, 7 * step)


def months(stretch: Stretch, room: float) -> Iterator[date]:
    """First days of the months that begin within a stretch, so many of them that each has `room` pixels.

    Every other month and sparser are counted from January, so that the same months are named on every drawing.
    """
    step = month_step(stretch, room)
    day = stretch.first if stretch.first.day == 1 else next_month(stretch.first)
    while day <= stretch.last:
        if ((day.year * MONTHS) + day.month - 1) % step == 0:
            yield day
        if day.year == date.max.year and day.month == MONTHS:
            return
        day = next_month(day)


def month_step(stretch: Stretch, room: float) -> int:
    """How many months lie from one named month to the next."""
    return _step(MONTH_STEPS, 30.4 * stretch.per_day, room)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _step(steps: tuple[int, ...], unit: float, room: float) -> int:
    return next((step for step in steps if step * unit >= room), steps[-1])
