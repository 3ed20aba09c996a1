"""A change of the process lets another record fulfil a task.

`fulfilled_by` takes a task's state from elsewhere in the client's file. Setting or changing it makes the task done
for every client that has that record, whoever did or didn't do the work, so it needs the approval of somebody whose
role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL523",
    "policy-task-record",
    Severity.ERROR,
    __doc__,
    failing=Example("tasks: {agree-chart-of-accounts: {fulfilled_by: meetings.internal-kickoff}}\n", "{}\n", PROCESS),
    passing=Example("tasks: {agree-chart-of-accounts: {evidence: Tilikartan nimi}}\n", "{}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        for before, after in pair.tasks:
            if after.fulfilled_by != before.fulfilled_by:
                place = (process_file(pair.head.id), "tasks", before.id, "fulfilled_by")
                yield from loosened(KIND, comparison, *place, task=before.title)
