"""The process lacks a criterion of closing.

All four criteria are judged before an onboarding may be closed: all tasks final, the review held, all work invoiced,
and the service closed in the ERP. They are the heart of the process description, so a process without one is in error.

To mend it, add the criterion under `gates`, `closure`, `criteria`.

Source: the firm's process description, "Käyttöönottoprojektin päättäminen".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity, Term
from aloitus.model.process import Criterion
from aloitus.rules.closing.criteria import as_written
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO704",
    "criterion-missing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
gates:
  closure: {criteria: [all-tasks-final, work-invoiced, closed-in-erp]}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
gates:
  closure: {criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    gate = case.process.closure_gate
    present = [criterion.criterion for criterion in gate.criteria] if gate else []
    for criterion in Criterion:
        if criterion not in present:
            term = Term(f"clo.criterion-{criterion.value}")
            place = Place(case.file, ("gates", "closure", "criteria"))
            yield KIND.at(place, criterion=term, written=as_written(criterion, case.process))
