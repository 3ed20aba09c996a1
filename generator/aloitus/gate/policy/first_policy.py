"""There was no policy before this change.

A change is judged by the templates of the state that it's compared with: its process, its people, its approvals. The
first change of a repository brings them, so it's judged by its own. It says so, since nobody could have held it
against anything.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import FIRM_FILE

KIND = FindingKind(
    "POL531",
    "first-policy",
    Severity.NOTE,
    __doc__,
    failing=Example("name: Esimerkkitilit Oy\n", file=FIRM_FILE),
    passing=Example("name: Esimerkkitilit Oy\n", "name: Esimerkki Oy\n", FIRM_FILE),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    if comparison.is_first:
        yield KIND.at(Place(FIRM_FILE), help=False)
