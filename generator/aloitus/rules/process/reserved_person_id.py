"""A person has the id `client`.

In the actions of a meeting, `assignee: client` means that the client does it. A person with that id couldn't be told
from it.

To mend it, give the person an id made of their name.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.model.client import CLIENT_SIDE
from aloitus.rules.process.process_case import PeopleCase

KIND = FindingKind(
    "PRO716",
    "reserved-person-id",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
client: {name: Clint Lienhart, roles: [accountant]}
""",
        file="templates/people.yaml",
    ),
    passing=Example(
        """\
clint-lienhart: {name: Clint Lienhart, roles: [accountant]}
""",
        file="templates/people.yaml",
    ),
)


def check(case: PeopleCase) -> Iterator[Finding]:
    if CLIENT_SIDE in case.people:
        place = Place(case.file, (CLIENT_SIDE,), on_key=True)
        yield KIND.at(place, id=CLIENT_SIDE, person=case.people[CLIENT_SIDE].name)
