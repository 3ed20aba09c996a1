"""Everybody, with how much each has to do: `people/index.md`, from where one goes to one's own tasks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aloitus.model.firm import Person
from aloitus.pages import fragments
from aloitus.pages.context import PageContext, person_path
from aloitus.pages.filters import Choice, role_choices
from aloitus.pages.markup import Markup
from aloitus.pages.person_page import GROUPS, INDEX, grouped, has_left, role_names
from aloitus.plan.person_tasks import NOTHING, PersonTasks

TEMPLATE = "people.md.j2"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`role_ids` is what the filter looks for."""

    name: str
    link: Markup
    roles: str
    role_ids: str
    clients: int
    counts: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    path: str
    roles: tuple[Choice, ...]
    rows: tuple[PersonRow, ...]
    heads: tuple[tuple[str, str], ...]


def people_page(
    people: Sequence[Person], own: Mapping[str, PersonTasks], roles: Mapping[str, str], context: PageContext
) -> PeoplePage:
    """Those who work here, or who left with tasks still theirs. `own`: by person's id. `roles`: titles by id."""
    rows = [one for one in people if not has_left(one, context) or own.get(one.id, NOTHING).open]
    return PeoplePage(
        path=INDEX,
        roles=role_choices(roles, {role for one in rows for role in one.roles}),
        rows=tuple(_row(one, own.get(one.id, NOTHING), roles) for one in sorted(rows, key=lambda one: one.name)),
        heads=tuple((key, context.wording(f"people.group-{key}")) for key in GROUPS),
    )


def _row(person: Person, own: PersonTasks, roles: Mapping[str, str]) -> PersonRow:
    return PersonRow(
        person.name,
        fragments.address(INDEX, person_path(person.id)),
        role_names(person, roles),
        " ".join(person.roles),
        len(own.clients),
        tuple(
            fragments.count(len(tasks), key if key in ("late", "waiting") else "open")
            for key, tasks in zip(GROUPS, grouped(own), strict=True)
        ),
    )
