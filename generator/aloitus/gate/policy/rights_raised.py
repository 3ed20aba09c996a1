"""A person gets the right to approve exceptions.

Roles in `people.yaml` are what approvals go by. Giving a person a role that may approve, adding somebody who has one,
taking back that such a person left, or changing the name by which the forge knows them, needs the approval of
somebody whose role stands under `policy` already. Nobody gains a right in the change that uses it. Only while the forge
knows nobody who could approve it (no `handle`, or all have left) is a first handle given without.

To mend it, make it a change of its own, and ask such a person to approve it on the forge.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import PEOPLE_FILE, loosened
from aloitus.gate.policy.people import approver_roles, may_approve_policy
from aloitus.model.firm import Person

KIND = FindingKind(
    "POL528",
    "policy-rights-raised",
    Severity.ERROR,
    __doc__,
    failing=Example("matti-makinen: {roles: [accountant, supervisor]}\n", "{}\n", PEOPLE_FILE),
    passing=Example("matti-makinen: {roles: [accountant, project-manager]}\n", "{}\n", PEOPLE_FILE),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    if not comparison.base.people:
        return
    rights = approver_roles(comparison)
    for name, after in sorted(comparison.head.people.items()):
        before = comparison.base.people.get(name)
        gained = sorted({*after.roles} & rights - {*(before.roles if before else ())})
        if gained:
            yield from loosened(KIND, comparison, PEOPLE_FILE, name, "roles", who=after.name, role=gained[0])
        elif before and {*after.roles} & rights:
            field = _raised_otherwise(comparison, before, after)
            if field:
                yield from loosened(KIND, comparison, PEOPLE_FILE, name, field, variant=field, who=after.name)


def _raised_otherwise(comparison: Comparison, before: Person, after: Person) -> str | None:
    """The field that makes an approver of old count for more; None where none does."""
    if (after.left or date.max) > (before.left or date.max):
        return "left"
    if after.handle != before.handle and (before.handle or _has_reachable_approver(comparison)):
        return "handle"
    return None


def _has_reachable_approver(comparison: Comparison) -> bool:
    """Whether the forge knows anybody who may approve the policy; else the first handle couldn't be approved."""
    return any(person.handle and may_approve_policy(comparison, person) for person in comparison.policy.people.values())
