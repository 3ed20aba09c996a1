"""From a client's file and the process to the plan of a day."""

from datetime import date
from functools import lru_cache

from aloitus.calendar import WorkingDays
from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.client_plan import ClientPlan, PlannedTask
from aloitus.plan.closure import closure_of
from aloitus.plan.effective_dating import not_in_force
from aloitus.plan.groundwork import lay_groundwork
from aloitus.plan.meetings import planned_meetings
from aloitus.plan.profile import Profile, build_profile
from aloitus.plan.progress import progress_by_role, progress_of
from aloitus.plan.situation import next_task, situation_of
from aloitus.plan.start_gates import start_gates
from aloitus.plan.tasks import planned_tasks

PROFILES_KEPT = 256
"""How many combinations of services and facts are remembered; a firm has some dozens."""


class Planner:
    """Plans the clients of one process. What clients with the same services and facts share is worked out once."""

    def __init__(self, process: Process, workdays: WorkingDays) -> None:
        self.process = process
        self._workdays = workdays
        self._profile = lru_cache(PROFILES_KEPT)(self._build_profile)

    def plan(self, client: Client, today: date) -> ClientPlan:
        """The whole picture of `client` on `today`; any client whatever has one."""
        process = self.process
        profile = self._profile(
            frozenset(client.services), frozenset(client.facts), not_in_force(process, client, today)
        )
        work = lay_groundwork(client, process, profile, self._workdays, today)
        tasks = planned_tasks(work)
        roles = _roles(client, process, tasks)
        meetings = planned_meetings(work, roles)
        gates = start_gates(work, tasks)
        closure = closure_of(client, process, tasks, meetings, gates)
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
            progress_of(tasks),
            progress_by_role(tasks, roles),
            situation_of(client.status, tasks, meetings, gates, closure),
            next_task(tasks, gates) if work.clock.running else None,
            _ignored(client, process, profile),
        )

    def _build_profile(self, services: frozenset[str], facts: frozenset[str], excluded: frozenset[str]) -> Profile:
        return build_profile(self.process, services, facts, excluded)


def plan_client(client: Client, process: Process, workdays: WorkingDays, today: date) -> ClientPlan:
    """The plan of one client; for many clients of a process, a `Planner` saves work."""
    return Planner(process, workdays).plan(client, today)


def _roles(client: Client, process: Process, tasks: tuple[PlannedTask, ...]) -> tuple[str, ...]:
    """The roles that have tasks or are staffed, in the process's order; one that it doesn't know comes last."""
    present = {task.role for task in tasks if task.role is not None}
    present.update(role for role, people in client.team.items() if people)
    unknown = sorted(present - set(process.roles))
    return (*(role for role in process.roles if role in present), *unknown)


def _ignored(client: Client, process: Process, profile: Profile) -> tuple[str, ...]:
    applying = {task.rule.id for task in profile.tasks}
    return tuple(task for task in process.tasks if task in client.tasks and task not in applying)
