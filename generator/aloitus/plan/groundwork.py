"""What every part of a client's plan is built on, worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.clock import Clock
from aloitus.plan.dates import ClientDates, client_dates
from aloitus.plan.due_days import Due, days_by_rule, task_days
from aloitus.plan.profile import Profile
from aloitus.plan.recorded import Recorded
from aloitus.plan.task_states import recorded_states


@dataclass(frozen=True, slots=True)
class Groundwork:
    """`real_dates`: counted from the day that production really began, where that was later than agreed.

    `by_rule` holds the day of each basis in the profile; `states` and `dues` go by the tasks' positions in it.
    `others`: the states of all tasks, extra tasks and actions but for those whose records speak of all the others.
    `others`: the states of all tasks, extra tasks and actions but for those whose records speak of all the others.
    """

    client: Client
    process: Process
    profile: Profile
    workdays: WorkingDays
    clock: Clock
    dates: ClientDates
    real_dates: ClientDates
    by_rule: Sequence[Due]
    states: Sequence[Recorded]
    others: Sequence[Recorded]
    dues: Sequence[Due]


def lay_groundwork(
    client: Client, process: Process, profile: Profile, workdays: WorkingDays, clock: Clock
) -> Groundwork:
    dates = client_dates(process, client, workdays)
    real_dates = dates.from_real_start()
    states, others = recorded_states(client, profile)
    by_rule = days_by_rule(profile.bases, dates, real_dates, workdays)
    return Groundwork(
        client,
        process,
        profile,
        workdays,
        clock,
        dates,
        real_dates,
        by_rule,
        states,
        others,
        task_days(profile, by_rule, client.tasks, states),
    )
