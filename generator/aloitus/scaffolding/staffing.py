"""Who could have each role of a new client: whoever does that work and has the least of it at present."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from aloitus.model.client import Client
from aloitus.model.firm import Person
from aloitus.model.process import Process


def present_load(clients: Iterable[Client]) -> Mapping[str, int]:
    """How many roles of running onboardings each person leads."""
    load: Counter[str] = Counter()
    for client in clients:
        if not client.status.is_over:
            load.update(people[0] for people in client.team.values() if people)
    return load


def propose_team(
    process: Process,
    services: Collection[str],
    facts: Collection[str],
    people: Mapping[str, Person],
    load: Mapping[str, int],
    today: date,
    chosen: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """By role, in the process's order: those chosen already, else the person with the least load, and a deputy.

    Deputies are for the project manager and whoever answers for a service; a role that nobody has stays out.
    """
    given = Counter(load)
    for names in chosen.values():
        given.update(names[:1])
    with_deputy = {"project-manager", *(service.lead for service in process.services.values() if service.lead)}
    team: dict[str, tuple[str, ...]] = {}
    for role in process.roles.values():
        if role.id in chosen:
            team[role.id] = chosen[role.id]
        elif role.when.holds(services, facts):
            free = [
                person.id
                for person in people.values()
                if role.id in person.roles and not (person.left and person.left < today)
            ]
            order = {name: place for place, name in enumerate(free)}
            ranked = sorted(free, key=lambda name: (given[name], order[name]))
            if ranked:
                team[role.id] = tuple(ranked[: 2 if role.id in with_deputy else 1])
                given[ranked[0]] += 1
    return team
