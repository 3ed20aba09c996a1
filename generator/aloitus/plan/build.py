"""From a client's file and the process to the plan of a day."""

from datetime import date
from functools import lru_cache

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client, ClientStatus
from aloitus.model.process import Process
from aloitus.plan.client_plan import ClientPlan
from aloitus.plan.clock import Clock
from aloitus.plan.closure import closure_of
from aloitus.plan.effective_dating import dated_tasks, not_in_force
from aloitus.plan.groundwork import lay_groundwork
from aloitus.plan.meetings import planned_meetings
from aloitus.plan.profile import Profile, build_profile
from aloitus.plan.progress import progress_by_role
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
        process = self.process
        profile = self._profile(
            frozenset(client.services), frozenset(client.facts), not_in_force(self._dated, client, today)
        )
        clock = self._clock(today, client.status in (ClientStatus.PLANNED, ClientStatus.ACTIVE))
        work = lay_groundwork(client, process, profile, self._workdays, clock)
        tasks = planned_tasks(work)
        roles = _roles(client, process, profile)
        meetings = planned_meetings(work, roles)
        gates = start_gates(work, tasks)
        closure = closure_of(work, tasks, meetings, gates)
        progress, by_role = progress_by_role(tasks, roles)
        return ClientPlan(
            client,
            process,
            today,
            work.dates.all(client.services, client.facts),
            tasks,
            roles,
            meetings,
            gates,
            closure,
            progress,
            by_role,
            situation_of(client.status, tasks, meetings, gates, closure),
            next_task(tasks, gates) if clock.running else None,
            _ignored(client, process, profile),
        )

    def _build_profile(self, services: frozenset[str], facts: frozenset[str], excluded: frozenset[str]) -> Profile:
        return build_profile(self.process, services, facts, excluded)

    def _set_clock(self, today: date, running: bool) -> Clock:
        return Clock(self._workdays, today, running=running)


def plan_client(client: Client, process: Process, workdays: WorkingDays, today: date) -> ClientPlan:
    """The plan of one client; for many clients of a process, a `Planner` saves work."""
    return Planner(process, workdays).plan(client, today)


def _roles(client: Client, process: Process, profile: Profile) -> tuple[str, ...]:
    """The roles that have tasks or are staffed, in the process's order; one that it doesn't know comes last."""
    present = set(profile.roles_with_tasks)
    present.update(extra.role for extra in client.extra_tasks.values())
    present.update(role for role, people in client.team.items() if people)
    unknown = sorted(present - set(process.roles))
    return (*(role for role in process.roles if role in present), *unknown)


def _ignored(client: Client, process: Process, profile: Profile) -> tuple[str, ...]:
    ignored = [task for task in client.tasks if task not in profile.positions]
    return tuple(task for task in process.tasks if task in ignored) if ignored else ()
