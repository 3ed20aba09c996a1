"""Where the text is cut for an edit, and what goes there: one cut for each edit."""

from typing import NamedTuple

from yaml.events import ScalarEvent

from aloitus.editing import blocks
from aloitus.editing.blocks import Layout, entry_lines, flow_text, item_lines
from aloitus.editing.document import Document, column, end_of, start_of
from aloitus.editing.scalars import written
from aloitus.editing.values import Scalar, Value, is_flow
from aloitus.findings import KeyPath
from aloitus.loading.tree import MappingNode, Node, SequenceNode
from aloitus.loading.values import is_null


class Splice(NamedTuple):
    """`text[start:end]` becomes `text`."""

    start: int
    end: int
    text: str


class CannotEditError(Exception):
    """The file is laid out in a way that no careful cut is known for."""


def replacing(document: Document, key: KeyPath, node: Node, value: Value) -> Splice:
    """Another value where one stands: a scalar keeps its quotes, and a collection is written on one line."""
    flow = document.in_flow(key)
    start = start_of(node)
    if isinstance(value, Scalar) and not isinstance(value, tuple | list):
        quote = node.style if isinstance(node, ScalarEvent) and node.style in ('"', "'") else ""
        text = written(value, flow=flow, quote=quote or "")
    else:
        text = flow_text(value, outermost=not flow)
    if isinstance(node, ScalarEvent) and start == end_of(node):
        return _where_nothing_stands(document, start, text)
    if not isinstance(node, ScalarEvent) and not is_flow(node):
        raise CannotEditError(key)
    return Splice(start, document.end_of(node), text)


def adding(document: Document, parent_key: KeyPath, name: str, value: Value, layout: Layout) -> Splice:
    """A key that isn't there yet, in the mapping at `parent_key`, which is there (perhaps with nothing in it)."""
    parent = document.find(parent_key)
    key = (*parent_key, name)
    if isinstance(parent, MappingNode) and parent.keys:
        if is_flow(parent):
            return _into_braces(document, parent, f"{blocks.key_text(name)}: {flow_text(value)}")
        before = _predecessor(parent, name, layout.order(parent_key))
        if before is None:
            return _first(document, key, parent, value, layout)
        indent = column(parent)
        lines = entry_lines(key, value, indent, layout, document.step)
        if _is_spaced(document, parent, key, layout):
            lines.insert(0, "")
        return _after_block(document, parent.values[before], indent, lines)
    if not isinstance(parent, MappingNode) and not (parent is not None and is_null(parent)):
        raise CannotEditError(key)
    if _is_on_a_line(document, parent_key) or layout.one_line(parent_key):
        text = flow_text({name: value}, outermost=True)
        return _instead_of_nothing(document, parent, text)
    indent = column(_holder(document, parent_key)) + document.step
    return _below(document, parent, entry_lines(key, value, indent, layout, document.step))


def appending(document: Document, key: KeyPath, node: Node, value: Value) -> Splice:
    """One more item of a list that's there (perhaps with nothing in it)."""
    if isinstance(node, SequenceNode) and node.items:
        if is_flow(node):
            return _into_brackets(document, node, flow_text(value))
        last = node.items[-1]
        on_one_line = not isinstance(last, MappingNode) or is_flow(last)
        indent = column(node)
        return _after_block(document, last, indent, item_lines(value, indent, on_one_line=on_one_line))
    if not isinstance(node, SequenceNode) and not is_null(node):
        raise CannotEditError(key)
    if _is_on_a_line(document, key):
        return _instead_of_nothing(document, node, flow_text((value,)))
    indent = column(_holder(document, key)) + document.step
    return _below(document, node, item_lines(value, indent))


def _is_on_a_line(document: Document, key: KeyPath) -> bool:
    """Whether an empty value at `key` is filled where it stands, and not on lines below it."""
    return document.in_flow(key) or isinstance(document.find(key[:-1]), SequenceNode)


def _predecessor(parent: MappingNode, name: str, order: tuple[str, ...] | object) -> str | None:
    """The key that `name` is written after; None when it comes first."""
    places = {known: place for place, known in enumerate(order if isinstance(order, tuple | list) else ())}
    if name not in places:
        return next(reversed(parent.values))
    earlier = [key for key in parent.values if places.get(key, len(places)) < places[name]]
    if earlier:
        return max(earlier, key=lambda key: places[key])
    return None if any(key in places for key in parent.values) else next(reversed(parent.values))


def _is_spaced(document: Document, parent: MappingNode, key: KeyPath, layout: Layout) -> bool:
    """As the entries are that stand there; where there's only one, or at the top of the file, as the layout says."""
    if len(key) == 1 or len(parent.keys) < 2:  # noqa: PLR2004 -- two entries have a space between them, or none
        return layout.spaced(key)
    above = document.line_start(start_of(parent.keys[1])) - 1
    return not document.text[document.line_start(above) : above].strip()


def _after_block(document: Document, node: Node, indent: int, lines: list[str]) -> Splice:
    """New lines after all that belongs to `node`, the comments below it that are indented deeper among it."""
    at = document.line_end(document.end_of(node))
    while at < len(document.text):
        start = document.text.find("\n", at) + 1
        end = document.line_end(start)
        line = document.text[start:end]
        if not start or not line.lstrip().startswith("#") or len(line) - len(line.lstrip(" ")) <= indent:
            break
        at = end
    return Splice(at, at, "".join(document.newline + line for line in lines))


def _first(document: Document, key: KeyPath, parent: MappingNode, value: Value, layout: Layout) -> Splice:
    parent_key = key[:-1]
    lines = entry_lines(key, value, column(parent), layout, document.step)
    if _is_spaced(document, parent, key, layout):
        lines.append("")
    holder = document.find(parent_key[:-1])
    if not parent_key:
        at = document.line_start(start_of(parent.keys[0]))
        return Splice(at, at, "".join(line + document.newline for line in lines))
    if not isinstance(holder, MappingNode):
        raise CannotEditError(key)
    at = document.line_end(end_of(holder.key(str(parent_key[-1]))))
    return Splice(at, at, "".join(document.newline + line for line in lines))


def _below(document: Document, empty: Node, lines: list[str]) -> Splice:
    """Lines under a key that had nothing (or `{}`, `[]`, `~`), which goes; a comment behind it stays."""
    start, end = start_of(empty), document.end_of(empty)
    while document.text[start - 1] in " \t":
        start -= 1
    line_end = document.line_end(end)
    kept = document.text[end:line_end].rstrip()
    return Splice(start, line_end, kept + "".join(document.newline + line for line in lines))


def _holder(document: Document, key: KeyPath) -> MappingNode:
    holder = document.find(key[:-1])
    if not isinstance(holder, MappingNode) or is_flow(holder):
        raise CannotEditError(key)
    return holder


def _instead_of_nothing(document: Document, node: Node, text: str) -> Splice:
    start, end = start_of(node), document.end_of(node)
    return Splice(start, end, text) if end > start else _where_nothing_stands(document, start, text)


def _where_nothing_stands(document: Document, at: int, text: str) -> Splice:
    return Splice(at, at, text if document.text[at - 1] in " \t\n" else f" {text}")


def _into_braces(document: Document, parent: MappingNode, text: str) -> Splice:
    last = next(reversed(parent.values.values()))
    at = document.end_of(last)
    missing = isinstance(last, ScalarEvent) and start_of(last) == end_of(last)
    return Splice(at, at, f"{' ' if missing else ''}, {text}")


def _into_brackets(document: Document, parent: SequenceNode, text: str) -> Splice:
    at = document.end_of(parent.items[-1])
    return Splice(at, at, f", {text}")
