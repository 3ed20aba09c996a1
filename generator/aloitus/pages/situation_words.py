"""The one word for a client, and its glyph."""

from aloitus.pages.context import PageContext
from aloitus.plan.client_plan import Situation

_MARKS = {
    Situation.CLOSED: "done",
    Situation.CANCELLED: "not-applicable",
    Situation.PLANNED: "open",
    Situation.START_AT_RISK: "at-risk",
    Situation.BLOCKED: "blocked",
    Situation.REVIEW_OVERDUE: "late",
    Situation.READY_TO_CLOSE: "done",
    Situation.UNINVOICED: "uninvoiced",
    Situation.LATE: "late",
    Situation.WAITING: "waiting",
    Situation.REVIEW_DUE: "in-progress",
    Situation.ON_SCHEDULE: "in-progress",
}


def situation_mark(situation: Situation) -> str:
    return _MARKS[situation]


def situation_word(situation: Situation, context: PageContext) -> str:
    """`Alku uhattuna`."""
    return context.wording(f"situations.{situation.value}")
