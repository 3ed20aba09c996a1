"""What the bars over long lists offer to narrow them down to: ids, which rows carry as data, by the names of things."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from aloitus.pages.attention import PROJECT_MANAGER
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup, escape
from aloitus.plan.client_summary import ClientSummary


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter; `label` is a text or a mark."""

    value: str
    label: Markup


def manager_choices(clients: Iterable[ClientSummary], context: PageContext) -> tuple[Choice, ...]:
    """The project managers of these clients, by name."""
    people = {team[0] for client in clients if (team := client.team.get(PROJECT_MANAGER))}
    return choices({person: context.person_name(person) for person in people}, by_name=True)


def role_choices(titles: Mapping[str, str], held: Collection[str]) -> tuple[Choice, ...]:
    """Those of the roles that somebody holds. `titles`: by id, in the process's order."""
    return choices({role: title for role, title in titles.items() if role in held})


def choices(names: Mapping[str, str], *, by_name: bool = False) -> tuple[Choice, ...]:
    found = sorted(names.items(), key=lambda item: item[1]) if by_name else names.items()
    return tuple(Choice(value, escape(name)) for value, name in found)
