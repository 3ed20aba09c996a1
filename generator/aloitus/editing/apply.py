"""Makes edits one after another, and proves of each that it changed that one thing only."""

from collections import Counter
from collections.abc import Iterable, Mapping

from aloitus.editing.blocks import Layout, NoLayout
from aloitus.editing.document import Document, try_to_read
from aloitus.editing.edits import Append, Edit, Put, Remove, after
from aloitus.editing.removals import removing
from aloitus.editing.splices import CannotEditError, Splice, adding, appending, replacing
from aloitus.editing.values import Value, is_flow, said_by
from aloitus.errors import UserError
from aloitus.findings import KeyPath
from aloitus.loading.tree import MappingNode, SequenceNode


def apply(document: Document, edits: Iterable[Edit], layout: Layout | None = None) -> Document:
    """The file after all the edits; UserError, and nothing done, where one can't be made without touching more."""
    for edit in edits:
        document = _apply(document, edit, layout or NoLayout())
    return document


def _apply(document: Document, edit: Edit, layout: Layout) -> Document:
    expected = after(edit, document.says)
    if expected == document.says:
        return document
    steps = _in_steps(document, edit)
    if steps is not None:
        return apply(document, steps, layout)
    try:
        splice = _splice(document, edit, layout)
    except CannotEditError:
        raise _refusal(document, edit) from None
    edited = _spliced(document, splice)
    if edited is None or edited.says != expected or Counter(document.comments) - Counter(edited.comments):
        raise _refusal(document, edit)
    return edited


def _spliced(document: Document, splice: Splice) -> Document | None:
    text = document.text[: splice.start] + splice.text + document.text[splice.end :]
    return try_to_read(document.path, Document(document.path, text, document.root, document.marked).data)


def _splice(document: Document, edit: Edit, layout: Layout) -> Splice:
    if isinstance(edit, Remove):
        return removing(document, edit.key)
    node = document.find(edit.key)
    if isinstance(edit, Append):
        if node is None:
            return _adding(document, edit.key, [edit.value], layout)
        return appending(document, edit.key, node, edit.value)
    if node is None:
        return _adding(document, edit.key, edit.value, layout)
    return replacing(document, edit.key, node, edit.value)


def _adding(document: Document, key: KeyPath, value: Value, layout: Layout) -> Splice:
    """A new key, and with it what should hold it and isn't there."""
    parent = key[:-1]
    while parent and document.find(parent) is None:
        value = {str(key[-1]): value}
        key, parent = parent, parent[:-1]
    return adding(document, parent, str(key[-1]), value, layout)


def _in_steps(document: Document, edit: Edit) -> list[Edit] | None:
    """What's written over several lines is changed part by part, so that comments between the parts stay."""
    node = document.find(edit.key) if isinstance(edit, Put) else None
    if not isinstance(edit, Put) or node is None:
        return None
    value, key = edit.value, edit.key
    if isinstance(value, Mapping) and value and (isinstance(node, MappingNode) or not said_by(node)):
        gone = [name for name in node.values if name not in value] if isinstance(node, MappingNode) else []
        return [*(Put((*key, name), child) for name, child in value.items()), *(Remove((*key, name)) for name in gone)]
    if isinstance(value, tuple | list) and isinstance(node, SequenceNode) and not is_flow(node):
        old, new = len(node.items), len(value)
        steps: list[Edit] = [Put((*key, at), value[at]) for at in range(min(old, new))]
        steps += [Append(key, item) for item in value[old:]]
        return steps + [Remove((*key, at)) for at in reversed(range(new, old))]
    return None


def _refusal(document: Document, edit: Edit) -> UserError:
    return UserError("editing.not-safely", path=document.path, what=".".join(str(part) for part in edit.key))
