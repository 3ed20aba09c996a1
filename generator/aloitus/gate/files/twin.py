"""Two names that some computers take for one.

Windows and macOS don't tell `ACME.yaml` from `acme.yaml`, nor an accent written in one way from the same written in
another. One of the two files would silently hide the other there, so a reviewer and the program could read different
ones.

To mend it, keep one of them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.gate.files.layout import fold

KIND = FindingKind(
    "FIL603",
    "twin-names",
    Severity.ERROR,
    __doc__,
    failing=Example(
        "name: Esimerkki Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/ESIMERKKI.yaml"
    ),
    passing=Example(
        "name: Toinen Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/toinen.yaml"
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    spelt: dict[str, set[str]] = defaultdict(set)
    entries = comparison.head.judged
    for entry in entries:
        for part in _with_folders(entry.path):
            spelt[fold(part)].add(part)
    for entry in entries:
        twins = {twin for part in _with_folders(entry.path) for twin in spelt[fold(part)] if twin != part}
        if twins:
            other = min(twins)
            related = Related(Message("fil.twin-names-other"), Place(other))
            yield about(KIND, entry, comparison, twin=other, related=(related,))


def _with_folders(path: str) -> Iterator[str]:
    """The path of each folder above a file, and its own."""
    return accumulate(path.split("/"), lambda above, part: f"{above}/{part}")
