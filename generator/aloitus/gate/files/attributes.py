"""An attribute of git's hides or changes what a file says.

`.gitattributes` can keep a file out of the differences that a reviewer sees (`-diff`, `linguist-generated`), turn it
into another encoding on the way, or choose how two changes of it are merged. For the files under `clients/` and
`templates/` it may say how lines end (`text`, `eol`) and nothing else.

To mend it, remove the attribute, or let its pattern name other files only: `/site/docs/** linguist-generated`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from aloitus.findings import Example, Finding, FindingKind, Place, Severity, Span
from aloitus.gate.comparison import Comparison, Side
from aloitus.gate.files.layout import CLIENTS, TEMPLATES, fold, is_in_practice
from aloitus.model.tree import TreeEntry

KIND = FindingKind(
    "FIL607",
    "forbidden-attribute",
    Severity.ERROR,
    __doc__,
    failing=Example("*.yaml text eol=lf\nclients/*.yaml -diff\n", file=".gitattributes"),
    passing=Example("*.yaml text eol=lf\n*.png binary\n", file=".gitattributes"),
)

ALLOWED = frozenset({"text", "eol"})
MACRO = "[attr]"
WILDCARD = re.compile(r"[*?\]]")
ENDINGS = (".yaml", ".j2")
LINE = re.compile(r'\s*("(?:[^"\\]|\\.)*"|\S+)\s*(.*)')


@dataclass(frozen=True)
class Line:
    """One line of a file of attributes: `names` are those that it sets, unsets or leaves open."""

    file: str
    number: int
    text: str
    pattern: str
    names: tuple[str, ...]


def check(comparison: Comparison) -> Iterator[Finding]:
    stood = {(line.file, line.text) for line in harmful_lines(comparison.base)}
    for line in harmful_lines(comparison.head):
        place = Place(line.file, span=Span(line.number, 1, line.number, len(line.text) + 1))
        severity = Severity.NOTE if (line.file, line.text) in stood else None
        yield KIND.at(place, severity=severity, attribute=next(name for name in line.names if name not in ALLOWED))


def harmful_lines(side: Side) -> Iterator[Line]:
    """The lines that set more than how lines end, for files that the gate judges."""
    names = {fold(path.rpartition("/")[2]) for path in side.tree if is_in_practice(path)}
    for path, content in sorted(side.attributes.items()):
        for line in _lines(path, content):
            redefines = line.pattern.startswith(MACRO) and line.pattern.removeprefix(MACRO) in ALLOWED
            more = any(name not in ALLOWED for name in line.names)
            if more and (redefines or (not line.pattern.startswith(MACRO) and _concerns(line, side.tree, names))):
                yield line


def _lines(path: str, content: bytes) -> Iterator[Line]:
    for number, text in enumerate(content.decode("utf-8", "replace").removeprefix("\ufeff").split("\n"), 1):
        parts = LINE.fullmatch(text.rstrip("\r"))
        if parts and not parts[1].startswith("#"):
            names = tuple(re.split("=", word.lstrip("-!"), maxsplit=1)[0] for word in parts[2].split())
            yield Line(path, number, text.rstrip("\r"), _unquoted(parts[1]), names)


def _unquoted(pattern: str) -> str:
    plain = pattern[1:-1] if pattern.startswith('"') else pattern
    return fold(plain.replace("\\", "").replace("[^", "[!"))


def _concerns(line: Line, tree: Mapping[str, TreeEntry], names: set[str]) -> bool:
    """Whether the pattern names a file of the practice, or could name one that is added later."""
    if is_in_practice(line.file):
        return True
    first, slash, rest = line.pattern.removeprefix("/").partition("/")
    if slash and rest:
        return "**" in first or any(fnmatchcase(folder, first) for folder in (CLIENTS, TEMPLATES))
    if line.pattern.startswith("/"):
        return any(fnmatchcase(fold(path), first) for path in tree if is_in_practice(path) and "/" not in path)
    if any(fnmatchcase(name, first) for name in names):
        return True
    tail = WILDCARD.split(first)[-1]
    return tail != first and any(ending.endswith(tail) or tail.endswith(ending) for ending in ENDINGS)
