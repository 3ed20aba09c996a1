"""A change of the process lets a task be waived that couldn't be before.

`waivable: false` stands on tasks that the law or the firm wants done for everybody: identification, the agreement,
mandates, invoicing, closing. Making one waivable needs the approval of somebody whose role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL521",
    "policy-task-waivable",
    Severity.ERROR,
    __doc__,
    failing=Example("tasks: {identify-client: {waivable: true}}\n", "{}\n", PROCESS),
    passing=Example("tasks: {agree-chart-of-accounts: {waivable: false}}\n", "{}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        for before, after in pair.tasks:
            if after.waivable and not before.waivable:
                place = (process_file(pair.head.id), "tasks", before.id, "waivable")
                yield from loosened(KIND, comparison, *place, task=before.title)
