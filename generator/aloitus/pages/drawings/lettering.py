"""How wide a text will be, near enough to lay labels out: the reader's own font isn't known here."""

from functools import lru_cache

NARROW, REGULAR, CAPITAL, WIDE = 0.29, 0.56, 0.71, 0.87
"""Widths in ems, those of Arial and its kin; Segoe UI and Roboto are narrower, Noto Sans a little wider."""
BOLD = 1.06
ELLIPSIS = "…"

_NARROW = frozenset("fijlrtI .,:;'’|!()[]-/")
_WIDE = frozenset("mwMW@%—…")
_LAST_LATIN = 0x24F


@lru_cache(maxsize=4096)
def width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """The width of `text` in pixels, at a font size in pixels."""
    ems = sum(_ems(char) for char in text)
    return ems * size * (BOLD if bold else 1)


def fitted(text: str, room: float, size: float = 12, *, bold: bool = False) -> str:
    """`text`, cut with an ellipsis where it is wider than `room`."""
    if width(text, size, bold=bold) <= room:
        return text
    end = len(text)
    while end and width(text[:end].rstrip() + ELLIPSIS, size, bold=bold) > room:
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def _ems(char: str) -> float:
    if char in _NARROW:
        return NARROW
    if char in _WIDE:
        return WIDE
    if ord(char) > _LAST_LATIN:  # other scripts: an ideograph fills its square
        return 1
    return CAPITAL if char.isupper() else REGULAR
