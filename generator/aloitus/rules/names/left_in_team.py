"""Somebody who has left is still in the team of an onboarding that goes on.

Their open tasks would wait for nobody. It's a warning, so that a leaver doesn't turn every client's file red in one
day.

To mend it, put the successor first in the role; deputies follow the leader in the same list.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "REF112",
    "left-in-team",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
team: {accountant: olli-lahtenyt}
"""),
    passing=Example("""\
team: {accountant: matti-makinen}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if case.is_over:
        return
    people, today = case.people, case.today
    for role, members in case.client.team.items():
        for number, member in enumerate(members):
            person = people.get(member)
            if person and person.left and person.left < today:
                title = case.process.roles[role].title if role in case.process.roles else role
                place = case.at("team", role, number)
                yield KIND.at(place, person=person.name, left=person.left, title=title, role=role)
