"""Whoever closed the client had approved one of its exceptions.

The one who closes an onboarding says that everything is in order. If the same person approved the exceptions on the
way there, nobody else ever looked at them. So an approver is never `closure.by`.

To mend it, let another project manager of the client close it, or ask another approver.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy

KIND = FindingKind(
    "POL505",
    "approver-closed",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
status: closed
team:
  project-manager: [liisa-laine, eeva-esihenkilo]
closure:
  by: eeva-esihenkilo
"""
    ),
    passing=Example(
        """\
status: closed
closure:
  by: liisa-laine
"""
    ),
)


def check(approval: Approval, policy: ApprovalPolicy) -> Iterator[Finding]:
    if policy.closer is not None and approval.approved_by == policy.closer:
        closed_by = Related(Message("pol.closed-by"), Place(policy.file, ("closure", "by")))
        yield policy.finding(KIND, approval, related=(closed_by,))
