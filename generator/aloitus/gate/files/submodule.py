"""Another repository stands where a file should.

A submodule is only a pointer: what it holds is in a repository that isn't reviewed here and may not even be there.
Under `clients/` and `templates/` only real files are read.

To mend it, remove the submodule and add the files themselves.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.model.tree import FileKind

KIND = FindingKind(
    "FIL602",
    "submodule",
    Severity.ERROR,
    __doc__,
    failing=Example("submodule\n", file="clients/old"),
    passing=Example(
        "name: Acme Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/acme.yaml"
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for entry in comparison.head.judged:
        if entry.kind is FileKind.SUBMODULE:
            yield about(KIND, entry, comparison)
