"""The processes before and after, pair by pair, and a finding for what the change loosens in them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from aloitus.findings import Finding, FindingKind, Message, Place, Value
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.people import actor, is_policy_approved, may_approve_policy, policy_approvers
from aloitus.model.process import Process, Task

FIRM_FILE = "templates/firm.yaml"
PEOPLE_FILE = "templates/people.yaml"


class ProcessPair(NamedTuple):
    base: Process
    head: Process

    @property
    def tasks(self) -> Iterator[tuple[Task, Task]]:
        """The tasks that both have."""
        return ((task, self.head.tasks[name]) for name, task in self.base.tasks.items() if name in self.head.tasks)


def process_file(process: str) -> str:
    return f"templates/processes/{process}.yaml"


def process_pairs(comparison: Comparison) -> Iterator[ProcessPair]:
    """The processes that both states have, by id."""
    base, head = comparison.base.processes, comparison.head.processes
    for name in sorted(base.keys() & head.keys()):
        if process_file(name) not in comparison.head.unread:
            yield ProcessPair(base[name], head[name])


def loosened(
    kind: FindingKind, comparison: Comparison, file: str, *key: str | int, variant: str = "", **values: Value
) -> Iterator[Finding]:
    """An error, unless somebody who may has approved the change on the forge. The first policy binds nobody."""
    if comparison.is_first or is_policy_approved(comparison):
        return
    help_key, person = _help(comparison)
    filled = {**values, "person": person}
    told = kind.at(Place(file, key), variant=variant)
    yield replace(told, message=Message(told.message.key, filled), help=Message(help_key, filled))


def _help(comparison: Comparison) -> tuple[str, str | None]:
    approvers = policy_approvers(comparison)
    opened = actor(comparison)
    if not comparison.review.known:
        return "pol.policy-history-help", None
    if not approvers:
        if opened and may_approve_policy(comparison, opened):
            return "pol.policy-own-help", opened.id
        return "pol.policy-nobody-help", None
    if opened is None:
        return "pol.policy-no-actor-help", approvers[0].id
    if approvers[0].handle is None:
        return "pol.policy-no-handle-help", approvers[0].id
    return "pol.policy-help", approvers[0].id
