"""`templates/people.yaml`."""

from typing import Any

from aloitus.loading.by_id import NamedById
from aloitus.loading.shapes import Field, ListOf, Record
from aloitus.loading.values import Day, FreeText, Id
from aloitus.model.firm import Person

_TEXT = FreeText()


def _person(key: str, name: str | None = None, handle: str | None = None, **values: Any) -> Person:
    """The handle may be written as forges show it, with an at sign."""
    return Person(key, name or key, handle=(handle or "").strip().removeprefix("@") or None, **values)


PERSON = Record(
    {
        "name": Field(_TEXT, required="name: Liisa Laine"),
        "email": Field(_TEXT),
        "roles": Field(ListOf(Id())),
        "handle": Field(_TEXT),
        "left": Field(Day()),
    },
    _person,
)
PEOPLE = NamedById(PERSON)
