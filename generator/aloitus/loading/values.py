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
from aloitus.loading.characters import code_point
from aloitus.loading.quoting import in_quotes, spaced
from aloitus.loading.reading import Reading, shown
from aloitus.loading.suggestions import as_id, as_time, first_odd, meant_day
from aloitus.loading.tree import MappingNode, Node, RefusedNode, SequenceNode

T_co = TypeVar("T_co", covariant=True)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_DATE_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
_DATE = re.compile(r"(?:19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}")  # a mistyped century would send the plan to the Romans
_DATE_LENGTH = len("2026-04-20")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,6}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_NULLS = ("", "~", "null", "Null", "NULL")


class Kind(Protocol[T_co]):
    """What a value is, and how it's read."""

    def read(self, node: Node, reading: Reading) -> T_co | None: ...


def is_null(node: Node) -> bool:
    """Unquoted nothing, or YAML's words for it."""
    return type(node) is ScalarEvent and not node.style and node.value in _NULLS


def wrong_shape(node: Node, reading: Reading, wanted: str) -> None:
    """`wanted` is a key of the shapes that `val.yaml` words: `text`, `list`, `keys`, `one-or-list`."""
    if type(node) is RefusedNode or not reading.has_room():
        return
    found = "list" if isinstance(node, SequenceNode) else "keys" if isinstance(node, MappingNode) else "text"
    line = spaced(shown(node)) if found == "text" and wanted != "text" else None
    if line:
        reading.add(kinds.WRONG_SHAPE, node, variant="no-space", advice="no-space-help", line=line)
        return
    reading.add(
        kinds.WRONG_SHAPE,
        node,
        advice=f"{wanted}-help",
        wanted=Term(f"val.shapes.{wanted}"),
        found=Term(f"val.shapes.{found}"),
        value=shown(node),
    )


@dataclass(frozen=True, slots=True)
class FreeText:
    """Any text, as it stands: `No`, `1e3` and `null` are texts. An empty one is absent."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        if reading.may_have_comments and not node.style:
            _warn_of_comment(node, reading)
        return node.value or None


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
        meant = meant_day(node.value)
        exists = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.value) is None
        variant = "" if exists else "no-such-day" if meant else "out-of-range"
        advice = "meant-help" if meant else "help"
        line = reading.typed(node, meant.isoformat() if meant else "2026-05-31")
        reading.add(kinds.BAD_DATE, node, variant=variant, advice=advice, value=shown(node), line=line)


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


def bad_id(node: ScalarEvent, reading: Reading) -> None:
    """The finding about a text that isn't an id, as a value or as a key."""
    if not reading.has_room():
        return
    odd = first_odd(node.value)
    suggestion = as_id(node.value)
    reading.add(
        kinds.BAD_ID,
        node,
        variant="odd-character" if odd else "",
        advice="help" if suggestion else False,
        value=shown(node),
        line=reading.typed(node, suggestion or ""),
        character=code_point(odd) if odd else None,
    )
