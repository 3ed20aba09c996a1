"""What the parts of a client's plan are built on, each worked out once, when it's first needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.clock import Clock
from aloitus.plan.dates import ClientDates, client_dates
from aloitus.plan.due_days import Due, days_by_rule, task_days
from aloitus.plan.profile import Profile
from aloitus.plan.recorded import Recorded
from aloitus.plan.task_states import all_others, recorded_states


@dataclass(frozen=True)
class Groundwork:
    client: Client
    process: Process
    profile: Profile
    workdays: WorkingDays
    clock: Clock

    @cached_property
    def dates(self) -> ClientDates:
        return client_dates(self.process, self.client, self.workdays)

    @cached_property
    def real_dates(self) -> ClientDates:
        """Counted from the day that production really began, where that was later than agreed."""
        return self.dates.from_real_start()

    @cached_property
    def by_rule(self) -> Sequence[Due]:
        """The day of each basis in the profile."""
        return days_by_rule(self.profile.bases, self.dates, self.real_dates, self.workdays, self.clock.today)

    @cached_property
    def dues(self) -> Sequence[Due]:
        """By the tasks' positions in the profile."""
        return task_days(self.profile, self.by_rule, self.client.tasks, self.states)

    @cached_property
    def states(self) -> Sequence[Recorded]:
        """By the tasks' positions in the profile."""
        return recorded_states(self.client, self.profile)

    @cached_property
    def others(self) -> Sequence[Recorded]:
        """All tasks, extra tasks and actions, but for those whose records speak of all the others."""
        return all_others(self.client, self.profile, self.states)
