"""Lines that belong to the entry above them and are indented as if they were entries themselves."""

from collections.abc import Collection
from itertools import islice, takewhile

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.reading import Reading, shown
from aloitus.loading.tree import MappingNode


def refuse_outdented(key: ScalarEvent, node: MappingNode, fields: Collection[str], reading: Reading) -> set[str]:
    """The keys that one finding tells of, `key` the first of them; none where they don't belong to an entry above."""
    at = node.keys.index(key)
    owner = node.keys[at - 1] if at else None
    if owner is None or node.is_flow or not _takes_lines(node, owner) or not key.start_mark:
        return set()
    lines = list(takewhile(lambda line: _is_line(node, line, fields), islice(node.keys, at, None)))
    names = tuple(line.value for line in lines)
    reading.add(
        kinds.WRONG_SHAPE,
        key,
        variant="outdented",
        advice="outdented-help",
        n=len(names),
        names=names,
        owner=shown(owner),
        spaces=key.start_mark.column + 2,
        value=tuple(shown(node.values[name]) for name in names),
    )
    return set(names)


def _is_line(node: MappingNode, key: ScalarEvent, fields: Collection[str]) -> bool:
    return key.value in fields and not isinstance(node.values[key.value], MappingNode)


def _takes_lines(node: MappingNode, owner: ScalarEvent) -> bool:
    """Whether the entry has lines of its own below its key, or nothing yet."""
    value = node.values[owner.value]
    if isinstance(value, MappingNode):
        return not value.is_flow
    return isinstance(value, ScalarEvent) and not value.style and not value.value
