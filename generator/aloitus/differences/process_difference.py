"""What a change of the process means for onboardings that run: whose tasks and days change, who could be closed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from aloitus.findings import Message
from aloitus.model.text import Text
from aloitus.plan.client_plan import ClientPlan


@dataclass(frozen=True)
class Impact:
    """A phrase, and the clients that it's about."""

    meaning: Message
    clients: tuple[str, ...]


@dataclass
class _Gathered:
    gained: dict[str, tuple[Text, list[str]]] = field(default_factory=dict)
    lost: dict[str, tuple[Text, list[str]]] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    closable: list[str] = field(default_factory=list)
    no_longer: list[str] = field(default_factory=list)


def process_impact(pairs: Iterable[tuple[ClientPlan, ClientPlan]]) -> tuple[Impact, ...]:
    """Each client's plan by the process before and after; its own file is the same in both."""
    found = _Gathered()
    for before, after in pairs:
        if not after.client.status.is_over:
            _gather(before, after, found)
    impacts = []
    for name, tasks in (("gained", found.gained), ("lost", found.lost)):
        for title, clients in tasks.values():
            impacts.append(_impact(name, clients, task=title))
    for name, clients in (("moved", found.moved), ("closable", found.closable), ("no-longer", found.no_longer)):
        if clients:
            impacts.append(_impact(name, clients))
    return tuple(impacts)


def _gather(before: ClientPlan, after: ClientPlan, found: _Gathered) -> None:
    client = after.client.id
    old, new = ({task.key: task for task in plan.tasks} for plan in (before, after))
    for key, task in new.items():
        if key not in old:
            found.gained.setdefault(task.id, (task.title, []))[1].append(client)
    for key, task in old.items():
        if key not in new:
            found.lost.setdefault(task.id, (task.title, []))[1].append(client)
    if any(key in old and not task.final and task.due != old[key].due for key, task in new.items()):
        found.moved.append(client)
    if after.closure.ready and not before.closure.ready:
        found.closable.append(client)
    if before.closure.ready and not after.closure.ready:
        found.no_longer.append(client)


def _impact(name: str, clients: list[str], task: Text | None = None) -> Impact:
    return Impact(Message(f"differences.process-{name}", {"n": len(clients), "task": task}), tuple(clients))
