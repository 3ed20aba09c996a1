"""An approval is claimed in the file, and nobody confirmed it.

The gate wasn't told who approved the change on the forge (`--approved-by`), so it believes what the file says. On a
forge that requires reviews, pass the reviewers on, as the shipped workflows do: then each approval is held against
them.

To mend it, run the check with `--approved-by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.approvals.new_approvals import new_approvals
from aloitus.gate.comparison import ClientStep

KIND = FindingKind(
    "POL509",
    "approval-claimed",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
tasks:
  agree-chart-of-accounts:
    status: not-applicable
    reason: Asiakas jatkaa entisellä tilikartalla
    by: liisa-laine
    approved_by: eeva-esihenkilo
""",
        "status: active\n",
    ),
    passing=Example("status: active\nnotes: Soitettu\n", "status: active\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.comparison.review.approved_by is not None or not step.comparison.review_counts:
        return
    judged = new_approvals(step)
    for approval in judged.approvals:
        if approval.approved_by is not None:
            yield KIND.at(judged.place(approval), approver=judged.policy.approver_name(approval))
