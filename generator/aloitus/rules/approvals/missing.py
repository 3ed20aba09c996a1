"""An exception that needs somebody's approval has none.

Some entries bend what the process asks: a task that doesn't apply, work that isn't invoiced, a service dropped, a
reopened client. The process lists them under `approvals` with the roles that may approve. A second pair of eyes is
what makes an exception acceptable, so without `approved_by` the entry doesn't count.

To mend it, ask somebody with such a role and write their id on the entry's `approved_by` line.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy

KIND = FindingKind(
    "POL501",
    "approval-missing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  run-parallel-payroll:
    status: not-applicable
    reason: Ei aiempia palkkoja
    by: liisa-laine
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
        yield policy.finding(KIND, approval)
