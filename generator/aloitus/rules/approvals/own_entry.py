"""Somebody approved their own entry.

An approval is a second person's word: whoever recorded the exception (`by`) can't be the one who approves it. A firm
of one person can't approve its own exceptions.

To mend it, ask another person who may approve, and write their id on the entry's `approved_by` line.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy

KIND = FindingKind(
    "POL504",
    "approved-own-entry",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
invoicing:
  items:
    training:
      work: Ohjelmistokoulutus 3 h
      status: written-off
      reason: Sisältyy tarjoukseen
      by: eeva-esihenkilo
      approved_by: eeva-esihenkilo
"""
    ),
    passing=Example(
        """\
invoicing:
  items:
    training:
      work: Ohjelmistokoulutus 3 h
      status: written-off
      reason: Sisältyy tarjoukseen
      by: liisa-laine
      approved_by: eeva-esihenkilo
"""
    ),
)


def check(approval: Approval, policy: ApprovalPolicy) -> Iterator[Finding]:
    if approval.approved_by is not None and approval.approved_by == approval.by:
        yield policy.finding(KIND, approval)
