"""A change of the policy makes clients closable that weren't before.

It isn't wrong in itself: it says what a loosened policy would let through, client by client, so that whoever approves
it knows.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import process_file, process_pairs
from aloitus.model.client import ClientStatus
from aloitus.plan.build import Planner

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL530",
    "clients-become-closable",
    Severity.NOTE,
    __doc__,
    failing=Example("tasks: {agree-chart-of-accounts: {until: 2026-01-01}}\n", "{}\n", PROCESS),
    passing=Example("tasks: {identify-client: {title: Tunnista asiakas}}\n", "{}\n", PROCESS),
)
NAMED = 10


def check(comparison: Comparison) -> Iterator[Finding]:
    changed = [pair for pair in process_pairs(comparison) if pair.base != pair.head]
    for pair in changed:
        before = Planner(pair.base, comparison.workdays)
        after = Planner(pair.head, comparison.workdays)
        found = [
            name
            for name, client in sorted(comparison.head.clients.items())
            if client.process == pair.head.id
            and client.status is ClientStatus.ACTIVE
            and after.plan(client, comparison.today).closure.ready
            and not before.plan(client, comparison.today).closure.ready
        ]
        if found:
            place = Place(process_file(pair.head.id))
            yield KIND.at(place, n=len(found), clients=tuple(found[:NAMED]))
