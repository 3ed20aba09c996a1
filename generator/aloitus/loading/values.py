"""Kinds of scalar values: each turns the text that stands in a file into a typed value, or says why it can't.

`read` gives None for a value that's absent (empty, or `null` where no text is meant) and for one that a finding was
made about.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import Protocol, TypeVar

from yaml.events import ScalarEvent

from aloitus.findings import Term
from aloitus.loading import val_kinds as kinds
from aloitus.loading import yml_kinds
from aloitus.loading.cut_texts import CutText, cut_by_colon
from aloitus.loading.quoting import in_quotes, spaced
from aloitus.loading.reading import Reading, shown
from aloitus.loading.suggestions import WRONG_QUOTES, as_id, as_time, meant_day, oddity, told_day
from aloitus.loading.tree import MappingNode, Node, RefusedNode, SequenceNode

T_co = TypeVar("T_co", covariant=True)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_DATE_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_DATE = re.compile(r"(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")  # a mistyped century would send the plan to the Romans
_DATE_LENGTH = len("2026-04-20")
_ANY_YEAR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECEMBER = 12
_MOST_OF_A_ROW = 60
_MOST_OF_IDS = 500
_WITH_EXAMPLE = {"keys": "keys-meant-help", "list": "list-meant-help"}
_NUMBER = re.compile(r"0|[1-9][0-9]{0,6}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_NULLS = ("", "~", "null", "Null", "NULL")


class Kind(Protocol[T_co]):
    """What a value is, and how it's read."""

    def read(self, node: Node, reading: Reading) -> T_co | None: ...


def is_null(node: Node) -> bool:
    """Unquoted nothing, or YAML's words for it."""
    return type(node) is ScalarEvent and not node.style and node.value in _NULLS


def wrong_shape(node: Node, reading: Reading, wanted: str, example: str | None = None) -> None:
    """`wanted`: `text`, `list`, `one-or-list`, `keys` or, of keys that are ids, `ids`; `example` may stand there."""
    if type(node) is RefusedNode or not reading.has_room():
        return
    if wanted != "text" and isinstance(node, ScalarEvent) and _lacks_space(node, reading):
        return
    found = "list" if isinstance(node, SequenceNode) else "keys" if isinstance(node, MappingNode) else "text"
    reading.add(
        kinds.WRONG_SHAPE,
        node,
        advice=_WITH_EXAMPLE[wanted] if example else f"{wanted}-help",
        wanted=Term(f"val.shapes.{'keys' if wanted == 'ids' else wanted}"),
        found=Term(f"val.shapes.{found}"),
        value=shown(node),
        line=example and reading.typed(node, example),
    )


def _lacks_space(node: ScalarEvent, reading: Reading) -> bool:
    """Tells of `status:done`; of lines below one another that all lack it, which YAML reads as one text."""
    span = reading.span(node)
    rows = [reading.line(number).strip() for number in range(span.line, span.end_line + 1)]
    written = shown(node) if len(rows) == 1 else rows[0][:_MOST_OF_A_ROW]
    line = spaced(written)
    if line:
        variant = "no-space" if len(rows) == 1 else "no-space-rows"
        reading.add(kinds.WRONG_SHAPE, node, variant=variant, advice=f"{variant}-help", line=line, value=shown(node))
    return line is not None


@dataclass(frozen=True, slots=True)
class FreeText:
    """Any text, as it stands: `No`, `1e3` and `null` are texts. An empty one is absent."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            cut = cut_by_colon(node, reading)
            if cut:
                _refuse_cut(cut, node, reading)
            else:
                wrong_shape(node, reading, "text")
            return None
        if reading.may_have_comments and not node.style:
            _warn_of_comment(node, reading)
        return node.value or None


def _refuse_cut(cut: CutText, node: Node, reading: Reading) -> None:
    variant = "wrong-quotes" if cut.first in WRONG_QUOTES else "colon"
    reading.add(kinds.WRONG_SHAPE, node, variant=variant, advice="colon-help", line=cut.line, character=cut.first)


def _warn_of_comment(node: ScalarEvent, reading: Reading) -> None:
    mark = node.end_mark
    rest = reading.line(mark.line + 1)[mark.column :].rstrip() if mark else ""
    comment = rest.lstrip(" \t")
    # Where there's no text at all, a comment is what it looks like, unless the # begins a number: `evidence: #10482`.
    if rest[:1] in " \t" and (comment.startswith("#") if node.value else re.match(r"#\S", comment)):
        line = reading.typed(node, in_quotes(shown(node.value + rest)))
        reading.add(yml_kinds.COMMENT_AFTER_TEXT, node, comment=shown(comment), line=line)


@lru_cache(maxsize=4096)  # a practice has thousands of dates on a few hundred days
def _day(text: str) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Day:
    """`yyyy-MM-dd`, a day that exists."""

    def read(self, node: Node, reading: Reading) -> date | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        day = _day(node.value) if len(node.value) == _DATE_LENGTH else None
        if day is None and not is_null(node) and reading.has_room():
            self._complain(node, reading)
        return day

    def _complain(self, node: ScalarEvent, reading: Reading) -> None:
        variant, character = oddity(node.value)
        meant, told, month = meant_day(node.value), told_day(node.value), None
        advice = "meant-help" if meant else "help"
        if told and not meant:
            month = told[1]
            variant, advice = "no-such-day" if 1 <= month <= _DECEMBER else "no-such-month", "no-such-day-help"
        elif not meant and _ANY_YEAR.fullmatch(node.value):
            variant = "out-of-range"
        line = reading.typed(node, meant.isoformat() if meant else "2026-05-31")
        reading.add(
            kinds.BAD_DATE,
            node,
            variant=variant,
            advice=advice,
            value=shown(node),
            line=line,
            month=month,
            character=character,
        )


@dataclass(frozen=True, slots=True)
class Clock:
    """`HH:MM`."""

    def read(self, node: Node, reading: Reading) -> time | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif _TIME.fullmatch(node.value):
            return time.fromisoformat(node.value)
        elif not is_null(node):
            line = reading.typed(node, f'"{as_time(node.value) or "09:00"}"')
            reading.add(kinds.BAD_TIME, node, value=shown(node), line=line)
        return None


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from 0; digits only."""

    least: int = 0
    most: int = 9_999_999

    def read(self, node: Node, reading: Reading) -> int | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif _NUMBER.fullmatch(node.value) and self.least <= int(node.value) <= self.most:
            return int(node.value)
        elif not is_null(node):
            reading.add(kinds.BAD_NUMBER, node, value=shown(node), least=self.least, most=self.most)
        return None


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""

    def read(self, node: Node, reading: Reading) -> bool | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif node.value in ("true", "false"):
            return node.value == "true"
        elif not is_null(node):
            meant = "false" if node.value.casefold() in ("false", "no", "off", "ei", "n", "0") else "true"
            reading.add(kinds.BAD_FLAG, node, value=shown(node), line=reading.typed(node, meant))
        return None


@dataclass(frozen=True, slots=True)
class Id:
    """An id; of dates, with underscores."""

    of_date: bool = False
    fits: Callable[[str], object] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fits", (_DATE_KEY if self.of_date else _ID).fullmatch)

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        value = node.value
        if self.fits(value):
            return value if value != "null" or node.style else None
        if not is_null(node):
            bad_id(node, reading)
        return None


def bad_id(node: ScalarEvent, reading: Reading, *, takes_list: bool = False) -> None:
    """The finding about a text that isn't an id, as a value or as a key; `takes_list`: several may be written."""
    if not reading.has_room():
        return
    variant, character = oddity(node.value)
    suggestion, several, place = as_id(node.value), several_ids(node.value), reading.place(node)
    line, advice = reading.typed(node, suggestion or ""), "help" if suggestion else False
    if several and takes_list:
        line, advice = reading.typed(node, f"[{', '.join(several)}]"), "several-help"
    elif several and not place.on_key and isinstance(place.key[-1], int):
        line, advice = ", ".join(several), "several-help"
    reading.add(kinds.BAD_ID, node, variant=variant, advice=advice, value=shown(node), line=line, character=character)


def several_ids(written: str) -> tuple[str, ...]:
    """`mikko-lahtinen, aino-virtanen`: the ids in a text of nothing but ids, where there's more than one."""
    parts = tuple(re.split(r"[,\s]+", written[:_MOST_OF_IDS].strip(", ")))
    return parts if len(parts) > 1 and all(_ID.fullmatch(part) for part in parts) else ()
