"""What the step from one state of the repository to another means, by client and by process."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aloitus.differences.client_difference import ClientDifference, client_difference
from aloitus.differences.process_difference import Impact, process_impact
from aloitus.loading.practice import load_client
from aloitus.model.client import Client
from aloitus.pipeline.comparing import DayOf, opened, read_change
from aloitus.pipeline.opened import OpenPractice
from aloitus.plan.build import Planner
from aloitus.plan.client_plan import ClientPlan
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import step


@dataclass(frozen=True)
class Difference:
    """`gone`: clients whose file isn't there any more. `unread`: those whose file can't be read."""

    clients: tuple[ClientDifference, ...]
    processes: tuple[Impact, ...]
    gone: tuple[str, ...]
    unread: tuple[str, ...]
    practice: OpenPractice


def difference(root: Path, base: str, head: str | None, day_of: DayOf) -> Difference:
    """UserError where the two can't be compared."""
    with repository(root) as found:
        taken = step(found, base, head, judged=False)
        change = read_change(root, taken.base, taken.head, taken.policy)
    before, after = opened(root, change.base), opened(root, change.head)
    today = day_of(after.firm)
    old, new = _Planning(before, today), _Planning(after, today)
    told: list[ClientDifference] = []
    pairs: list[tuple[ClientPlan, ClientPlan]] = []
    unread: list[str] = []
    same_process = before.processes == after.processes
    for name, path in after.clients.items():
        changed = change.base.tree.get(path) != change.head.tree.get(path)
        if not changed and same_process:
            continue
        client = new.client(path)
        plan = new.plan(client)
        if plan is None or client is None:
            unread += [name] if changed else []
            continue
        if changed:
            was = old.client(before.clients[name]) if name in before.clients else None
            said = client_difference(new.plan(was), plan)
            told += [said] if said else []
        by_old = None if same_process else old.plan(client)
        pairs += [(by_old, plan)] if by_old else []
    gone = tuple(name for name in before.clients if name not in after.clients)
    return Difference(tuple(told), process_impact(pairs), gone, tuple(unread), after)


class _Planning:
    """Plans any client by the processes of one state."""

    def __init__(self, practice: OpenPractice, today: date) -> None:
        self._practice = practice
        self._today = today
        self._planners = {name: Planner(process, practice.workdays) for name, process in practice.processes.items()}

    def client(self, path: str) -> Client | None:
        languages = self._practice.firm.languages
        data = self._practice.files[path]
        return load_client(path, data, first_language=languages[0], languages=languages).value

    def plan(self, client: Client | None) -> ClientPlan | None:
        planner = self._planners.get(client.process) if client else None
        return planner.plan(client, self._today) if client and planner else None
