"""What every format shows: findings with their places found, the counts, and the words to say it in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from aloitus.findings import Finding, KeyPath, Place, Severity, Span
from aloitus.i18n import Wording


class SourceText(Protocol):
    """A file that findings point into."""

    @property
    def lines(self) -> Sequence[str]: ...

    def span(self, key: KeyPath, *, on_key: bool = False) -> Span: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file, found: `span` is None where the file as a whole is meant, or isn't there any more.

    `excerpt` is the line on which the span begins.
    """

    path: str
    span: Span | None = None
    excerpt: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its spots; `related` are those of `finding.related`, in their order."""

    finding: Finding
    spot: Spot
    related: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """How many findings of each severity there are in all, how many clients were read, and whether history was judged.

    The counts can exceed the findings that are shown: a check of named clients shows theirs, and judges them all.
    """

    errors: int
    warnings: int
    notes: int
    clients: int
    history: bool


@dataclass(frozen=True, slots=True)
class Report:
    """`findings` are in the order of `in_order`. `explanations_url` is the wiki's page of all checks,
    with a slash at the end: below it each has its own.

    `explanations` are the rules' texts by code, for formats that carry them. `color`: the reader is a terminal.
    """

    findings: tuple[Located, ...]
    summary: Summary
    say: Wording
    version: str
    explanations_url: str | None = None
    explanations: Mapping[str, str] = field(default_factory=dict)
    color: bool = False

    def url(self, code: str) -> str | None:
        return f"{self.explanations_url}{code.lower()}/" if self.explanations_url else None


def summarise(findings: Iterable[Finding], *, clients: int, history: bool) -> Summary:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return Summary(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE], clients, history)


def in_order(findings: Iterable[Finding], sources: Mapping[str, SourceText]) -> tuple[Located, ...]:
    """The findings with their places found: what blocks first, then by path, line, column and code."""
    located = [
        Located(
            finding,
            _spot(finding.place, sources),
            tuple(_spot(related.place, sources) for related in finding.related),
        )
        for finding in findings
    ]
    return tuple(sorted(located, key=_order))


def _order(located: Located) -> tuple[int, str, int, int, str, str]:
    span = located.spot.span or Span(0, 0, 0, 0)
    finding = located.finding
    return (-finding.severity, located.spot.path, span.line, span.column, finding.code, repr(finding.place.key))


def _spot(place: Place, sources: Mapping[str, SourceText]) -> Spot:
    source = sources.get(place.file)
    if source is None:
        return Spot(place.file, place.span)
    span = place.span or source.span(place.key, on_key=place.on_key)
    lines = source.lines
    return Spot(place.file, span, lines[span.line - 1] if 0 < span.line <= len(lines) else None)
