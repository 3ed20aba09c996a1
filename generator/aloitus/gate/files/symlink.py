"""A symbolic link stands where a file should.

What a link leads to isn't part of the change: it can differ on each computer, and it can change without a review.
Under `clients/` and `templates/` only real files are read.

To mend it, replace the link by the file it should have been.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.model.tree import FileKind

KIND = FindingKind(
    "FIL601",
    "symlink",
    Severity.ERROR,
    __doc__,
    failing=Example("symlink -> ../elsewhere/acme.yaml\n", file="clients/acme.yaml"),
    passing=Example(
        "name: Acme Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/acme.yaml"
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for entry in comparison.head.judged:
        if entry.kind is FileKind.SYMLINK:
            yield about(KIND, entry, comparison)
