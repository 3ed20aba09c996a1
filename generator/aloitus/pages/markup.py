"""Untrusted text on a Markdown page: names, reasons and notes are shown as they stand, and never mean anything.

Every ASCII character that could mean something to Markdown, to one of its extensions or to HTML becomes a numeric
reference. A few are left as they are where their neighbours make them harmless (`Suomi.fi-valtuudet`, `klo 9.00`),
so that the file reads well in an editor, too.
"""

import json
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, urlsplit

import markupsafe

from aloitus.model.clean_text import clean

REMEMBERED = 16_384
"""So many texts are remembered once escaped: titles and names stand on page after page."""


class Markup(markupsafe.Markup):
    """Markdown or HTML that is safe as it stands; what is added to it or joined by it is escaped as Markdown."""

    __slots__ = ()

    @classmethod
    def escape(cls, value: object, /) -> "Markup":
        return escape(value)


_HARMLESS = {
    "-": ("ww", "w_", "__"),
    ".": ("ww", "w_"),
    "(": ("_w",),
    ")": ("w_",),
    "/": ("ww",),
    "'": ("ww",),
    "%": ("w_", "__"),
    ":": ("w_",),
    ";": ("w_",),
    "?": ("w_",),
    "!": ("w_",),
}
"""By character: what may stand before and after it (a word or a space) for it to mean nothing."""
_LINK_START = re.compile(r"(?:^|\W)www$", re.IGNORECASE)


def escape(value: object) -> Markup:
    """`value` as safe Markdown; what is `Markup` already stays as it is. Jinja's autoescape calls this."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, markupsafe.Markup):  # what a Jinja macro returns
        return Markup(value)
    return Markup(_escaped(str(value)))


@lru_cache(REMEMBERED)
def _escaped(text: str) -> str:
    return _escape_text(clean(text))


def _escape_text(text: str) -> str:
    if text.isalnum():
        return text
    return "".join(
        char
        if char.isalnum() or char in " ," or ord(char) > 126 or _is_harmless(text, index, char)  # noqa: PLR2004
        else f"&#{ord(char)};"
        for index, char in enumerate(text)
    )


def _is_harmless(text: str, index: int, char: str) -> bool:
    """Whether `char` means nothing between these neighbours, in whatever place of a block the text stands."""
    if index == 0 or char not in _HARMLESS:
        return False
    before, after = text[index - 1], text[index + 1 : index + 2]
    neighbours = _kind(before) + _kind(after)
    if char in ".)" and neighbours != "ww" and text[:index].isdigit():  # `1. ` begins a list
        return False
    if char == "." and neighbours == "ww" and _LINK_START.search(text[:index]):
        return False
    if neighbours == "w." and char in ".)":
        return after == "," or (char == ")" and after in ";.")
    return neighbours in _HARMLESS[char] or (char in ":;." and before == ")" and after in ("", " "))


def _kind(char: str) -> str:
    """`w` for part of a word, `_` for a space or the end, `.` for anything else."""
    return "w" if char.isalnum() else "_" if char in ("", " ") else "."


_PLAIN_CODE = re.compile(r'[\w ./:="…-]+')


def code(text: str) -> Markup:
    """`text` as a code span; what holds more than a command does is shown as text."""
    return Markup(f"`{text}`") if _PLAIN_CODE.fullmatch(text) else escape(text)


_SCHEMES = ("https", "http", "mailto")


def safe_url(address: str) -> Markup | None:
    """`address` for a Markdown link's parentheses, percent-encoded; None unless it is https, http or mailto."""
    text = address.strip()
    try:
        scheme = urlsplit(text).scheme.lower()
    except ValueError:
        return None
    if scheme not in _SCHEMES or _has_control(text):
        return None
    return Markup(quote(text, safe=":/?=&%#@,;~+-._").replace("&", "&amp;"))


def _has_control(text: str) -> bool:
    if text.isascii():
        return not text.isprintable()
    return any(unicodedata.category(char).startswith("C") for char in text)


def attribute(value: object) -> Markup:
    """`value` inside a double-quoted attribute of an HTML fragment, which Markdown doesn't look into."""
    return Markup(_attribute_text(str(value)))


@lru_cache(REMEMBERED)
def _attribute_text(value: str) -> str:
    text = clean(value)
    return "".join(
        char if char.isalnum() or char in " ,.:;-/%()" or ord(char) > 126 else f"&#{ord(char)};"  # noqa: PLR2004
        for char in text
    )


def json_attribute(value: object) -> Markup:
    """`value` as JSON inside a single-quoted attribute of an HTML fragment; ASCII alone, on one line."""
    text = json.dumps(value, separators=(",", ":"))
    return Markup("".join(f"&#{ord(char)};" if char in "&'<>" else char for char in text))


def front_matter_title(title: str) -> str:
    """A title for a page's front matter: the theme puts it into `<title>`, navigation and search as it stands."""
    escaped = "".join(f"&#{ord(char)};" if char in "&<>\"'\\`" else char for char in clean(title))
    return f'"{escaped}"'
