"""A story whose timeline comes to round numbers: 13 px a day up to 21.12.2026, 2 px a day after."""

from datetime import date
from typing import Any

from aloitus.pages.drawings.timeline_story import Dot, Event, EventKind, Lane, Story

TODAY, SIGNED, START = date(2026, 11, 23), date(2026, 10, 22), date(2026, 12, 1)
LAST = date(2027, 4, 21)


def a_dot(day: date, mark: str = "open", title: str = "Tehtävä", **fields: Any) -> Dot:
    return Dot(day, mark, title, **fields)


def late(day: date, mark: str = "late") -> Dot:
    return Dot(day, mark, "Myöhässä oleva", "Kesken", overdue=True)


def a_lane(*dots: Dot, name: str = "Kirjanpitäjä", done: int = 0, total: int | None = None) -> Lane:
    return Lane(name, done, len(dots) if total is None else total, dots)


def a_meeting(day: date, name: str = "Palaveri", number: int = 1, **fields: Any) -> Event:
    return Event(EventKind.MEETING, day, name, number=number, **fields)


def a_gate(day: date = START, name: str = "Palvelutuotanto alkaa", **fields: Any) -> Event:
    return Event(EventKind.GATE, day, name, **fields)


def an_anchor(day: date, name: str = "Sopimus", **fields: Any) -> Event:
    return Event(EventKind.ANCHOR, day, name, **fields)


def a_story(*lanes: Lane, events: tuple[Event, ...] = (), **fields: Any) -> Story:
    """Signed 22.10., seen 23.11., production from 1.12.2026; the last due day is 21.4.2027."""
    told = {"today": TODAY, "signed": SIGNED, "start": START, **fields}
    return Story(events=events, lanes=lanes or (a_lane(a_dot(LAST)),), **told)
