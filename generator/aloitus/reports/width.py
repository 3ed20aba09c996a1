"""How many columns of a terminal a text takes."""

import unicodedata

_WIDE = frozenset("WF")
_MARKS = frozenset({"Mn", "Me", "Cf"})


def display_width(text: str) -> int:
    """Combining marks and joiners take none, East Asian wide characters and most emoji two, all others one."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
