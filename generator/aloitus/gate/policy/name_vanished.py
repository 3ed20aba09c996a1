"""Something that client files refer to is gone from the templates.

What any client's file names stays: tasks, meetings, dates, services, facts, roles, people and the process. Otherwise
a closed client's evidence would point to nothing, and an open client's work would have no name. A task ends with
`until`, a person with `left`.

To mend it, bring the entry back and end it instead.
"""

from collections.abc import Iterator, Mapping

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity, Term
from aloitus.gate.comparison import Comparison, client_file
from aloitus.gate.policy.loosening import PEOPLE_FILE, process_file, process_pairs
from aloitus.gate.policy.names import names_used, people_named
from aloitus.model.client import Client

KIND = FindingKind(
    "POL541",
    "policy-name-vanished",
    Severity.ERROR,
    __doc__,
    failing=Example("matti-makinen: ~\n", "{}\n", PEOPLE_FILE),
    passing=Example("matti-makinen: {left: 2026-12-31}\n", "{}\n", PEOPLE_FILE),
)

FAMILIES = ("tasks", "meetings", "dates", "services", "facts", "roles")


def check(comparison: Comparison) -> Iterator[Finding]:
    people = _people_gone(comparison)
    gone: dict[str, dict[str, frozenset[str]]] = {}
    for pair in process_pairs(comparison):
        lost = {family: _ids(pair.base, family) - _ids(pair.head, family) for family in FAMILIES}
        gone[pair.head.id] = {family: ids for family, ids in lost.items() if ids}
    if not people and not any(gone.values()):
        return
    named: dict[tuple[str, str, str], str] = {}
    for name, client in sorted(_clients(comparison).items()):
        for family, used in names_used(client).items():
            for lost_id in sorted(used & gone.get(client.process, {}).get(family, frozenset())):
                named.setdefault((process_file(client.process), family, lost_id), name)
        for person in sorted(people_named(client) & people):
            named.setdefault((PEOPLE_FILE, "people", person), name)
    for (file, family, lost_id), name in named.items():
        yield _finding(file, family, lost_id, name)


def _people_gone(comparison: Comparison) -> frozenset[str]:
    """Of people whose file is gone or can't be read, that is told, and not of each of them."""
    head = comparison.head
    if PEOPLE_FILE not in head.tree or PEOPLE_FILE in head.unread:
        return frozenset()
    return frozenset(comparison.base.people.keys() - head.people.keys())


def _ids(process: object, family: str) -> frozenset[str]:
    return frozenset(getattr(process, family))


def _clients(comparison: Comparison) -> Mapping[str, Client]:
    """All clients as the change leaves them."""
    return comparison.head.clients


def _finding(file: str, family: str, lost: str, client: str) -> Finding:
    used = Related(Message("pol.named-here", {"client": client}), Place(client_file(client)))
    place = Place(file) if family == "people" else Place(file, (family,), on_key=True)
    return KIND.at(place, help=f"pol.policy-name-vanished-{'people' if family == 'people' else 'process'}-help",
                   thing=Term(f"pol.family-{family}"), name=lost, related=(used,))  # fmt: skip
