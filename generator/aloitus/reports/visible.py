"""Text that can't do anything: control characters become visible, and nothing can begin a command of a build log."""

import re
import unicodedata

_PLAIN = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff]*")
_JOINERS = frozenset("\u200c\u200d")
"""Letters of some scripts, and emoji, are joined with them."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_LAST_OF_TWO_DIGITS = 0xFF
_LAST_OF_FOUR_DIGITS = 0xFFFF
LOG_COMMAND = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)
"""GitHub and Azure read commands after these marks wherever they stand in a line."""


def visible(text: str) -> str:
    r"""The text on one line, with `\x1b`, `\n` or `\u202e` for each character that can't be seen."""
    if not _PLAIN.fullmatch(text):
        text = "".join(map(_shown, text))
    return defused(text)


def defused(text: str) -> str:
    return LOG_COMMAND.sub(r"#\\#", text) if "##" in text else text


def unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN and character not in _JOINERS


def visible_path(path: str) -> str:
    """A path that may begin a line: `::` at the beginning would be a command of GitHub's."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith(":") else shown


def _shown(character: str) -> str:
    if not unseen(character):
        return character
    return {"\n": r"\n", "\r": r"\r", "\t": r"\t"}.get(character) or _code(ord(character))


def _code(point: int) -> str:
    if point <= _LAST_OF_TWO_DIGITS:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= _LAST_OF_FOUR_DIGITS else f"\\U{point:08x}"
