"""A person has a role that no process knows.

A person's roles say what they may be asked to do and approve. A role that stands in no process, neither among its
roles nor among those who approve, is most often misspelt.

To mend it, write the role as the process has it.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.nearest import unknown_name
from aloitus.rules.process.process_case import PeopleCase

KIND = FindingKind(
    "PRO717",
    "unknown-person-role",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
matti-makinen: {roles: [acountant]}
""",
        file="templates/people.yaml",
    ),
    passing=Example(
        """\
matti-makinen: {roles: [accountant]}
""",
        file="templates/people.yaml",
    ),
)


def check(case: PeopleCase) -> Iterator[Finding]:
    known: set[str] = set()
    for process in case.processes.values():
        known.update(process.roles, *process.approvals.values())
    for name, person in case.people.items() if known else ():
        for number, role in enumerate(person.roles):
            if role not in known:
                place = Place(case.file, (name, "roles", number))
                yield unknown_name(KIND, place, role, known, where="templates/processes", person=person.name)
