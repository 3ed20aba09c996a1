"""How states, situations and progress look on a terminal."""

from aloitus.model.client import Status
from aloitus.plan.client_plan import Progress, Situation
from aloitus.screens.sheet import Tone

STATE_TONES = {
    Status.OPEN: Tone.PLAIN,
    Status.IN_PROGRESS: Tone.BUSY,
    Status.WAITING: Tone.WAITING,
    Status.BLOCKED: Tone.BAD,
    Status.DONE: Tone.GOOD,
    Status.NOT_APPLICABLE: Tone.QUIET,
    Status.CANCELLED: Tone.QUIET,
}
SITUATION_TONES = {
    Situation.CLOSED: Tone.QUIET,
    Situation.CANCELLED: Tone.QUIET,
    Situation.PLANNED: Tone.QUIET,
    Situation.START_AT_RISK: Tone.BAD,
    Situation.BLOCKED: Tone.BAD,
    Situation.REVIEW_OVERDUE: Tone.BAD,
    Situation.READY_TO_CLOSE: Tone.GOOD,
    Situation.UNINVOICED: Tone.WAITING,
    Situation.LATE: Tone.BAD,
    Situation.WAITING: Tone.WAITING,
    Situation.REVIEW_DUE: Tone.BUSY,
    Situation.ON_SCHEDULE: Tone.GOOD,
}


def ratio(progress: Progress) -> str:
    """`34/60`: finished of all."""
    return f"{progress.final}/{progress.total}"
