"""Which services and facts came and went in a change, and what its new entries say of them."""

from collections import Counter
from typing import NamedTuple

from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, Client


class Scope(NamedTuple):
    """A list of ids in the client's file, and the kinds of entries that tell of its changes."""

    field: str
    added: ChangeKind
    removed: ChangeKind

    def of(self, client: Client) -> frozenset[str]:
        return frozenset(client.services if self.field == "services" else client.facts)


SCOPES = (
    Scope("services", ChangeKind.SERVICE_ADDED, ChangeKind.SERVICE_REMOVED),
    Scope("facts", ChangeKind.FACT_ADDED, ChangeKind.FACT_REMOVED),
)


def added_and_removed(step: ClientStep, scope: Scope) -> tuple[frozenset[str], frozenset[str]]:
    """What base has and head hasn't, and the other way round; nothing for a new client."""
    if step.base is None:
        return frozenset(), frozenset()
    before, after = scope.of(step.base), scope.of(step.head)
    return after - before, before - after


def balance(step: ClientStep, scope: Scope) -> Counter[str]:
    """By id, how often new entries say that it came, less how often that it went."""
    said: Counter[str] = Counter()
    for _, change in new_entries(step, scope.added, scope.removed):
        said[change.what or ""] += 1 if change.kind is scope.added else -1
    return said
