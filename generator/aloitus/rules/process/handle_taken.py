"""A person's handle is another person's id or handle.

The handle ties a person to their account on the forge; approvals there are matched by it, and by ids. If it means two
people, an approval could be anybody's. Case doesn't matter.

To mend it, correct the handle that's wrong.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.process.process_case import PeopleCase

KIND = FindingKind(
    "PRO715",
    "handle-taken",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
matti-makinen: {handle: LIISALAINE}
""",
        file="templates/people.yaml",
    ),
    passing=Example(
        """\
matti-makinen: {handle: mattim}
""",
        file="templates/people.yaml",
    ),
)


def check(case: PeopleCase) -> Iterator[Finding]:
    owners = {person.casefold(): person for person in case.people}
    for name, person in case.people.items():
        if person.handle is None:
            continue
        owner = owners.setdefault(person.handle.casefold(), name)
        if owner != name:
            related = Related(Message("pro.handle-owner-here"), Place(case.file, (owner,), on_key=True))
            place = Place(case.file, (name, "handle"))
            yield KIND.at(
                place, related=(related,), handle=person.handle, person=person.name, owner=case.people[owner].name
            )
