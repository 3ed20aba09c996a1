"""Whoever opened the change approves what is in it.

An approval is a second person's word. The forge says who opened the change, and that person's name can't be the one
that stands under `approved_by` in it.

To mend it, ask another person who may approve, or let somebody else open the change.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.approvals.new_approvals import new_approvals
from aloitus.gate.comparison import ClientStep
from aloitus.gate.policy.people import actor

WAIVER = """\
tasks:
  agree-chart-of-accounts:
    status: not-applicable
    reason: Asiakas jatkaa entisellä tilikartalla
    by: liisa-laine
    approved_by: {approver}
"""
KIND = FindingKind(
    "POL507",
    "approved-by-actor",
    Severity.ERROR,
    __doc__,
    failing=Example(WAIVER.format(approver="anna-avaaja"), "status: active\n"),
    passing=Example(WAIVER.format(approver="eeva-esihenkilo"), "status: active\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    opened = actor(step.comparison)
    if opened is None or not step.comparison.review_counts:
        return
    judged = new_approvals(step)
    for approval in judged.approvals:
        if approval.approved_by == opened.id:
            yield judged.policy.finding(KIND, approval)
