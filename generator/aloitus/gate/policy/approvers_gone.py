"""Nobody would be left who may approve a change of the policy, and whom the forge knows.

Whoever loosens the process or gives rights needs the approval of somebody whose role stands under `policy`, and the
forge knows people by their `handle`. While it knows none of them, the first handle is given without an approval, for
nobody could give it. So the last of them doesn't lose role, handle or place in `people.yaml`, and doesn't get an
earlier last day (`left`), without the approval of one of them: else anybody could clear the way for an account of their
own. Whoever is about to leave approves that as long as they are there.

To mend it, ask one of them to approve the change on the forge, or let a second person with such a role have a `handle`
first.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import PEOPLE_FILE, loosened, process_file
from aloitus.gate.policy.people import roles_of_policy
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.rules.approvals.approval import POLICY

_OTHERS = "anna-avaaja: {handle: ~}\neero-esihenkilo: {handle: ~}\n"
KIND = FindingKind(
    "POL533",
    "policy-approvers-gone",
    Severity.ERROR,
    __doc__,
    failing=Example(f"{_OTHERS}eeva-esihenkilo: {{left: 2026-11-20}}\n", _OTHERS, PEOPLE_FILE),
    passing=Example("eeva-esihenkilo: {left: 2026-11-20}\n", "{}\n", PEOPLE_FILE),
)
FIELDS = ("left", "roles", "handle")


def check(comparison: Comparison) -> Iterator[Finding]:
    base, head = comparison.base, comparison.head
    before = _days_of_approvers(base.people, base.processes)
    if max(before.values(), default=date.min) < comparison.today:
        return
    broken = PEOPLE_FILE not in head.tree or PEOPLE_FILE in head.unread
    people = base.people if broken else head.people
    until = max(_days_of_approvers(people, {**base.processes, **head.processes}).values(), default=date.min)
    lost = [name for name, day in sorted(before.items()) if day > until and day >= comparison.today]
    if lost:
        yield from loosened(
            KIND, comparison, *_place(comparison, lost[0]),
            variant="later" if until >= comparison.today else "",
            until=until, who=tuple(base.people[name].name for name in lost),
        )  # fmt: skip


def _days_of_approvers(people: Mapping[str, Person], processes: Mapping[str, Process]) -> dict[str, date]:
    """Until when each person may approve the policy, of those whom the forge knows."""
    roles = roles_of_policy(processes)
    return {it.id: it.left or date.max for it in people.values() if it.handle and not roles.isdisjoint(it.roles)}


def _place(comparison: Comparison, name: str) -> tuple[str, ...]:
    """What the change takes from this person; the process where it's the role that counts no more."""
    before, after = comparison.base.people[name], comparison.head.people.get(name)
    if after is None:
        return (PEOPLE_FILE,)
    field = next((it for it in FIELDS if getattr(before, it) != getattr(after, it)), None)
    if field:
        return PEOPLE_FILE, name, field
    base, head = comparison.base.processes, comparison.head.processes
    both = sorted(base.keys() & head.keys())
    return process_file(next(it for it in both if _approving(base[it]) != _approving(head[it]))), "approvals", POLICY


def _approving(process: Process) -> frozenset[str]:
    return roles_of_policy({process.id: process})
