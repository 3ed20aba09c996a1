"""A YAML file as it's edited: its text with every byte, and what the text says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yaml.events import Event, ScalarEvent

from aloitus.editing.values import Said, is_flow, said_by
from aloitus.errors import UserError
from aloitus.findings import KeyPath
from aloitus.loading.characters import decode
from aloitus.loading.parsing import parse
from aloitus.loading.tree import MappingNode, Node, SequenceNode

_BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """`text` is all of the file but a byte-order mark."""

    path: str
    text: str
    root: MappingNode
    marked: bool

    @property
    def data(self) -> bytes:
        return (_BOM if self.marked else b"") + self.text.encode()

    @cached_property
    def says(self) -> Said:
        return said_by(self.root)

    @cached_property
    def newline(self) -> str:
        """The line end that most lines have."""
        windows = self.text.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"

    @cached_property
    def step(self) -> int:
        """By how much the file indents."""
        for node, parent in _block_mappings(self.root, 0):
            if column(node) > parent:
                return column(node) - parent
        return 2

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """The comments, in the order of the file."""
        return tuple(comment for _, comment in self.placed_comments)

    @cached_property
    def placed_comments(self) -> tuple[tuple[int, str], ...]:
        """Each comment and where it begins; what looks like one inside a text is none."""
        found, at = [], 0
        for scalar in [*_scalars(self.root), None]:
            end = start_of(scalar) if scalar else len(self.text)
            found += [(comment.start(), comment[0].rstrip()) for comment in _COMMENT.finditer(self.text, at, end)]
            at = end_of(scalar) if scalar else end
        return tuple(found)

    def find(self, key: KeyPath) -> Node | None:
        node: Node | None = self.root
        for part in key:
            if isinstance(node, MappingNode) and isinstance(part, str):
                node = node.values.get(part)
            elif isinstance(node, SequenceNode) and isinstance(part, int) and 0 <= part < len(node.items):
                node = node.items[part]
            else:
                return None
        return node

    def in_flow(self, key: KeyPath) -> bool:
        """Whether `key` lies between brackets, its own aside."""
        return any(is_flow(node) for depth in range(len(key)) if (node := self.find(key[:depth])))

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where the line's text ends: before its line end, if it has one."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end and self.text[end - 1] == "\r" else end

    def end_of(self, node: Node) -> int:
        """Where the node's last character stands: of a block, its last value's; of a `|` text, before its line end."""
        while not isinstance(node, ScalarEvent):
            children = list(node.values.values()) if isinstance(node, MappingNode) else node.items
            if is_flow(node) or not children:
                return end_of(node.end)
            node = children[-1]
        if node.style in ("|", ">"):
            start = start_of(node)
            if node.value.endswith("\n\n"):  # a `|+` text, whose empty lines are its own
                return self.line_end(max(start, end_of(node) - 1))
            return start + len(self.text[start : end_of(node)].rstrip())
        return end_of(node)


def read_document(path: str, data: bytes) -> Document:
    """UserError where the file can't be parsed, or holds what these files don't: then `check` says what's wrong."""
    document = try_to_read(path, data)
    if document is None:
        raise UserError("editing.unreadable", path=path)
    return document


def try_to_read(path: str, data: bytes) -> Document | None:
    decoded = decode(path, data)
    if not decoded.sound:
        return None
    parsed = parse(decoded.data)
    odd = parsed.oddities
    strange = parsed.failure or parsed.directives or parsed.second_document
    if strange or odd.duplicates or odd.complex_keys or odd.anchors or odd.aliases or odd.tags:
        return None
    if not isinstance(parsed.root, MappingNode):
        return None
    return Document(path, decoded.text, parsed.root, data.startswith(_BOM))


def start_of(node: Node | Event) -> int:
    mark = (node if isinstance(node, Event) else node.start).start_mark
    return mark.index if mark else 0


def end_of(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def column(node: Node) -> int:
    """How far a block's keys or dashes are indented."""
    first: Node | Event = node.keys[0] if isinstance(node, MappingNode) and node.keys else node
    mark = (first if isinstance(first, Event) else first.start).start_mark
    return mark.column if mark else 0


def _block_mappings(node: Node, parent: int) -> Iterator[tuple[MappingNode, int]]:
    if isinstance(node, MappingNode) and not is_flow(node):
        for child in node.values.values():
            if isinstance(child, MappingNode) and not is_flow(child) and child.keys:
                yield child, column(node)
                yield from _block_mappings(child, parent)


def _scalars(node: Node) -> Iterator[ScalarEvent]:
    if isinstance(node, MappingNode):
        for key, child in zip(node.keys, node.values.values(), strict=True):
            yield key
            yield from _scalars(child)
    elif isinstance(node, SequenceNode):
        for child in node.items:
            yield from _scalars(child)
    else:
        yield node
