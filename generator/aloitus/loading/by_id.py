"""Mappings whose keys are ids: each entry is a value, or a record that takes its id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from yaml.events import ScalarEvent

from aloitus.loading.outdented import refuse_outdented
from aloitus.loading.reading import Reading
from aloitus.loading.shapes import Field, Record
from aloitus.loading.tree import MappingNode, Node
from aloitus.loading.unknown_keys import refuse_id
from aloitus.loading.values import Id, Kind, is_null, wrong_shape

T = TypeVar("T")

_ID = Id()


@dataclass(frozen=True, slots=True)
class ById(Generic[T]):
    """A mapping whose keys are ids; a value that is absent is left out, unless `empty` stands for it."""

    value: Kind[T]
    key: Id = _ID
    empty: T | None = None

    def read(self, node: Node, reading: Reading) -> dict[str, T] | None:
        if not isinstance(node, MappingNode):
            if not is_null(node):
                wrong_shape(node, reading, "ids")
            return None
        found = {}
        fits = self.key.fits
        read = self.value.read
        fields = getattr(self.value, "fields", ())
        told: set[str] = set()
        for name, child in node.values.items():
            if fields and name in fields and type(child) is ScalarEvent and child.value and name not in told:
                told |= refuse_outdented(node.key(name), node, fields, reading)
            if name in told:
                continue
            if not fits(name):
                refuse_id(node.key(name), reading)
                continue
            value = read(child, reading)
            if value is None and is_null(child):
                value = self.empty
            if value is not None:
                found[name] = value
        return found


@dataclass(frozen=True, slots=True)
class NamedById(Generic[T]):
    """A mapping by id of records whose `build` takes the id, too."""

    record: Record[T]
    key: Id = _ID

    def read(self, node: Node, reading: Reading) -> dict[str, T] | None:
        found = ById(_Values(self.record), self.key).read(node, reading)
        return None if found is None else {name: self.record.build(name, **values) for name, values in found.items()}


@dataclass(frozen=True, slots=True)
class _Values:
    record: Record[Any]

    @property
    def fields(self) -> Mapping[str, Field]:
        return self.record.fields

    def read(self, node: Node, reading: Reading) -> dict[str, object] | None:
        if isinstance(node, ScalarEvent) and is_null(node):
            return self.record.values(MappingNode(node), reading)
        return self.record.values(node, reading)
