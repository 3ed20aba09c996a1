"""An attribute of git's hides or changes what a file says.

`.gitattributes` can keep a file out of the differences that a reviewer sees (`-diff`, `linguist-generated`), turn it
into another encoding on the way, or choose how two changes of it are merged. For the files under `clients/` and
`templates/` it may say how lines end (`text`, `eol`) and nothing else.

To mend it, remove the attribute, or let its pattern name other files only: `/site/docs/** linguist-generated`.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from aloitus.findings import Example, Finding, FindingKind, Place, Severity, Span
from aloitus.gate.comparison import Comparison, Side
from aloitus.gate.files.attribute_patterns import matches, unquoted
from aloitus.gate.files.layout import fold, is_in_practice

KIND = FindingKind(
    "FIL607",
    "forbidden-attribute",
    Severity.ERROR,
    __doc__,
    failing=Example("*.yaml text eol=lf\nclients/*.yaml -diff\n", file=".gitattributes"),
    passing=Example("*.yaml text eol=lf\n*.png binary\n", file=".gitattributes"),
)

ALLOWED = frozenset({"text", "eol"})
LIKELY = (
    "templates/firm.yaml",
    "templates/people.yaml",
    "templates/processes/process.yaml",
    "templates/pages/page.md.j2",
    "clients/client.yaml",
)
"""What a practice holds, whether or not this one does already."""
LONGEST = 32 * 1024
"""More of a file isn't read, so nobody could say what the rest of it does; each line is tried on each client."""
BLANK, LETTER = r"[ \t\r\n]", r"[^ \t\r\n]"
"""For git no other sign parts one word from the next."""
LINE = re.compile(rf'{BLANK}*("(?:[^"\\]|\\.)*"|{LETTER}+){BLANK}*(.*)')
MACRO = re.compile(rf"\[attr\]{BLANK}*({LETTER}+)")


@dataclass(frozen=True)
class Line:
    """One line of a file of attributes: `names` are those that it sets, unsets or leaves open."""

    file: str
    number: int
    text: str
    pattern: str
    names: tuple[str, ...]


def check(comparison: Comparison) -> Iterator[Finding]:
    for path, content in sorted(comparison.head.attributes.items()):
        if len(content) > LONGEST:
            severity = Severity.NOTE if comparison.base.tree.get(path) == comparison.head.tree.get(path) else None
            yield KIND.at(Place(path), variant="too-large", severity=severity, help=False, most=LONGEST // 1024)
    stood = {(line.file, line.text) for line in harmful_lines(comparison.base)}
    for line in harmful_lines(comparison.head):
        place = Place(line.file, span=Span(line.number, 1, line.number, len(line.text) + 1))
        severity = Severity.NOTE if (line.file, line.text) in stood else None
        yield KIND.at(place, severity=severity, attribute=next(name for name in line.names if name not in ALLOWED))


def harmful_lines(side: Side) -> Iterator[Line]:
    """The lines that set more than how lines end, for files that the gate judges."""
    paths = {fold(path) for path in (*LIKELY, *filter(is_in_practice, side.tree))}
    for path, content in sorted(side.attributes.items()):
        for line in _lines(path, content):
            macro = MACRO.match(line.pattern)
            more = any(name not in ALLOWED for name in line.names)
            if more and (macro[1] in ALLOWED if macro else _concerns(line, paths)):
                yield line


def _lines(path: str, content: bytes) -> Iterator[Line]:
    for number, text in enumerate(content[:LONGEST].decode(errors="replace").removeprefix("\ufeff").split("\n"), 1):
        parts = LINE.fullmatch(text)
        if parts and not parts[1].startswith("#"):
            names = tuple(word.lstrip("-!").partition("=")[0] for word in parts[2].split())
            yield Line(path, number, text.rstrip("\r"), unquoted(parts[1]), names)


def _concerns(line: Line, paths: Collection[str]) -> bool:
    """Whether the pattern names a file of the practice, or could name one that is added later."""
    return is_in_practice(line.file) or matches(line.pattern, paths)
