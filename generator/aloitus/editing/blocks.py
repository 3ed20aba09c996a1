"""Writing mappings and lists: as lines of their own, or between brackets on one line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aloitus.editing.scalars import lines_of_block, written
from aloitus.editing.values import Value
from aloitus.findings import KeyPath

COMMENT_COLUMN = 37
"""Where the comments that name tasks begin, so that they stand in a column."""

_PLAIN_KEY = re.compile("[a-z0-9][a-z0-9_-]*")


class Layout(Protocol):
    """How a kind of file is laid out; what isn't told follows what stands in the file already."""

    def order(self, parent: KeyPath) -> Sequence[str]:
        """The keys of a mapping in the order that they are written in."""

    def comment(self, key: KeyPath) -> str | None:
        """What a new key is explained by."""

    def one_line(self, key: KeyPath) -> bool:
        """Whether a new mapping is written between braces."""

    def spaced(self, key: KeyPath) -> bool:
        """Whether an empty line comes before a new key."""


@dataclass(frozen=True, slots=True)
class NoLayout:
    """New keys come last."""

    def order(self, parent: KeyPath) -> Sequence[str]:  # noqa: ARG002 -- the protocol's signature
        return ()

    def comment(self, key: KeyPath) -> str | None:  # noqa: ARG002
        return None

    def one_line(self, key: KeyPath) -> bool:  # noqa: ARG002
        return False

    def spaced(self, key: KeyPath) -> bool:  # noqa: ARG002
        return False


def entry_lines(key: KeyPath, value: Value, indent: int, layout: Layout, step: int = 2) -> list[str]:
    """The lines of the last key of `key` with its value, indented by `indent` spaces."""
    head = " " * indent + key_text(str(key[-1])) + ":"
    comment = layout.comment(key)
    if isinstance(value, Mapping) and value and not layout.one_line(key):
        lines = [head + _comment(len(head), comment)]
        for number, (name, child) in enumerate(value.items()):
            child_key = (*key, name)
            if number and layout.spaced(child_key):
                lines.append("")
            lines += entry_lines(child_key, child, indent + step, layout, step)
        return lines
    if isinstance(value, list) and value:
        items = [line for item in value for line in item_lines(item, indent + step)]
        return [head + _comment(len(head), comment), *items]
    block = lines_of_block(value) if isinstance(value, str) else None
    if block:
        return [f"{head} |-", *(" " * (indent + step) + line if line else "" for line in block)]
    head += " " + flow_text(value, outermost=True)
    return [head + _comment(len(head), comment)]


def item_lines(value: Value, indent: int, *, on_one_line: bool = True) -> list[str]:
    """The lines of a list's item."""
    dash = " " * indent + "- "
    if not isinstance(value, Mapping) or on_one_line or not value:
        return [dash + flow_text(value, outermost=True)]
    lines = [line for name, child in value.items() for line in entry_lines((name,), child, indent + 2, NoLayout())]
    return [dash + lines[0].lstrip(" "), *lines[1:]]


def flow_text(value: Value, *, outermost: bool = False) -> str:
    """`value` on one line; `outermost`: not itself between brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(key)}: {flow_text(child)}" for key, child in value.items()) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(flow_text(child) for child in value) + "]"
    return written(value, flow=not outermost)


def key_text(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else written(key, quote='"')


def _comment(column: int, comment: str | None) -> str:
    return f"{' ' * max(2, COMMENT_COLUMN - column)}# {comment}" if comment else ""
