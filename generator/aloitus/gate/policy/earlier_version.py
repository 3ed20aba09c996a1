"""A file of the state compared with can't be read, so an earlier version of it is used.

What a change is judged by has to be readable. Where the main branch holds a broken file, the nearest version along
its history that can be read stands in for it, and this note says which.

To mend it, repair the file on the main branch.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import FIRM_FILE

KIND = FindingKind(
    "POL532",
    "earlier-version",
    Severity.NOTE,
    __doc__,
    failing=Example("name: Esimerkkitilit Oy\n", "name: [Esimerkkitilit\n", FIRM_FILE),
    passing=Example("name: Esimerkkitilit Oy\n", "name: Esimerkki Oy\n", FIRM_FILE),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for path, commit in sorted(comparison.rescued.items()):
        yield KIND.at(Place(path), path=path, commit=commit)
