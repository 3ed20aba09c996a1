"""The approver hasn't approved the change on the forge.

`approved_by` in a file is a claim. The gate was told who approved the change on the forge (`--approved-by`), and the
person named isn't among them. The word of whoever opened the change doesn't count.

To mend it, ask the approver to approve the change on the forge, and run the check again.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.approvals.new_approvals import new_approvals
from aloitus.gate.comparison import ClientStep
from aloitus.gate.policy.people import approved_on_forge

WAIVER = """\
tasks:
  agree-chart-of-accounts:
    status: not-applicable
    reason: Asiakas jatkaa entisellä tilikartalla
    by: liisa-laine
    approved_by: {approver}
"""
KIND = FindingKind(
    "POL508",
    "approval-unconfirmed",
    Severity.ERROR,
    __doc__,
    failing=Example(WAIVER.format(approver="eero-esihenkilo"), "status: active\n"),
    passing=Example(WAIVER.format(approver="eeva-esihenkilo"), "status: active\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.comparison.review.approved_by is None or not step.comparison.review_counts:
        return
    confirmed = {person.id for person in approved_on_forge(step.comparison)}
    judged = new_approvals(step)
    for approval in judged.approvals:
        name = approval.approved_by
        # Of whoever opened the change it is told that their word doesn't count at all (POL507).
        if name is not None and name not in confirmed and name != judged.policy.opener:
            yield KIND.at(judged.place(approval), approver=judged.policy.approver_name(approval))
