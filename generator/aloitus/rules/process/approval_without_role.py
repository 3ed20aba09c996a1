"""Nobody may approve a kind of exception.

The process gives under `approvals` the roles that may approve each kind. For a kind without a role nobody can, so such
exceptions can never be made.

To mend it, add the kind with a role of `people.yaml`, such as `waiver: [supervisor]`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity, Term
from aloitus.rules.approvals.approval import APPROVAL_KINDS
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO709",
    "approval-without-role",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
approvals: {waiver: []}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
approvals: {waiver: [supervisor]}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    approvals = case.process.approvals
    roles = next((roles for roles in approvals.values() if roles), ("supervisor",))
    for kind in APPROVAL_KINDS:
        if not approvals.get(kind):
            term = Term(f"rules.approval-{kind}")
            yield KIND.at(Place(case.file, ("approvals", kind)), kind=kind, exception=term, role=roles[0])
