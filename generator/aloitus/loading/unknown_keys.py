"""The finding about a key that isn't known or is no id, with what was probably meant."""

from collections.abc import Collection
from dataclasses import dataclass

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading import yml_kinds
from aloitus.loading.cut_texts import CutText, cut_by_comma
from aloitus.loading.quoting import spaced
from aloitus.loading.reading import Reading, shown
from aloitus.loading.spoken_keys import spoken_keys
from aloitus.loading.suggestions import WRONG_QUOTES, nearest, oddity, plain
from aloitus.loading.tree import MappingNode
from aloitus.loading.values import bad_id


@dataclass(frozen=True, slots=True)
class Refused:
    """`meant`: the keys that were meant, as far as that can be told. `told`: other keys that the finding tells of."""

    meant: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def refuse_key(
    key: ScalarEvent, node: MappingNode, known: Collection[str], texts: Collection[str], reading: Reading
) -> Refused:
    """`known` are the keys that may stand here, `texts` those of them that take any text."""
    if _is_merge(key):
        _refuse_merge(key, reading)
        return Refused()
    line = spaced(shown(key))
    if line:
        reading.add(kinds.UNKNOWN_KEY, key, variant="no-space", advice="no-space-help", line=line)
        return Refused(frozenset([line.partition(":")[0]]))
    cut = cut_by_comma(key, node, known, texts, reading)
    if cut:
        _refuse_cut(cut, key, reading)
        return Refused(told=frozenset(cut.pieces))
    variant, character = oddity(key.value)
    free = [name for name in known if name not in node.values]
    suggestion = spoken_keys(free).get(plain(key.value[:80])) or nearest(key.value, free)
    is_text = " " in key.value and not node.is_flow
    reading.add(
        kinds.UNKNOWN_KEY,
        key,
        variant=variant,
        advice="meant-help" if suggestion else "text-help" if is_text else "help",
        value=shown(key),
        suggestion=suggestion,
        known=tuple(known),
        character=character,
    )
    return Refused(frozenset([suggestion] if suggestion else []))


def _refuse_cut(cut: CutText, key: ScalarEvent, reading: Reading) -> None:
    variant = "cut-quotes" if cut.first in WRONG_QUOTES else "comma"
    reading.add(
        kinds.UNKNOWN_KEY,
        key,
        variant=variant,
        advice="comma-help",
        value=shown(key),
        line=cut.line,
        pieces=cut.pieces,
        character=cut.first,
    )


def refuse_id(key: ScalarEvent, reading: Reading) -> None:
    """A key that should be an id and isn't."""
    if _is_merge(key):
        _refuse_merge(key, reading)
    else:
        bad_id(key, reading)


def _is_merge(key: ScalarEvent) -> bool:
    return key.value == "<<" and not key.style


def _refuse_merge(key: ScalarEvent, reading: Reading) -> None:
    reading.add(yml_kinds.REFERENCE, key, variant="merge", advice="merge-help")
