"""When a part of the process concerns a client."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condition:
    """`when:` — any of the services and all of the facts; empty means always."""

    services: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    def holds(self, services: Collection[str], facts: Collection[str]) -> bool:
        bought = not self.services or any(service in services for service in self.services)
        return bought and all(fact in facts for fact in self.facts)


ALWAYS = Condition()
