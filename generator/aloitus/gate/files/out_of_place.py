"""A file that nothing reads, where files are read.

Clients are the files `clients/<id>.yaml`, with no folders below. The firm is `templates/firm.yaml`,
`templates/people.yaml`, the files `templates/processes/<id>.yaml` and the layouts under `templates/pages/`. A copy
beside them (`acme.yaml.bak`, `acme.yml`, `old/acme.yaml`) looks like a client to a reader and isn't one.

To mend it, move the file out of the folder, or give it the ending `.yaml`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.gate.files.layout import has_place
from aloitus.model.tree import FileKind

KIND = FindingKind(
    "FIL605",
    "file-out-of-place",
    Severity.ERROR,
    __doc__,
    failing=Example(
        "name: Acme Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/old/acme.yaml"
    ),
    passing=Example(
        "name: Acme Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/acme.yaml"
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for entry in comparison.head.judged:
        if entry.kind is FileKind.FILE and not has_place(entry.path):
            yield about(KIND, entry, comparison)
