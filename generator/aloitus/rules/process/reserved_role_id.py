"""A role has an id that pages need for themselves.

Each client has a page for each role, named by the role's id, beside the pages `index`, `meetings`, `closure` and
`material-request`. A role with one of these ids would overwrite the page.

To mend it, give the role another id; its title may stay.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO711",
    "reserved-role-id",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
roles: {meetings: {title: Palaverivastaava}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
roles: {meeting-secretary: {title: Palaverivastaava}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


RESERVED = frozenset({"index", "meetings", "closure", "material-request"})


def check(case: ProcessCase) -> Iterator[Finding]:
    for role in sorted(case.process.roles.keys() & RESERVED):
        yield KIND.at(Place(case.file, ("roles", role), on_key=True), role=role)
