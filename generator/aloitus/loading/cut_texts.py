"""Texts without quotes that YAML cuts in two: at a comma within braces, or at a colon."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice, takewhile

from yaml.events import ScalarEvent

from aloitus.loading.quoting import in_quotes, unquoted
from aloitus.loading.reading import Reading
from aloitus.loading.tree import MappingNode, Node

_MOST_LETTERS = 500
"""A longer text is shown in part: nobody types it again from a message."""


@dataclass(frozen=True, slots=True)
class CutText:
    """`line` is to be typed instead of the text, which begins with `first`; `pieces` are what YAML takes for keys."""

    line: str
    first: str
    pieces: tuple[str, ...] = ()


def cut_by_comma(
    key: ScalarEvent, node: MappingNode, known: Collection[str], texts: Collection[str], reading: Reading
) -> CutText | None:
    """`{reason: Asiakas pyysi, pankki myöhässä}`, for the key `pankki myöhässä`; `texts` are the keys of texts."""
    if not node.is_flow or not _is_piece(key, node, known, reading):
        return None
    at = node.keys.index(key)
    holder = node.keys[at - 1] if at else None
    start = node.values[holder.value] if holder and holder.value in texts else None
    if holder is None or not isinstance(start, ScalarEvent) or start.style or not start.value:
        return None
    pieces = list(takewhile(lambda piece: _is_piece(piece, node, known, reading), islice(node.keys, at, None)))
    text = _between(start, pieces[-1], reading)
    if text is None:
        return None
    return CutText(f"{holder.value}: {_quoted(text)}", text[0], tuple(piece.value for piece in pieces))


def cut_by_colon(node: Node, reading: Reading) -> CutText | None:
    """`- Koulutus: 25.11. Lappeenrannassa`, where YAML sees a key and a text is meant."""
    span = reading.span(node)
    line = reading.line(span.line)
    text = line[span.column - 1 : span.end_column - 1]
    if not isinstance(node, MappingNode) or span.line != span.end_line or text.startswith("{"):
        return None
    typed = reading.typed(node, _quoted(text))
    return CutText(f"- {typed}" if line[: span.column - 1].strip() == "-" else typed, text[0])


def _is_piece(key: ScalarEvent, node: MappingNode, known: Collection[str], reading: Reading) -> bool:
    """Whether it's no key at all: unknown, without quotes and without a colon behind it."""
    child = node.values[key.value]
    if key.value in known or key.style or not isinstance(child, ScalarEvent) or child.style or child.value:
        return False
    end = key.end_mark
    return end is not None and not reading.line(end.line + 1)[end.column :].lstrip().startswith(":")


def _between(first: ScalarEvent, last: ScalarEvent, reading: Reading) -> str | None:
    """The text of the file from one value to another, if it's on one line."""
    start, end = first.start_mark, last.end_mark
    if not start or not end or start.line != end.line:
        return None
    return reading.line(start.line + 1)[start.column : end.column]


def _quoted(text: str) -> str:
    text = unquoted(text)
    return in_quotes(text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…")
