"""Somebody works in a role that they don't have in people.yaml.

`people.yaml` says in which roles people work or stand in. A difference is either a slip in the client's team, or a
role that nobody added to the person. Roles that nobody has in `people.yaml` aren't compared.

To mend it, name another person, or add the role to the person's `roles`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "REF114",
    "person-without-role",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
team: {accountant: tiina-tuki}
"""),
    passing=Example("""\
team: {accountant: matti-makinen}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if case.is_over:
        return
    people = case.people
    for role, members in case.client.team.items():
        unfit = [number for number, name in enumerate(members) if name in people and role not in people[name].roles]
        if unfit and role in case.process.roles and any(role in person.roles for person in people.values()):
            title = case.process.roles[role].title
            for number in unfit:
                name = people[members[number]].name
                yield KIND.at(case.at("team", role, number), person=name, title=title, role=role)
