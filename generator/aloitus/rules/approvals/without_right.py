"""The approver has no right to approve this.

The process says under `approvals` which roles may approve each kind of exception, and `people.yaml` says who has
them. One suitable role is enough. A role in the client's own team gives no right: otherwise anybody could grant it.
In a comparison the roles are those of the state compared with, so nobody gains a right in the change that uses it.

To mend it, ask somebody who has the role. If the person should have it, a supervisor adds the role to `people.yaml`
first, in a change of its own.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy

KIND = FindingKind(
    "POL502",
    "approver-without-right",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  run-parallel-payroll:
    status: not-applicable
    reason: Ei aiempia palkkoja
    by: liisa-laine
    approved_by: matti-makinen
"""
    ),
    passing=Example(
        """\
tasks:
  run-parallel-payroll:
    status: not-applicable
    reason: Ei aiempia palkkoja
    by: liisa-laine
    approved_by: eeva-esihenkilo
"""
    ),
)


def check(approval: Approval, policy: ApprovalPolicy) -> Iterator[Finding]:
    if approval.approved_by is None:
        return
    approver = policy.people.get(approval.approved_by)
    # In the working tree a name that nobody knows has a finding already (REF106).
    if approver is None and not policy.new:
        return
    if approver is None or not policy.may_approve(approver, approval.kind):
        asked_by_today = policy.is_over and not policy.new
        yield policy.finding(KIND, approval, severity=Severity.WARNING if asked_by_today else None)
