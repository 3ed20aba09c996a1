"""From a client's file and the process to the plan of a day."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.client_plan import (
    ClientPlan,
    ClosurePlan,
    PlannedMeeting,
    PlannedTask,
    Progress,
    Situation,
    StartGatePlan,
)
from aloitus.plan.clock import Clock
from aloitus.plan.closure import closure_of
from aloitus.plan.dates import services_apart
from aloitus.plan.effective_dating import dated_tasks, not_in_force
from aloitus.plan.groundwork import Groundwork
from aloitus.plan.meetings import planned_meetings
from aloitus.plan.profile import Profile, build_profile
from aloitus.plan.progress import NOTHING, add_up, progress_by
from aloitus.plan.situation import next_task, situation_of
from aloitus.plan.start_gates import start_gates
from aloitus.plan.tasks import planned_tasks

PROFILES_KEPT = 256
"""How many combinations of services and facts are remembered; a firm has some dozens."""
CLOCKS_KEPT = 2
"""One for the clients whose onboarding is running today, one for those whose is over."""


class Planner:
    """Plans the clients of one process. What clients with the same services and facts share is worked out once."""

    def __init__(self, process: Process, workdays: WorkingDays) -> None:
        self.process = process
        self._workdays = workdays
        self._dated = dated_tasks(process)
        self._profile = lru_cache(PROFILES_KEPT)(self._build_profile)
        self._clock = lru_cache(CLOCKS_KEPT)(self._set_clock)

    def plan(self, client: Client, today: date) -> ClientPlan:
        """The whole picture of `client` on `today`; any client whatever has one."""
        profile = self._profile(
            frozenset(client.services),
            frozenset(client.facts),
            services_apart(client),
            not_in_force(self._dated, client, today),
        )
        clock = self._clock(today, not client.status.is_over)
        return _PlanOnDemand(Groundwork(client, self.process, profile, self._workdays, clock))

    def _build_profile(
        self, services: frozenset[str], facts: frozenset[str], apart: frozenset[str], left_out: frozenset[str]
    ) -> Profile:
        return build_profile(self.process, services, facts, apart=apart, not_in_force=left_out)

    def _set_clock(self, today: date, running: bool) -> Clock:
        return Clock(self._workdays, today, running=running)


def plan_client(client: Client, process: Process, workdays: WorkingDays, today: date) -> ClientPlan:
    """The plan of one client; for many clients of a process, a `Planner` saves work."""
    return Planner(process, workdays).plan(client, today)


class _PlanOnDemand(ClientPlan):
    def __init__(self, work: Groundwork) -> None:
        super().__init__(work.client, work.process, work.clock.today)
        self._work = work

    @cached_property
    def dates(self) -> Mapping[str, date]:
        return self._work.dates.all(self.client.services, self.client.facts)

    @cached_property
    def tasks(self) -> tuple[PlannedTask, ...]:
        return planned_tasks(self._work)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        present = set(self._work.profile.roles_with_tasks)
        present.update(extra.role for extra in self.client.extra_tasks.values())
        present.update(role for role, people in self.client.team.items() if people)
        unknown = sorted(present - set(self.process.roles))
        return (*(role for role in self.process.roles if role in present), *unknown)

    @cached_property
    def meetings(self) -> tuple[PlannedMeeting, ...]:
        return planned_meetings(self._work, self.roles)

    @cached_property
    def start_gates(self) -> tuple[StartGatePlan, ...]:
        return start_gates(self._work, self.tasks)

    @cached_property
    def closure(self) -> ClosurePlan:
        return closure_of(self._work, self.tasks, self.meetings, self.start_gates)

    @cached_property
    def progress(self) -> Progress:
        return add_up(self._progress.values())

    @cached_property
    def progress_by_role(self) -> Mapping[str, Progress]:
        return {role: self._progress.get(role, NOTHING) for role in self.roles}

    @cached_property
    def _progress(self) -> Mapping[str | None, Progress]:
        return progress_by(self.tasks, lambda task: task.role)

    @cached_property
    def situation(self) -> Situation:
        return situation_of(self.client.status, self.tasks, self.meetings, self.start_gates, self.closure)

    @cached_property
    def next_task(self) -> PlannedTask | None:
        return next_task(self.tasks, self.start_gates) if self._work.clock.running else None

    @cached_property
    def ignored_entries(self) -> tuple[str, ...]:
        ignored = [task for task in self.client.tasks if task not in self._work.profile.positions]
        return tuple(task for task in self.process.tasks if task in ignored) if ignored else ()
