"""A client's file is gone.

A client's onboarding stays in the repository for as long as its records are kept. A file that is deleted, renamed or
moved would take the open work and the evidence with it. The file's name is the client's id and never changes, though
the client's name may.

To mend it, bring the file back: `git restore --source=origin/main -- clients/<id>.yaml`. An onboarding that won't
happen is cancelled. After the years of retention all that stays of a client is its `purged` entry.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.layout import CLIENT_FILE
from aloitus.model.tree import FileKind

KIND = FindingKind(
    "HIS401",
    "client-vanished",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: active\n", after=""),
    passing=Example(before="status: active\n", after="status: active\nname: Uusi Nimi Oy\n"),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for path, entry in sorted(comparison.base.tree.items()):
        is_client = CLIENT_FILE.fullmatch(path) and entry.kind is FileKind.FILE
        if is_client and path not in comparison.head.tree:
            yield KIND.at(Place(path), path=path)
