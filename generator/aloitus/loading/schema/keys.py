"""Every key that may stand in each kind of file: what the documentation has to name."""

from collections.abc import Iterator, Mapping

from aloitus.findings import KeyPath
from aloitus.loading.by_id import ById, NamedById
from aloitus.loading.process_values import StepText
from aloitus.loading.schema.client import CLIENT
from aloitus.loading.schema.firm import FIRM
from aloitus.loading.schema.people import PEOPLE
from aloitus.loading.schema.process import PROCESS
from aloitus.loading.shapes import Either, ListOf, Record
from aloitus.loading.values import Kind

ID = "<id>"
"""Stands in a path for a key that is an id of the firm's own, or a date's."""

FILES: Mapping[str, Kind[object]] = {
    "clients/<id>.yaml": CLIENT,
    "templates/firm.yaml": FIRM,
    "templates/people.yaml": PEOPLE,
    "templates/processes/<id>.yaml": PROCESS,
}


def keys_of(kind: Kind[object], path: KeyPath = ()) -> Iterator[KeyPath]:
    """The paths of all keys under a kind of value; items of lists have no step of their own."""
    match kind:
        case Record(fields=fields):
            for name, field in fields.items():
                yield (*path, name)
                yield from keys_of(field.kind, (*path, name))
        case ById(value=value):
            yield from keys_of(value, (*path, ID))
        case NamedById(record=record):
            yield from keys_of(record, (*path, ID))
        case ListOf(item=item):
            yield from keys_of(item, path)
        case Either(keys=keys):
            yield from keys_of(keys, path)
        case StepText(when=when):
            yield (*path, "when")
            yield from keys_of(when, (*path, "when"))
