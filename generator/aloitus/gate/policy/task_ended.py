"""A change of the process takes a task away from clients who had it.

A task ends with `until`, by the day that clients signed, and evidence of it stays. Ending one, dating one that wasn't
dated, or dropping one from the process lets clients close without it. So it needs the approval of somebody whose role
stands under `policy` in the process, given on the forge: `aloitus check` learns of it by `--approved-by`.

To mend it, ask such a person to approve the change, or take the edit back.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs
from aloitus.model.process import Task

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL520",
    "policy-task-ended",
    Severity.ERROR,
    __doc__,
    failing=Example("tasks: {agree-chart-of-accounts: {until: 2026-09-01}}\n", "{}\n", PROCESS),
    passing=Example("tasks: {agree-chart-of-accounts: {title: Sovi tilikartta}}\n", "{}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        file = process_file(pair.head.id)
        for name in sorted(pair.base.tasks.keys() - pair.head.tasks.keys()):
            yield from loosened(KIND, comparison, file, "tasks", task=pair.base.tasks[name].title)
        for before, after in pair.tasks:
            if reaches_fewer(before, after):
                yield from loosened(KIND, comparison, file, "tasks", before.id, task=before.title)


def reaches_fewer(before: Task, after: Task) -> bool:
    """Whether somebody may have had the task by its dates before and has it no more."""
    begins_later = (after.applies_from or date.min) > (before.applies_from or date.min)
    ends_sooner = (after.applies_until or date.max) < (before.applies_until or date.max)
    if begins_later or ends_sooner:
        return True
    if before.running and not after.running:
        return before.applies_from is not None
    return after.running and not before.running and after.applies_until is not None
