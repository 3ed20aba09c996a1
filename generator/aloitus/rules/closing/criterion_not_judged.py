"""The client is closed, but a criterion of closing couldn't be judged.

All four criteria are judged for every closing: all tasks final, the review held, all work invoiced, the service closed
in the ERP. If the process lacks one, or names a meeting that doesn't exist, nothing is taken for granted: what can't
be judged isn't met.

To mend it, restore the criterion in the process, under `gates`, `closure`, `criteria`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity, Term
from aloitus.model.process import Criterion
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import as_written

KIND = FindingKind(
    "CLO315",
    "criterion-not-judged",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
gates:
  closure: {criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced]}
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


def check(case: Case) -> Iterator[Finding]:
    if not case.closing_counts:
        return
    judged = {plan.rule.criterion for plan in case.plan.closure.criteria if plan.met or plan.missing}
    criteria = Related(Message("clo.criteria-here"), Place(case.process_file, ("gates", "closure", "criteria")))
    for criterion in Criterion:
        if criterion not in judged:
            yield KIND.at(
                case.at("status"),
                related=(criteria,),
                severity=None if case.strict else Severity.WARNING,
                criterion=Term(f"clo.criterion-{criterion.value}"),
                written=as_written(criterion, case.process),
            )
