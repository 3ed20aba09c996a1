"""Kinds of values that hold others: lists, and records with fields of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.fitting import fitting, some_value
from aloitus.loading.reading import Reading, shown
from aloitus.loading.tree import MappingNode, Node, SequenceNode
from aloitus.loading.unknown_keys import refuse_key
from aloitus.loading.values import FreeText, Id, Kind, bad_id, is_null, several_ids, wrong_shape
from aloitus.model.text import Text

T = TypeVar("T")

_TEXT = FreeText()


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
        if is_null(node):
            return None
        if not self.one_too or not isinstance(node, ScalarEvent):
            wrong_shape(node, reading, "one-or-list" if self.one_too else "list", self._example(node))
            return None
        if isinstance(self.item, Id) and several_ids(node.value):
            bad_id(node, reading, takes_list=True)
            return None
        value = self.item.read(node, reading)
        return None if value is None else (value,)

    def _example(self, node: Node) -> str | None:
        """Ids without brackets, put in brackets."""
        if not isinstance(self.item, Id) or not isinstance(node, ScalarEvent):
            return None
        ids = several_ids(node.value) or ((node.value,) if self.item.fits(node.value) else ())
        return f"[{', '.join(ids)}]" if ids else None

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
    _texts: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        readers = {name: (known.attribute or name, known.kind.read) for name, known in self.fields.items()}
        object.__setattr__(self, "_readers", readers)
        required = tuple(name for name, known in self.fields.items() if known.required)
        object.__setattr__(self, "_required", required)
        texts = frozenset(name for name, known in self.fields.items() if isinstance(known.kind, FreeText | LocalText))
        object.__setattr__(self, "_texts", texts)

    def read(self, node: Node, reading: Reading) -> T | None:
        values = self.values(node, reading)
        return None if values is None else self.build(**values)

    def values(self, node: Node, reading: Reading) -> dict[str, Any] | None:
        """The values of the fields that are there, by attribute; None if this is no mapping."""
        if not isinstance(node, MappingNode):
            if not is_null(node):
                wrong_shape(node, reading, "keys", f"{{{self._example(node, reading)}}}")
            return None
        values = {}
        meant: set[str] = set()
        told: set[str] = set()
        readers = self._readers
        for name, child in node.values.items():
            try:
                attribute, read = readers[name]
            except KeyError:
                if name not in told and reading.has_room():
                    refused = refuse_key(node.key(name), node, self.fields, self._texts, reading)
                    meant |= refused.meant
                    told |= refused.told
                continue
            value = read(child, reading)
            if value is not None:
                values[attribute] = value
        for name in self._required:
            if readers[name][0] not in values and name not in meant:
                self._miss(name, node, reading)
        return values

    def _example(self, node: Node, reading: Reading) -> str:
        """A key with a value: the one that a single value was perhaps meant for, else the first that's needed."""
        if isinstance(node, ScalarEvent):
            for name, known in self.fields.items():
                value = fitting(known.kind, node, reading)
                if value:
                    return f"{name}: {value}"
        name, known = next(iter(self.fields.items()))
        return next((self.fields[name].required for name in self._required), f"{name}: {some_value(known.kind)}")

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
class Either(Generic[T]):
    """A single value, or a mapping in its place."""

    single: Kind[T]
    keys: Kind[T]

    def read(self, node: Node, reading: Reading) -> T | None:
        return (self.keys if isinstance(node, MappingNode) else self.single).read(node, reading)
