"""When each task is due: by its rule, pushed by what it depends on, or as the client's file says."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from aloitus.calendar import WorkingDays
from aloitus.model.client import Status, TaskEntry
from aloitus.model.due_rule import Roll
from aloitus.plan.client_plan import DueSource
from aloitus.plan.dates import ClientDates
from aloitus.plan.effective_dating import AGREEMENT_SIGNED
from aloitus.plan.profile import DueBasis, Profile
from aloitus.plan.recorded import Recorded


class Due(NamedTuple):
    """`moved_from` is the day that the rule alone came to, where signing or a dependency moved the task.

    `pressed`: it follows from the day of signing, whatever the day that production starts.
    """

    day: date | None
    source: DueSource = DueSource.RULE
    moved_from: date | None = None
    pressed: bool = False


UNKNOWN = Due(None)


def days_by_rule(
    bases: Sequence[DueBasis], dates: ClientDates, real_dates: ClientDates, workdays: WorkingDays, today: date
) -> list[Due]:
    """Rolled, and not before the first working day after signing nor before a meeting may be held.

    A client that hasn't signed counts as signing today: nothing is late before there is an agreement.
    """
    first = workdays.add(dates.day(AGREEMENT_SIGNED) or today, 1)
    days = []
    for basis in bases:
        day = dates.count(basis.rule, basis.service)
        if day is None:
            days.append(UNKNOWN)
            continue
        if basis.roll:
            day = workdays.roll_back(day) if basis.roll is Roll.BACK else workdays.roll_forward(day)
        moved_from = None
        if day < first and not basis.from_signing:
            moved_from, day = day, first
        opens = real_dates.count(basis.window.earliest) if basis.window else None
        if opens and day < opens:
            day = workdays.roll_forward(opens)
        days.append(
            Due(day, DueSource.RULE, moved_from, moved_from is not None or basis.rule.start == AGREEMENT_SIGNED)
        )
    return days


def task_days(
    profile: Profile, by_rule: Sequence[Due], entries: Mapping[str, TaskEntry], states: Sequence[Recorded]
) -> list[Due]:
    """Each task's due day, by its position in the profile.

    A push goes by due days, never by the days on which things were done, so that signing a task off moves nothing.
    A dependency that was waived pushes no more than one that doesn't apply.
    """
    days = [UNKNOWN] * len(profile.tasks)
    for at in profile.order:
        task = profile.tasks[at]
        entry = entries.get(task.rule.id)
        if entry is not None and entry.due is not None and task.rule.fulfilled_by is None:
            days[at] = Due(entry.due, DueSource.OVERRIDE)
            continue
        due = by_rule[task.basis]
        if due.day is not None:
            for other in task.after:
                pusher = days[other]
                if pusher.day and pusher.day > due.day and not _is_waived(states[other]):
                    due = Due(pusher.day, DueSource.PUSHED, due.moved_from or due.day, pusher.pressed)
        days[at] = due
    return days


def _is_waived(state: Recorded) -> bool:
    return state.final and state.state is Status.NOT_APPLICABLE
