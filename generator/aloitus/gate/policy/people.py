"""Who people are on the forge, and who may approve a change of the policy."""

from collections.abc import Iterator, Mapping

from aloitus.gate.comparison import Comparison
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.rules.approvals.approval import POLICY


def person_called(name: str, people: Mapping[str, Person]) -> Person | None:
    """The person whose id or handle is `name`, case aside.

    With `@` before it, the name is a handle and nothing else: on a public forge anybody may open an account that is
    called like somebody's id.
    """
    wanted = name.strip().casefold()
    handle = wanted.removeprefix("@")
    if not handle:
        return None
    for person in people.values():
        if handle == (person.handle or "").casefold() or wanted == person.id.casefold():
            return person
    return None


def actor(comparison: Comparison) -> Person | None:
    """Who opened the change; None where nobody said, or base's people don't know the name."""
    return person_called(comparison.review.actor or "", comparison.policy.people)


def approved_on_forge(comparison: Comparison) -> Iterator[Person]:
    """Those who approved the change on the forge, but for whoever opened it."""
    opened = actor(comparison)
    for name in comparison.review.approved_by or ():
        person = person_called(name, comparison.policy.people)
        if person and person is not opened:
            yield person


def policy_roles(comparison: Comparison) -> frozenset[str]:
    """The roles that may approve a change of the policy, by base's processes."""
    return roles_of_policy(comparison.policy.processes)


def roles_of_policy(processes: Mapping[str, Process]) -> frozenset[str]:
    return frozenset(role for process in processes.values() for role in process.approvals.get(POLICY, ()))


def may_approve_policy(comparison: Comparison, person: Person) -> bool:
    gone = person.left is not None and person.left < comparison.today
    return not gone and any(role in policy_roles(comparison) for role in person.roles)


def is_policy_approved(comparison: Comparison) -> bool:
    """Whether somebody who may, and who isn't the one who opened it, approved this change on the forge."""
    if actor(comparison) is None:
        return False
    return any(may_approve_policy(comparison, person) for person in approved_on_forge(comparison))


def policy_approvers(comparison: Comparison) -> tuple[Person, ...]:
    """Whom one could ask: first those whom the forge knows."""
    opened = actor(comparison)
    people = comparison.policy.people.values()
    able = [person for person in people if person is not opened and may_approve_policy(comparison, person)]
    return tuple(sorted(able, key=lambda person: person.handle is None))


def approver_roles(comparison: Comparison) -> frozenset[str]:
    """Every role that may approve something, before or after the change."""
    processes = (*comparison.base.processes.values(), *comparison.head.processes.values())
    return frozenset(role for process in processes for roles in process.approvals.values() for role in roles)
