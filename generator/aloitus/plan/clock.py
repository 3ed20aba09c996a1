"""Counting from today to a day, in working days."""

from datetime import date

from aloitus.calendar import WorkingDays

SOON = 5
"""A task is due soon within so many working days."""


class Clock:
    """How far days are from `today`; for a client whose onboarding is over (`running` is false) nothing is late."""

    __slots__ = ("_known", "_next", "_workdays", "running", "today")

    def __init__(self, workdays: WorkingDays, today: date, *, running: bool) -> None:
        self.today = today
        self.running = running
        self._workdays = workdays
        self._next = workdays.roll_forward(today)
        self._known: dict[date, int] = {today: 0}

    def days_to(self, day: date | None) -> int | None:
        """Working days from today, so that tomorrow is at least 1 and a day that has passed at most -1.

        A free day counts as the working day after it: on Saturday, what was due on Friday is a day late.
        None where the day is not known, or the onboarding is over.
        """
        if day is None or not self.running:
            return None
        count = self._known.get(day)
        if count is None:
            later = self._workdays.roll_forward(day)
            count = self._known[day] = (
                self._workdays.between(self.today, later)
                if day > self.today
                else -self._workdays.between(day, self._next)
            )
        return count
