"""A role that may approve is held by nobody.

`approvals` names roles of `people.yaml`. If nobody who still works there has the role, it's misspelt or the firm has
nobody to ask.

To mend it, write the role as people have it, or add it to somebody.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.nearest import nearest
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO710",
    "approver-role-unheld",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
approvals: {waiver: [supervisr]}
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
    if not case.knows_people:
        return
    held = {role for person in case.people.values() if person.left is None for role in person.roles}
    for kind, roles in case.process.approvals.items():
        for number, role in enumerate(roles):
            if role not in held:
                meant = nearest(role, held)
                place = Place(case.file, ("approvals", kind, number))
                yield KIND.at(place, help="rules.did-you-mean" if meant else True, role=role, suggestion=meant)
