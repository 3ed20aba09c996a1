"""libyaml's complaints in words that a project manager understands, with the line to type.

Its messages are the constants of its scanner and parser (0.2.x); one that isn't known here gets the general wording.
"""

import re
from dataclasses import replace

from yaml import MarkedYAMLError

from aloitus.findings import Finding
from aloitus.loading import yml_kinds as kinds
from aloitus.loading.complaint import Complaint
from aloitus.loading.quoting import first_key, in_quotes, quoted_in_braces, spaced, value_column, with_value_quoted
from aloitus.loading.reading import Reading
from aloitus.loading.suggestions import WRONG_QUOTES

_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_ODD_SPACE = re.compile(r"[^\S \t\r\n]")
_KEY_WITH_MORE = re.compile(r"[a-z][a-z0-9_-]*: +[{\[]")
_ITEM_WITH_MORE = re.compile(r"- +(?:[{\[]|[a-z][a-z0-9_-]*:(?:\s|$))")


def explain(error: MarkedYAMLError, reading: Reading) -> Finding:
    mark, context_mark = error.problem_mark, error.context_mark or error.problem_mark
    complaint = Complaint(
        reading,
        error.problem or "",
        error.context or "",
        mark.line + 1 if mark else 1,
        mark.column + 1 if mark else 1,
        context_mark.line + 1 if context_mark else 1,
        context_mark.column + 1 if context_mark else 1,
    )
    conflict = _CONFLICT.search(reading.text)
    if conflict:
        return complaint.finding("conflict", (reading.text.count("\n", 0, conflict.start()) + 1, 1))
    for words, explanation in _EXPLANATIONS:
        if words in complaint.problem or words in complaint.context:
            return explanation(complaint)
    return complaint.finding("")


def _tag(said: Complaint) -> Finding:
    place = said.from_line, said.from_column
    return said.finding("", place, kinds.TAG, line=with_value_quoted(said.from_text, said.from_column))


def _reference(said: Complaint) -> Finding:
    place = said.from_line, said.from_column
    return said.finding("", place, kinds.REFERENCE, line=with_value_quoted(said.from_text, said.from_column))


def _directive(said: Complaint) -> Finding:
    return said.finding("", (said.from_line, said.from_column), kinds.DIRECTIVE)


def _document(said: Complaint) -> Finding:
    if any(said.reading.line(number).rstrip() == "..." for number in range(1, said.line)):
        return said.finding("", (min(said.line, len(said.reading.lines)), 1), kinds.SECOND_DOCUMENT)
    return _indentation(said)


def _open_quote(said: Complaint) -> Finding:
    quote = said.from_text[said.from_column - 1 : said.from_column]
    return said.finding("quote", (said.from_line, said.from_column), line=f"{said.from_text.strip()}{quote}")


def _escape(said: Complaint) -> Finding:
    inner = said.from_text[said.from_column :].rstrip().removesuffix('"')
    return said.finding("escape", line=f"{said.from_text[: said.from_column - 1].strip()} {in_quotes(inner)}".strip())


def _block_header(said: Complaint) -> Finding:
    return _needs_quotes(said, said.from_line, said.from_column)


def _odd_start(said: Complaint) -> Finding:
    if said.text[said.column - 1 : said.column] == "\t":
        return _tab(said)
    return _needs_quotes(said, said.line, said.column)


def _needs_quotes(said: Complaint, line: int, column: int) -> Finding:
    text = said.reading.line(line)
    return said.finding(
        "needs-quotes",
        (line, column),
        character=text[column - 1 : column],
        line=with_value_quoted(text, column),
    )


def _tab(said: Complaint) -> Finding:
    return said.finding("tab")


def _extra_colon(said: Complaint) -> Finding:
    """A colon and a space in the middle of a text, or this line seems to continue the one above."""
    start = value_column(said.text)
    if start and start <= said.column:
        return _colon_in_value(said, start)
    number, above = said.above(said.line)
    mended = _missing_space(said, number)
    if mended:
        return mended
    own = _depth(said.text)
    if own > _depth(above) and value_column(above):
        before = said.above(number)[1]
        begins = before.rstrip().endswith(":") and _depth(before) == _depth(above)
        if own == _depth(above) + 2 and (begins or own == _depth(before)):
            return said.finding("indentation", (number, _depth(above) + 1), start=own + 1, line=above.strip())
        return said.finding("deeper", (said.line, 1), above=number, start=_depth(above) + 1, line=said.text.strip())
    return said.finding("")


def _colon_in_value(said: Complaint, start: int) -> Finding:
    first = said.text[start - 1]
    line = with_value_quoted(said.text, start)
    if first in WRONG_QUOTES:
        return said.finding("wrong-quotes", (said.line, start), character=first, line=line)
    if _KEY_WITH_MORE.match(said.text, start - 1):
        return _belongs_below(said, start)
    return said.finding("colon", line=line)


def _belongs_below(said: Complaint, start: int, variant: str = "below-key") -> Finding:
    """What stands behind a key and has a line of its own below it."""
    key = first_key(said.text)
    assert key is not None  # noqa: S101 -- it has a value in column `start`
    return said.finding(
        variant,
        (said.line, start),
        name=key.name,
        start=key.column + 2,
        rest=said.text[start - 1 :].strip(),
        line=with_value_quoted(said.text, start),
    )


def _missing_colon(said: Complaint) -> Finding:
    mended = _missing_space(said, said.from_line)
    if mended:
        return mended
    word = said.from_text.strip()
    return said.finding("no-colon", (said.from_line, said.from_column), text=word, line=f"{word.split()[0]}: …")


def _missing_space(said: Complaint, number: int) -> Finding | None:
    text = said.reading.line(number)
    odd = _ODD_SPACE.search(text)
    if odd:
        return said.finding("odd-space", (number, odd.start() + 1), line=_ODD_SPACE.sub(" ", text).rstrip())
    line = spaced(text)
    if not line:
        return None
    start = _depth(text)
    same = next(index for index, letter in enumerate(line) if letter != text[start + index])
    return said.finding("no-space", (number, start + same + 1), line=line)


def _misplaced(said: Complaint) -> Finding:
    """The line begins where no key of its block does, or something follows a value that had ended."""
    start = value_column(said.text)
    if start and start < said.column:
        rest = said.text[said.column - 1 :].strip()
        return said.finding("after-value", rest=rest, line=with_value_quoted(said.text, start))
    return _indentation(said)


def _indentation(said: Complaint) -> Finding:
    """The line should begin where one above it begins: the nearest such column, and the deeper of two."""
    own = _depth(said.text)
    above = [said.reading.line(number) for number in range(1, said.line)]
    depths = {_depth(line) for line in above if line.strip()} or {0}
    depth = min(depths, key=lambda depth: (abs(depth - own), -depth))
    if depth == own:
        return said.finding("")
    return said.finding("indentation", (said.line, own + 1), start=depth + 1, line=said.text.strip())


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _brackets(said: Complaint) -> Finding:
    opening = said.from_text[said.from_column - 1 : said.from_column]
    quoted = quoted_in_braces(said.text, said.column) if opening == "{" else None
    if quoted:
        return said.finding("colon-or-comma" if quoted.word else "colon", line=quoted.line, word=quoted.word)
    if said.line == said.from_line and said.column <= len(said.text):
        return said.finding("comma")
    return said.finding(
        "bracket",
        (said.from_line, said.from_column),
        opening=opening,
        closing="]" if opening == "[" else "}",
        line=with_value_quoted(said.from_text, said.from_column),
    )


def _no_content(said: Complaint) -> Finding:
    """A list or mapping that the file's end cuts off, or a closing mark that nothing opened."""
    if said.text[said.column - 1 :].strip():
        return said.finding("comma") if "flow" in said.context else _needs_quotes(said, said.line, said.column)
    before = said.reading.text
    opening = max(before.rfind("["), before.rfind("{"))
    line, column = before.count("\n", 0, opening) + 1, opening - before.rfind("\n", 0, opening)
    return _brackets(replace(said, from_line=line, from_column=column))


def _dash(said: Complaint) -> Finding:
    if value_column(said.text) != said.column:
        return said.finding("dash", line=with_value_quoted(said.text, said.column))
    is_item = _ITEM_WITH_MORE.match(said.text, said.column - 1)
    return _belongs_below(said, said.column, "below-key" if is_item else "dash-or-item")


_EXPLANATIONS = (
    ("while scanning an alias", _reference),
    ("while scanning an anchor", _reference),
    ("undefined tag handle", _tag),
    ("ing a tag", _tag),
    ("directive", _directive),
    ("incompatible YAML document", _directive),
    ("expected <document start>", _document),
    ("while scanning a quoted scalar", _open_quote),
    ("escape", _escape),
    ("while scanning a block scalar", _block_header),
    ("cannot start any token", _odd_start),
    ("tab character", _tab),
    ("mapping values are not allowed", _extra_colon),
    ("could not find expected ':'", _missing_colon),
    ("block sequence entries are not allowed", _dash),
    ("expected ',' or", _brackets),
    ("expected node content", _no_content),
    ("did not find expected key", _misplaced),
    ("expected '-' indicator", _misplaced),
)
