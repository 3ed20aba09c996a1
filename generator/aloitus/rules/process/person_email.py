"""A colleague's e-mail address can't be right.

It needs one `@`, a name before it and a domain with a dot after it, and no spaces. Calendars and links use it.

To mend it, correct the address, or leave `email` out.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.email_address import is_plausible
from aloitus.rules.process.process_case import PeopleCase

KIND = FindingKind(
    "PRO718",
    "person-email",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
matti-makinen: {email: matti@esimerkkitilit}
""",
        file="templates/people.yaml",
    ),
    passing=Example(
        """\
matti-makinen: {email: matti@esimerkkitilit.example}
""",
        file="templates/people.yaml",
    ),
)


def check(case: PeopleCase) -> Iterator[Finding]:
    for name, person in case.people.items():
        if person.email is not None and not is_plausible(person.email):
            yield KIND.at(Place(case.file, (name, "email")), email=person.email, person=person.name)
