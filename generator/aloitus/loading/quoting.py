"""Lines to type instead: a value set in quotes, a line with its space."""

import re
from typing import NamedTuple

from aloitus.loading.suggestions import WRONG_QUOTES

_KEY = re.compile(r"(\s*(?:- +)*)([^\s:#\"'][^:#]*):[ \t]+(?=\S)")
_KEY_IN_BRACES = re.compile(r"\s*([A-Za-z_][\w-]*):\s+(?=\S)")
_NEXT_IN_BRACES = re.compile(r",\s*[a-z_]+:(?:\s|$)|[\]}]")
_NO_SPACE_AFTER_COLON = re.compile(r"(\s*(?:- +)?[A-Za-z][A-Za-z0-9_-]*):([^\s:/].*)")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-([^\s-][^\s]*)")


def in_quotes(text: str) -> str:
    """The text as a quoted YAML scalar: in double quotes, or single ones where it has double quotes or backslashes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def with_value_quoted(line: str, column: int) -> str:
    """The line with everything from `column` (from 1) on in quotes; quotes that are there already are taken off."""
    return (line[: column - 1] + in_quotes(unquoted(line[column - 1 :]))).strip()


def unquoted(text: str) -> str:
    """The text without the quotes around it, be they YAML's or a word processor's."""
    text = text.strip()
    ends = (text[:1], text[-1:])
    is_quoted = ends[0] == ends[1] if ends[0] in "\"'" else all(end in f"\"'{WRONG_QUOTES}" for end in ends)
    return text[1:-1] if len(text) > 1 and is_quoted else text


class KeyOnLine(NamedTuple):
    """A line's first key, the column (from 1) where it begins, and the one where its value does."""

    name: str
    column: int
    value: int


def first_key(line: str) -> KeyOnLine | None:
    """The line's first key, if it has a value on the same line."""
    found = _KEY.match(line)
    return KeyOnLine(found[2], found.end(1) + 1, found.end() + 1) if found else None


def value_column(line: str) -> int | None:
    """Where the value of the line's first key begins."""
    key = first_key(line)
    return key.value if key else None


class QuotedInBraces(NamedTuple):
    """A key with its whole text in quotes; `word` is what the colon may have made a key, where a comma is lacking."""

    line: str
    word: str | None


def quoted_in_braces(line: str, column: int) -> QuotedInBraces | None:
    """`reason: "Asiakas: pyysi"` for the second colon of `{reason: Asiakas: pyysi, by: x}`, which is in `column`."""
    start = max(line.rfind(mark, 0, column - 1) for mark in "{,") + 1
    key = _KEY_IN_BRACES.match(line, start, column - 1)
    if line[column - 1 : column] != ":" or not key:
        return None
    end = _NEXT_IN_BRACES.search(line, column)
    text = line[key.end() : end.start() if end else len(line)]
    word = re.search(r"\s([a-z_]+)$", line[key.end() : column - 1])
    return QuotedInBraces(f"{key[1]}: {in_quotes(unquoted(text))}", word[1] if word else None)


def spaced(text: str) -> str | None:
    """`status:done` → `status: done` and `-payroll` → `- payroll`; None for a text that lacks no space."""
    key = _NO_SPACE_AFTER_COLON.fullmatch(text)
    if key:
        return f"{key[1].strip()}: {key[2]}"
    item = _NO_SPACE_AFTER_DASH.match(text)
    return f"- {item[1]}" if item else None
