"""A change of the process makes a task apply to fewer clients.

`when` names the services and facts that bring a task with them. Narrowing it takes the task away from clients who are
under way, so it needs the approval of somebody whose role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs
from aloitus.model.condition import Condition

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL522",
    "policy-task-narrowed",
    Severity.ERROR,
    __doc__,
    failing=Example("tasks: {agree-chart-of-accounts: {when: {facts: [vat-liable]}}}\n", "{}\n", PROCESS),
    passing=Example(
        "tasks: {agree-chart-of-accounts: {when: {services: [bookkeeping, payroll]}}}\n",
        "tasks: {agree-chart-of-accounts: {when: {services: [bookkeeping]}}}\n",
        PROCESS,
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        for before, after in pair.tasks:
            if not covers(after.when, before.when):
                place = (process_file(pair.head.id), "tasks", before.id, "when")
                yield from loosened(KIND, comparison, *place, task=before.title)


def covers(wide: Condition, narrow: Condition) -> bool:
    """Whether `wide` holds for every client that `narrow` holds for."""
    services = not wide.services or (bool(narrow.services) and set(narrow.services) <= set(wide.services))
    return services and set(wide.facts) <= set(narrow.facts)
