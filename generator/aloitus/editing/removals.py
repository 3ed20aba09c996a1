"""Where the text is cut to take a key or an item away; comments that stood in its lines stay."""

import re

from yaml.events import Event

from aloitus.editing.document import Document, column, end_of, start_of
from aloitus.editing.splices import CannotEditError, Splice
from aloitus.editing.values import is_flow
from aloitus.findings import KeyPath
from aloitus.loading.tree import MappingNode, Node, SequenceNode

_DASH = re.compile(r"[ ]*-[ ]+")


def removing(document: Document, key: KeyPath) -> Splice:
    """`key` is there."""
    holder, part = document.find(key[:-1]), key[-1]
    if isinstance(holder, MappingNode):
        at = list(holder.values).index(str(part))
        heads: list[Event | Node] = list(holder.keys)
        nodes = list(holder.values.values())
    elif isinstance(holder, SequenceNode):
        at = int(part)
        nodes = list(holder.items)
        heads = list(holder.items)
    else:
        raise CannotEditError(key)
    if is_flow(holder):
        if len(nodes) == 1:
            return Splice(start_of(holder) + 1, end_of(holder.end) - 1, "")
        return _from_between_brackets(document, heads, nodes, at)
    if len(nodes) == 1:
        return _last_one(document, key, holder, nodes[0])
    start, end = start_of(heads[at]), document.end_of(nodes[at])
    head = document.text[document.line_start(start) : start]
    if head.strip() and not (isinstance(holder, SequenceNode) and _DASH.fullmatch(head)):
        raise CannotEditError(key)
    return _lines(document, start, end, is_block=document.line_start(start) != document.line_start(end))


def _lines(document: Document, start: int, end: int, *, is_block: bool) -> Splice:
    """The whole lines from `start` to `end`, and for a block of several the empty line that set it apart."""
    text = document.text
    first, last = document.line_start(start), document.line_end(end)
    indent = " " * (len(text[first:]) - len(text[first:].lstrip(" ")))
    kept = [f"{indent}{comment}" for at, comment in document.placed_comments if first <= at < last]
    if not first:
        following = text.find("\n", last) + 1
        return Splice(0, following, "".join(line + document.newline for line in kept))
    if last == len(text) and not kept:
        return Splice(first, last, "")
    before = document.line_end(document.line_start(first - 1))
    if is_block and not kept:
        above = text[document.line_start(before) : before]
        below = text[last:].lstrip("\r\n")
        if not above.strip() and (not below or text[last:].startswith((document.newline * 2,))):
            before = document.line_end(document.line_start(document.line_start(before) - 1))
    return Splice(before, last, "".join(document.newline + line for line in kept))


def _from_between_brackets(document: Document, heads: list[Event | Node], nodes: list[Node], at: int) -> Splice:
    if at:
        return Splice(document.end_of(nodes[at - 1]), document.end_of(nodes[at]), "")
    return Splice(start_of(heads[0]), start_of(heads[1]), "")


def _last_one(document: Document, key: KeyPath, holder: MappingNode | SequenceNode, node: Node) -> Splice:
    """A block can't be empty: `{}` or `[]` takes its place."""
    above = document.find(key[:-2])
    if not isinstance(above, MappingNode) or len(key) < 2:  # noqa: PLR2004 -- the root can't be emptied
        raise CannotEditError(key)
    name = above.key(str(key[-2]))
    start, end = end_of(name) + 1, document.line_end(document.end_of(node))
    first, indent = document.line_end(start), " " * column(above)
    text = " {}" if isinstance(holder, MappingNode) else " []"
    for at, comment in document.placed_comments:
        if start <= at < end:
            text += f"  {comment}" if at < first else document.newline + indent + comment
    return Splice(start, end, text)
