"""What an edit writes: values as the program has them, and as a parsed file says them."""

from collections.abc import Mapping
from datetime import date, time
from typing import TypeAlias

from yaml.events import ScalarEvent

from aloitus.loading.tree import MappingNode, Node, SequenceNode
from aloitus.loading.values import is_null

Scalar: TypeAlias = str | int | date | time
Value: TypeAlias = str | int | date | time | tuple["Value", ...] | list["Value"] | Mapping[str, "Value"]
"""A tuple is written on one line (`[a, b]`), a list one item a line."""

Said: TypeAlias = "str | list[Said] | dict[str, Said] | None"
"""What a file says, wherever and however it says it: every scalar as its text, None where nothing stands."""


def said(value: Value) -> Said:
    """What a file will say once `value` is written in it."""
    if isinstance(value, Mapping):
        return {key: said(child) for key, child in value.items()}
    if isinstance(value, tuple | list):
        return [said(child) for child in value]
    return as_text(value)


def said_by(node: Node | None) -> Said:
    """What a part of a file says."""
    if isinstance(node, MappingNode):
        return {key: said_by(child) for key, child in node.values.items()}
    if isinstance(node, SequenceNode):
        return [said_by(child) for child in node.items]
    return None if node is None or is_null(node) else node.value


def as_text(value: Scalar) -> str:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def is_flow(node: Node) -> bool:
    """Whether a mapping or list is written between brackets."""
    return not isinstance(node, ScalarEvent) and bool(getattr(node.start, "flow_style", False))
