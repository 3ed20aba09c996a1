"""Kinds of values that hold others: lists, mappings by id, and records with fields of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading import yml_kinds
from aloitus.loading.characters import code_point
from aloitus.loading.quoting import spaced
from aloitus.loading.reading import Reading, shown
from aloitus.loading.suggestions import first_odd, nearest
from aloitus.loading.tree import MappingNode, Node, SequenceNode
from aloitus.loading.values import FreeText, Id, Kind, bad_id, is_null, wrong_shape
from aloitus.model.text import Text

T = TypeVar("T")

_TEXT = FreeText()
_ID = Id()


@dataclass(frozen=True, slots=True)
class LocalText:
    """A plain text, or a text by language."""

    def read(self, node: Node, reading: Reading) -> Text | None:
        if not isinstance(node, MappingNode):
            text = _TEXT.read(node, reading)
            return Text.plain(text) if text else None
        versions = {}
        if all(is_null(child) for child in node.values.values()):
            reading.add(kinds.MISSING_KEY, node, variant="text", advice="text-help")
        for name, child in node.values.items():
            if reading.languages and name not in reading.languages:
                reading.add(kinds.UNKNOWN_LANGUAGE, node.key(name), value=shown(name), languages=reading.languages)
            elif text := _TEXT.read(child, reading):
                versions[name] = text
        return Text.by_language(versions) if versions else None


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list; with `one_too`, a single value is a list of one."""

    item: Kind[T]
    one_too: bool = False

    def read(self, node: Node, reading: Reading) -> tuple[T, ...] | None:
        if isinstance(node, SequenceNode):
            values = []
            for child in node.items:
                value = self.item.read(child, reading)
                if value is None:
                    self._omit(child, reading)
                else:
                    values.append(value)
            if len(values) > 1 and isinstance(self.item, Id) and len(set(values)) < len(values):
                self._refuse_repeated(node, reading)
            return tuple(values)
        if self.one_too and isinstance(node, ScalarEvent):
            value = self.item.read(node, reading)
            return None if value is None else (value,)
        if not is_null(node):
            wrong_shape(node, reading, "one-or-list" if self.one_too else "list")
        return None

    def _omit(self, child: Node, reading: Reading) -> None:
        if not reading.has_room():
            return
        reading.omit(child)
        if is_null(child):
            reading.add(kinds.MISSING_KEY, child, variant="item", advice=False)

    def _refuse_repeated(self, node: SequenceNode, reading: Reading) -> None:
        seen = set()
        for child in node.items:
            value = shown(child)
            if value in seen:
                reading.add(kinds.REPEATED_ITEM, child, value=value)
            seen.add(value)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    `attribute` is the parameter of the record's `build` that takes it, if not the key. `required` is the line to type
    when the key is missing; it's empty for a key that may be.
    """

    kind: Kind[object]
    required: str = ""
    attribute: str = ""


@dataclass(frozen=True)
class Record(Generic[T]):
    """A mapping whose keys are known; `build` takes their values by name."""

    fields: Mapping[str, Field]
    build: Callable[..., T]
    _readers: Mapping[str, tuple[str, Callable[[Node, Reading], object]]] = field(init=False, repr=False)
    _required: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        readers = {name: (known.attribute or name, known.kind.read) for name, known in self.fields.items()}
        object.__setattr__(self, "_readers", readers)
        required = tuple(name for name, known in self.fields.items() if known.required)
        object.__setattr__(self, "_required", required)

    def read(self, node: Node, reading: Reading) -> T | None:
        values = self.values(node, reading)
        return None if values is None else self.build(**values)

    def values(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """The values of the fields that are there, by attribute; None if this is no mapping."""
        if not isinstance(node, MappingNode):
            if not is_null(node):
                wrong_shape(node, reading, "keys")
            return None
        values = {}
        meant = []
        readers = self._readers
        for name, child in node.values.items():
            try:
                attribute, read = readers[name]
            except KeyError:
                meant.append(self._refuse_key(node.key(name), node, reading))
                continue
            value = read(child, reading)
            if value is not None:
                values[attribute] = value
        for name in self._required:
            if readers[name][0] not in values and name not in meant:
                self._miss(name, node, reading)
        return values

    def _refuse_key(self, key: ScalarEvent, node: MappingNode, reading: Reading) -> str | None:
        """A finding about the key; the name that was meant, as far as that can be told."""
        if not reading.has_room():
            return None
        if key.value == "<<" and not key.style:
            reading.add(yml_kinds.REFERENCE, key, variant="merge", advice="merge-help")
            return None
        line = spaced(shown(key))
        if line:
            reading.add(kinds.UNKNOWN_KEY, key, variant="no-space", advice="no-space-help", line=line)
            return line.partition(":")[0]
        odd = first_odd(key.value)
        free = [name for name in self.fields if name not in node.values]
        suggestion = nearest(key.value, free)
        reading.add(
            kinds.UNKNOWN_KEY,
            key,
            variant="odd-character" if odd else "",
            advice="meant-help" if suggestion else "help",
            value=shown(key),
            suggestion=suggestion,
            known=tuple(self.fields),
            character=code_point(odd) if odd else None,
        )
        return suggestion

    def _miss(self, name: str, node: MappingNode, reading: Reading) -> None:
        written = node.values.get(name)
        if written is None or is_null(written) or (type(written) is ScalarEvent and not written.value):
            miss_key(name, self.fields[name].required, node, reading)


def miss_key(name: str, line: str, node: MappingNode, reading: Reading) -> None:
    """The finding about a key that isn't there, or has no value; `line` is what to type."""
    if name in node.values:
        reading.add(kinds.MISSING_KEY, node.key(name), variant="empty", name=name, line=line)
    else:
        reading.miss(kinds.MISSING_KEY, node, name=name, line=line)


@dataclass(frozen=True, slots=True)
class ById(Generic[T]):
    """A mapping whose keys are ids; a value that is absent is left out, unless `empty` stands for it."""

    value: Kind[T]
    key: Id = _ID
    empty: T | None = None

    def read(self, node: Node, reading: Reading) -> dict[str, T] | None:
        if not isinstance(node, MappingNode):
            if not is_null(node):
                wrong_shape(node, reading, "keys")
            return None
        found = {}
        fits = self.key.fits
        read = self.value.read
        for name, child in node.values.items():
            if not fits(name):
                refuse_id(node.key(name), reading)
                continue
            value = read(child, reading)
            if value is None and is_null(child):
                value = self.empty
            if value is not None:
                found[name] = value
        return found


def refuse_id(key: ScalarEvent, reading: Reading) -> None:
    if key.value == "<<" and not key.style:
        reading.add(yml_kinds.REFERENCE, key, variant="merge", advice="merge-help")
    else:
        bad_id(key, reading)


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

    def read(self, node: Node, reading: Reading) -> dict[str, object] | None:
        if isinstance(node, ScalarEvent) and is_null(node):
            return self.record.values(MappingNode(node), reading)
        return self.record.values(node, reading)


@dataclass(frozen=True, slots=True)
class Either(Generic[T]):
    """A single value, or a mapping in its place."""

    single: Kind[T]
    keys: Kind[T]

    def read(self, node: Node, reading: Reading) -> T | None:
        return (self.keys if isinstance(node, MappingNode) else self.single).read(node, reading)
