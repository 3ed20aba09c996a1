"""What every part of a client's plan is built on, worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client, ClientStatus
from aloitus.model.process import Process
from aloitus.plan.clock import Clock
from aloitus.plan.dates import ClientDates, client_dates
from aloitus.plan.due_days import Due, days_by_rule, task_days
from aloitus.plan.profile import Profile
from aloitus.plan.task_state import Recorded, recorded_states


@dataclass(frozen=True, slots=True)
class Groundwork:
    """`real_dates`: counted from the day that production really began, where that was later than agreed.

    `by_rule` holds the day of each basis in the profile; `states` and `dues` go by the tasks' positions in it.
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
    dues: Sequence[Due]


def lay_groundwork(
    client: Client, process: Process, profile: Profile, workdays: WorkingDays, today: date
) -> Groundwork:
    dates = client_dates(process, client, workdays)
    real_dates = dates.from_real_start()
    states = recorded_states(client, profile)
    by_rule = days_by_rule(profile.bases, dates, real_dates, workdays)
    return Groundwork(
        client,
        process,
        profile,
        workdays,
        Clock(workdays, today, running=client.status in (ClientStatus.PLANNED, ClientStatus.ACTIVE)),
        dates,
        real_dates,
        by_rule,
        states,
        task_days(profile, by_rule, client.tasks, states),
    )
