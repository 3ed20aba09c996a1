"""Somebody who has left is still in the team of an onboarding that goes on, or has an unfinished task of it.

The task would wait for nobody. It's a warning, so that a leaver doesn't turn every client's file red in one day.

To mend it, put the successor first in the role; deputies follow the leader in the same list. A task that was given to
the leaver by name is given to the successor: change or remove its `assignee`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.firm import Person
from aloitus.plan.client_plan import TaskKind
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
    if case.is_over or not any(_leaver(case, name) for name in case.names):
        return
    yield from _in_team(case)
    yield from _with_tasks(case)


def _in_team(case: Case) -> Iterator[Finding]:
    for role, members in case.client.team.items():
        for number, member in enumerate(members):
            if person := _leaver(case, member):
                title = case.process.roles[role].title if role in case.process.roles else role
                place = case.at("team", role, number)
                yield KIND.at(place, person=person.name, left=person.left, title=title, role=role)


def _with_tasks(case: Case) -> Iterator[Finding]:
    for task in case.plan.tasks:
        assignee = task.people[0] if task.kind is TaskKind.ACTION else task.entry.assignee
        if not task.final and (person := _leaver(case, assignee)):
            place = case.at(*task.key, "assignee")
            help_key = f"{KIND.wording_key}-task-help"
            yield KIND.at(place, variant="task", help=help_key, person=person.name, left=person.left, task=task.title)


def _leaver(case: Case, name: str | None) -> Person | None:
    person = case.people.get(name) if name else None
    return person if person and person.left and person.left < case.today else None
