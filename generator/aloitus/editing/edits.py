"""The edits there are, and what a file says after each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from aloitus.editing.values import Said, Value, said
from aloitus.findings import KeyPath


@dataclass(frozen=True, slots=True)
class Put:
    """`key` has `value`; what holds it is made where it isn't there yet."""

    key: KeyPath
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """`key` isn't there: a key of a mapping, or an item of a list by its index."""

    key: KeyPath


@dataclass(frozen=True, slots=True)
class Append:
    """The list at `key` has `value` as its last item."""

    key: KeyPath
    value: Value


Edit: TypeAlias = Put | Remove | Append


def after(edit: Edit, says: Said) -> Said:
    """What the file says when `edit` is made, worked out without its text."""
    match edit:
        case Put(key, value):
            return _with(says, key, said(value))
        case Append(key, value):
            items = _at(says, key) or []
            return _with(says, key, [*items, said(value)] if isinstance(items, list) else said(value))
        case Remove(key):
            return _without(says, key)


def _at(says: Said, key: KeyPath) -> Said:
    for part in key:
        if isinstance(says, dict) and isinstance(part, str):
            says = says.get(part)
        elif isinstance(says, list) and isinstance(part, int) and part < len(says):
            says = says[part]
        else:
            return None
    return says


def _with(says: Said, key: KeyPath, value: Said) -> Said:
    if not key:
        return value
    part, rest = key[0], key[1:]
    if isinstance(part, int):
        items = list(says) if isinstance(says, list) else []
        items[part] = _with(items[part], rest, value)
        return items
    keys: Mapping[str, Said] = says if isinstance(says, dict) else {}
    return {**keys, part: _with(keys.get(part), rest, value)}


def _without(says: Said, key: KeyPath) -> Said:
    part, rest = key[0], key[1:]
    if isinstance(says, list):
        if rest:
            return [_without(item, rest) if at == part else item for at, item in enumerate(says)]
        return [item for at, item in enumerate(says) if at != part]
    if not isinstance(says, dict):
        return says
    if rest:
        return {name: _without(child, rest) if name == part else child for name, child in says.items()}
    return {name: child for name, child in says.items() if name != part}
