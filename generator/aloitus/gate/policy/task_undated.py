"""A new task falls on clients who are under way already.

What a client has to meet is settled by the day it signed. A task that is new in the process has a `from` day, so that
it concerns those who sign on or after it; with `running: true` it also concerns all that aren't closed by then, and
says so. Only where all clients of the process are still planned may it go without.

To mend it, add `from: <day>` to the task.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import process_file, process_pairs
from aloitus.model.client import ClientStatus

PROCESS = "templates/processes/client-onboarding.yaml"
_TASK = "title: Tarkista tietosuoja, phase: start, role: accountant, due: agreement_signed + 5 workdays"
KIND = FindingKind(
    "POL542",
    "policy-task-undated",
    Severity.ERROR,
    __doc__,
    failing=Example(f"tasks: {{check-privacy: {{{_TASK}}}}}\n", "{}\n", PROCESS),
    passing=Example(f"tasks: {{check-privacy: {{{_TASK}, from: 2026-12-01}}}}\n", "{}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        new = [task for name, task in pair.head.tasks.items() if name not in pair.base.tasks]
        undated = [task for task in new if task.applies_from is None]
        if undated and _has_begun(comparison, pair.head.id):
            for task in undated:
                place = Place(process_file(pair.head.id), ("tasks", task.id), on_key=True)
                yield KIND.at(place, task=task.title, today=comparison.today.isoformat())


def _has_begun(comparison: Comparison, process: str) -> bool:
    clients = comparison.head.clients.values()
    return any(client.process == process and client.status is not ClientStatus.PLANNED for client in clients)
