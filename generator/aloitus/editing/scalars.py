"""Writing one scalar so that it's read back as the same text, by this program and by any editor."""

import re
from datetime import date

from aloitus.editing.values import Scalar, as_text

# What YAML 1.1 or 1.2 would take for something else than a text: numbers, dates, truth values, nothing.
_OTHER_THAN_TEXT = re.compile(
    r"[-+]?(?:0[xob][0-9a-f_]+|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]+(?:e[-+]?[0-9]+)?)"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?\.inf|\.nan"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?"
    r"|y|yes|n|no|true|false|on|off|null|~|=|<<|",
    re.IGNORECASE,
)
_STARTS_BADLY = frozenset("-?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = frozenset(",[]{}")


def written(value: Scalar, *, flow: bool = False, quote: str = "") -> str:
    """`value` on one line. `flow`: between brackets, where commas end a value. `quote`: the quotes to use if any."""
    if isinstance(value, int | date):
        text = as_text(value)
        return quote + text + quote
    text = as_text(value)
    if quote or not _is_plain(text, flow=flow):
        return _quoted(text, quote or '"')
    return text


def lines_of_block(text: str) -> list[str] | None:
    """The lines of a text of several lines, when `|-` can hold it; None where it must be quoted."""
    lines = text.split("\n")
    plain = all(line == line.rstrip() and "\t" not in line and line.isprintable() for line in lines)
    return lines if len(lines) > 1 and plain and lines[0][:1] not in ("", " ") and lines[-1] else None


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _STARTS_BADLY or _OTHER_THAN_TEXT.fullmatch(text):
        return False
    if not text.isprintable() or ": " in text or " #" in text or text.endswith(":"):
        return False
    return not flow or not (_IN_FLOW & set(text) or ":" in text.replace("://", ""))


def _quoted(text: str, quote: str) -> str:
    if any(not character.isprintable() for character in text) or (quote == '"' and not ({'"', "\\"} & set(text))):
        return '"' + "".join(map(_escaped, text)) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    named = {"\n": "\\n", "\t": "\\t", "\u00a0": "\\_"}
    return named.get(character) or f"\\U{ord(character):08x}"
