"""A change of the process drops a criterion of closing.

What an onboarding has to meet before it's closed stands under `gates.closure.criteria`. Dropping a line, or naming
another meeting in it, lets clients close with less, so it needs the approval of somebody whose role stands under
`policy` (and the process must still have all four).

To mend it, put the criterion back, or ask such a person to approve the change on the forge.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs
from aloitus.model.process import ClosureCriterion, Process

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL525",
    "policy-criterion-dropped",
    Severity.ERROR,
    __doc__,
    failing=Example("gates: {closure: {criteria: [all-tasks-final, work-invoiced, closed-in-erp]}}\n", "{}\n", PROCESS),
    passing=Example(
        "gates: {closure: {criteria: [closed-in-erp, work-invoiced, {meeting-held: quick-review}, all-tasks-final]}}\n",
        "{}\n",
        PROCESS,
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        kept = criteria(pair.head)
        for rule in criteria(pair.base):
            if rule not in kept:
                word = Term(f"pol.criterion-{rule.criterion.value}")
                file = process_file(pair.head.id)
                yield from loosened(KIND, comparison, file, "gates", "closure", "criteria", criterion=word)


def criteria(process: Process) -> tuple[ClosureCriterion, ...]:
    return process.closure_gate.criteria if process.closure_gate else ()
