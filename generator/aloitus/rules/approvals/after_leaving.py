"""The approver had left the firm.

A person's `left` in `people.yaml` is their last day. What they approved up to it stays valid; nothing new can be
approved in their name. In a comparison a new approval is judged on the day of the change. In the working tree an
approval dated after the last day is a warning, since a leaver is often recorded later.

To mend it, ask somebody who still works there, or correct `left` if the day is wrong.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy

KIND = FindingKind(
    "POL503",
    "approver-left",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
changes:
  - kind: fact-removed
    what: vat-liable
    date: 2026-05-07
    by: matti-makinen
    reason: Rekisteröinti peruttiin
    approved_by: olli-lahtenyt
"""
    ),
    passing=Example(
        """\
changes:
  - kind: fact-removed
    what: vat-liable
    date: 2026-05-07
    by: matti-makinen
    reason: Rekisteröinti peruttiin
    approved_by: eeva-esihenkilo
"""
    ),
)


def check(approval: Approval, policy: ApprovalPolicy) -> Iterator[Finding]:
    approver = policy.people.get(approval.approved_by or "")
    day = policy.today if policy.new else approval.day
    if approver and approver.left and day and approver.left < day:
        yield policy.finding(KIND, approval, severity=None if policy.new else Severity.WARNING, left=approver.left)
