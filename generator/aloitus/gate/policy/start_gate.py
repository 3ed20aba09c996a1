"""A change of the process lets service production start with less done.

A task with `gate: start` is finished before production starts. Dropping the mark, the gate itself or its day takes
that away, so it needs the approval of somebody whose role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL524",
    "policy-start-gate",
    Severity.ERROR,
    __doc__,
    failing=Example("tasks: {identify-client: {gate: ~}}\n", "{}\n", PROCESS),
    passing=Example("tasks: {agree-chart-of-accounts: {gate: start}}\n", "{}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        file = process_file(pair.head.id)
        before_gate, after_gate = pair.base.start_gate, pair.head.start_gate
        if before_gate and (after_gate is None or after_gate.day != before_gate.day):
            yield from loosened(KIND, comparison, file, "gates", "start", task=before_gate.title)
        for before, after in pair.tasks:
            if before.at_start_gate and not after.at_start_gate:
                yield from loosened(KIND, comparison, file, "tasks", before.id, task=before.title)
