"""Where each file belongs, and which names every computer can hold."""

import re
import unicodedata

CLIENTS, TEMPLATES, CACHE = "clients", "templates", ".aloitus"
ATTRIBUTES = ".gitattributes"
KEPT_EMPTY = ".gitkeep"

CLIENT_FILE = re.compile(r"clients/[^/]+\.yaml")
TEMPLATE_FILES = (
    re.compile(r"templates/(firm|people)\.yaml"),
    re.compile(r"templates/processes/[^/]+\.yaml"),
    re.compile(r"templates/pages/(?:[^/]+/)*[^/]+\.j2"),
)
PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
PLAIN_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?<!\.)")
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""Names that Windows keeps for itself, whatever ending follows."""
PAGES = frozenset({"index"})
"""Names that pages of the wiki have already."""


def is_under(path: str, folder: str) -> bool:
    """Whether `path` lies in `folder` on a computer that doesn't tell upper from lower case."""
    return fold(path.partition("/")[0]) == folder


def is_in_practice(path: str) -> bool:
    return is_under(path, CLIENTS) or is_under(path, TEMPLATES)


def is_judged(path: str) -> bool:
    """Whether the gate looks at the file: one of the practice, or the root's file of attributes."""
    return is_in_practice(path) or fold(path) == ATTRIBUTES


def is_attributes(path: str) -> bool:
    """Whether git takes what the file says of attributes for files that the gate looks at."""
    return is_judged(path) and fold(path.rpartition("/")[2]) == ATTRIBUTES


def has_place(path: str) -> bool:
    """Whether the program knows a file of this path; what it doesn't read has no business beside what it reads."""
    name = path.rpartition("/")[2]
    known = any(shape.fullmatch(path) for shape in (CLIENT_FILE, *TEMPLATE_FILES))
    return known or name in (ATTRIBUTES, KEPT_EMPTY)


def has_plain_name(path: str) -> bool:
    """Whether every computer can hold the name, and no page or link breaks on it."""
    *folders, name = path.split("/")
    if not all(map(_is_plain, folders)):
        return False
    if name in (ATTRIBUTES, KEPT_EMPTY):
        return True
    if name.endswith(".yaml"):
        stem = name.removesuffix(".yaml")
        return bool(PLAIN_NAME.fullmatch(stem)) and stem not in DEVICES | PAGES
    return _is_plain(name)


def _is_plain(part: str) -> bool:
    return bool(PLAIN_PART.fullmatch(part)) and part.partition(".")[0].lower() not in DEVICES


def fold(text: str) -> str:
    """What a file system that ignores case and the way of writing accents takes a name for."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
