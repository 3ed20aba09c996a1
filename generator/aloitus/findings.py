"""A finding is a value: what is wrong, where, and what to type instead; its wording is made at the edge."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import IntEnum

from aloitus.model.text import Text

KeyPath = tuple[str | int, ...]
"""The way to a value in a YAML file: `("tasks", "open-engagement", "status")`; list items by index."""


class Severity(IntEnum):
    """Ordered from the mildest to the gravest."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Span:
    """Lines and columns count from 1, in Unicode code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file of the repository (posix path from its root).

    Rules give a key path, and the edge resolves it to a span; the reader, which knows no keys yet, gives the span.
    With `on_key` the place is the key itself, not its value. A path that isn't in the file resolves to the
    nearest ancestor that is.
    """

    file: str
    key: KeyPath = ()
    on_key: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the program that a message names and each language says in its own way: a wording key."""

    key: str


Value = str | int | date | time | Term | Text | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Message:
    """A wording key and the values that fill it; `i18n` turns it into a sentence."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding: "required here", "first written here"."""

    message: Message
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` (such as `CLO301`) is never reused; `name` is its kebab-case name, such as `task-not-final`."""

    code: str
    name: str
    severity: Severity
    message: Message
    place: Place
    help: Message | None = None
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A small change to the practice that examples start from, as `aloitus explain` shows it.

    `after` is the text of (or laid over) `file`; with `before`, the finding judges the change from that to this.
    """

    after: str
    before: str | None = None
    file: str = "clients/esimerkki.yaml"


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What every finding with this code shares.

    `explanation` is English; in `locale`, in the file of the code's family, stand each message (`<name>`), its help
    (`<name>-help`) and the explanation in other languages (`<name>-explanation`).
    """

    code: str
    name: str
    severity: Severity
    explanation: str
    failing: Example | None = None
    passing: Example | None = None

    @property
    def wording_key(self) -> str:
        return f"{self.code[:3].lower()}.{self.name}"

    def at(
        self,
        place: Place,
        *,
        variant: str = "",
        help: bool | str = True,
        related: tuple[Related, ...] = (),
        severity: Severity | None = None,
        **values: Value,
    ) -> Finding:
        """A finding of this kind; `variant` picks another wording (`<key>-<variant>`), `help` another help."""
        key = self.wording_key + (f"-{variant}" if variant else "")
        help_key = help if isinstance(help, str) else f"{self.wording_key}-help"
        return Finding(
            self.code,
            self.name,
            severity or self.severity,
            Message(key, values),
            place,
            Message(help_key, values) if help else None,
            related,
        )


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is told of a kind of finding in one language; the program's own words, so they may hold Markdown.

    `paragraphs`: what it is, why it matters, how to mend it; each without line breaks. `severity` in words.
    """

    code: str
    name: str
    severity: str
    paragraphs: tuple[str, ...]
    failing: Example | None
    passing: Example | None


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Of those that say the same of the same place, the first."""
    found: dict[tuple[Place, str], Finding] = {}
    for finding in findings:
        found.setdefault((finding.place, repr(finding.message)), finding)
    return list(found.values())
