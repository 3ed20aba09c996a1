"""How many findings of a kind are told: whoever mends a hundred checks again, and a hostile file stays cheap."""

from collections.abc import Iterable, Iterator

from aloitus.findings import Finding, Severity

MOST_OF_A_KIND = 100


def enough(findings: Iterable[Finding], gravest: Severity | None = None) -> Iterator[Finding]:
    """The first hundred with one code and severity: no number of warnings hides an error.

    `gravest`: the findings are those of one rule, which tells of nothing graver. A hundred of these are the end of it.
    """
    counts: dict[tuple[str, Severity], int] = {}
    for finding in findings:
        kind = (finding.code, finding.severity)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= MOST_OF_A_KIND:
            yield finding
        elif finding.severity is gravest:
            return
