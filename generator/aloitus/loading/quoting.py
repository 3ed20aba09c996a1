"""Lines to type instead: a value set in quotes, a line with its space."""

import re

_NO_SPACE_AFTER_COLON = re.compile(r"(\s*(?:- +)?[A-Za-z][A-Za-z0-9_-]*):([^\s:/].*)")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-([^\s-][^\s]*)")


def in_quotes(text: str) -> str:
    """The text as a quoted YAML scalar: in double quotes, or single ones where it has double quotes or backslashes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def with_value_quoted(line: str, column: int) -> str:
    """The line with everything from `column` (from 1) on in quotes; quotes that are there already are taken off."""
    text = line[column - 1 :].strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return (line[: column - 1] + in_quotes(text)).strip()


def value_column(line: str) -> int | None:
    """Where the value of the line's first key begins."""
    found = re.match(r"\s*(?:- +)*[^\s:#\"'][^:#]*:[ \t]+(?=\S)", line)
    return found.end() + 1 if found else None


def spaced(text: str) -> str | None:
    """`status:done` → `status: done` and `-payroll` → `- payroll`; None for a text that lacks no space."""
    key = _NO_SPACE_AFTER_COLON.fullmatch(text)
    if key:
        return f"{key[1].strip()}: {key[2]}"
    item = _NO_SPACE_AFTER_DASH.match(text)
    return f"- {item[1]}" if item else None
