"""The span tree: what a file says, every scalar as text, every node with its place; built from the parser's events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, cast

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from aloitus.findings import Span

MAX_DEPTH = 16
MAX_NODES = 20_000


class MappingNode:
    """`values` by key in the order of the file; `keys[i]` is the key of the i-th of them."""

    __slots__ = ("_keys_by_name", "end", "keys", "start", "values")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.end = start
        self.keys: list[ScalarEvent] = []
        self.values: dict[str, Node] = {}
        self._keys_by_name: dict[str, ScalarEvent] | None = None

    @property
    def is_flow(self) -> bool:
        """Whether it's written in braces, or between others that are."""
        return bool(getattr(self.start, "flow_style", False))

    def key(self, name: str) -> ScalarEvent:
        if self._keys_by_name is None:
            self._keys_by_name = dict(zip(self.values, self.keys, strict=True))
        return self._keys_by_name[name]

    def take_over_keys(self) -> None:
        """Name every value, here and below, by what its key's text has become."""
        by_name = {key.value: (key, child) for key, child in zip(self.keys, self.values.values(), strict=True)}
        self.keys = [key for key, _ in by_name.values()]
        self.values = {name: child for name, (_, child) in by_name.items()}
        for child in self.values.values():
            if isinstance(child, MappingNode | SequenceNode):
                child.take_over_keys()


class SequenceNode:
    __slots__ = ("end", "items", "start")

    def __init__(self, start: Event) -> None:
        self.start = start
        self.end = start
        self.items: list[Node] = []

    def take_over_keys(self) -> None:
        for child in self.items:
            if isinstance(child, MappingNode | SequenceNode):
                child.take_over_keys()


# A scalar is the parser's own event: it has the text and both marks, and copying them would cost a fifth of the parse.
ScalarNode: TypeAlias = ScalarEvent
Node: TypeAlias = ScalarEvent | MappingNode | SequenceNode


class RefusedNode(ScalarEvent):
    """Stands where an alias was: the finding is made already, and no decoder needs to make another."""


class LimitExceededError(Exception):
    """The file is deeper or has more nodes than any real one; `event` is where the limit was passed."""

    def __init__(self, limit: str, event: Event) -> None:
        super().__init__(limit)
        self.limit = limit
        self.event = event


@dataclass(slots=True)
class Oddities:
    """What YAML allows and these files don't, in the order met; of duplicates the later key, and where the first is."""

    duplicates: list[tuple[MappingNode, ScalarEvent]] = field(default_factory=list)
    complex_keys: list[Event] = field(default_factory=list)
    anchors: list[NodeEvent] = field(default_factory=list)
    aliases: list[NodeEvent] = field(default_factory=list)
    tags: list[NodeEvent] = field(default_factory=list)


class TreeBuilder:
    """Takes events from `get`, the C parser's `get_event`; its errors pass through."""

    __slots__ = ("_get", "oddities")

    def __init__(self, data: bytes, get: Callable[[], Event | None]) -> None:
        self.oddities = Oddities()
        # Watching costs a call for each event: it's for files where something may be anchored, referred to or tagged,
        # and for those with room for too many nodes (a node takes a byte at least).
        watched = len(data) > MAX_NODES or b"&" in data or b"*" in data or b"!" in data
        self._get = _watched(get, self.oddities) if watched else get

    def node(self, event: Event | None, depth: int = 1) -> Node:
        if depth > MAX_DEPTH:
            raise LimitExceededError("depth", event or Event())
        if type(event) is MappingStartEvent:
            return self._mapping(event, depth)
        if type(event) is SequenceStartEvent:
            return self._sequence(event, depth)
        return cast(ScalarEvent, event)  # within a document there's nothing else left

    def next_node(self) -> Node:
        return self.node(self._get())

    def _mapping(self, start: Event, depth: int) -> MappingNode:
        get = self._get
        mapping = MappingNode(start)
        values = mapping.values
        add_key = mapping.keys.append
        while True:
            key = get()
            if type(key) is not ScalarEvent:
                if type(key) is MappingEndEvent:
                    mapping.end = key
                    return mapping
                self._skip_complex_key(key, depth)
                continue
            value = get()
            node = value if type(value) is ScalarEvent else self.node(value, depth + 1)
            name = key.value
            if name in values:
                self.oddities.duplicates.append((mapping, key))
            else:
                values[name] = node
                add_key(key)

    def _skip_complex_key(self, key: Event | None, depth: int) -> None:
        if isinstance(key, CollectionStartEvent):
            self.oddities.complex_keys.append(key)
        self.node(key, depth + 1)
        self.node(self._get(), depth + 1)

    def _sequence(self, start: Event, depth: int) -> SequenceNode:
        get = self._get
        sequence = SequenceNode(start)
        add = sequence.items.append
        while True:
            event = get()
            if type(event) is ScalarEvent:
                add(event)
            elif type(event) is SequenceEndEvent:
                sequence.end = event
                return sequence
            else:
                add(self.node(event, depth + 1))


def _watched(get: Callable[[], Event | None], oddities: Oddities) -> Callable[[], Event | None]:
    nodes = 0

    def watch() -> Event | None:
        nonlocal nodes
        event = get()
        if not isinstance(event, NodeEvent):
            return event
        nodes += 1
        if nodes > MAX_NODES:
            raise LimitExceededError("nodes", event)
        if type(event) is AliasEvent:
            oddities.aliases.append(event)
            return RefusedNode(None, None, (True, False), "", event.start_mark, event.end_mark)
        if event.anchor is not None:
            oddities.anchors.append(event)
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            oddities.tags.append(event)
        return event

    return watch


def span_of(node: Node | Event) -> Span:
    """From the node's first character to its last; a block collection ends with its last value."""
    if isinstance(node, Event):
        return _between(node, node)
    last: Node | Event = node
    while isinstance(last, MappingNode | SequenceNode):
        children = list(last.values.values()) if isinstance(last, MappingNode) else last.items
        flow = getattr(last.start, "flow_style", None)
        last = last.end if flow or not children else children[-1]
    return _between(node.start, last)


def _between(first: Event, last: Event) -> Span:
    start, end = first.start_mark, last.end_mark
    if start is None or end is None:
        return Span(1, 1, 1, 1)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def trimmed(span: Span, lines: Sequence[str]) -> Span:
    """The span without the line ends and empty lines that a block text or an empty value takes in at its end."""
    if span.line > len(lines):
        end = len(lines[-1]) + 1
        return Span(len(lines), end, len(lines), end)
    end_line, end_column = min((span.end_line, span.end_column), (len(lines), len(lines[-1]) + 1))
    while end_line > span.line and not lines[end_line - 1][: end_column - 1].strip():
        end_line -= 1
        end_column = len(lines[end_line - 1]) + 1
    return Span(span.line, span.column, end_line, end_column)


def lines_of(text: str) -> list[str]:
    """The lines without their ends; what follows a final newline is no line."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines
