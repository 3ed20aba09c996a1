"""A file's name that some computer can't hold, or that isn't an id.

A client's or process's file is called by its id: lower-case letters a to z, digits and hyphens, at most 63 of them.
Some names are kept by Windows (`con`, `aux`, `com1` …) or by a page of the wiki (`index`). Spaces, line feeds and
other signs in a name would break links, or let it pass for something else in a list.

To mend it, rename a new file, such as `clients/kuusipuun-saha.yaml`; the name of an old client's file never changes.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.gate.files.layout import CLIENTS, has_plain_name, is_under

KIND = FindingKind(
    "FIL604",
    "odd-name",
    Severity.ERROR,
    __doc__,
    failing=Example(
        "name: Con Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/con.yaml"
    ),
    passing=Example(
        "name: Con Oy\nprocess: client-onboarding\nstatus: planned\nservices: []\n", file="clients/con-oy.yaml"
    ),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for entry in comparison.head.judged:
        if not has_plain_name(entry.path):
            yield about(KIND, entry, comparison, help=f"fil.odd-name-help-{_kind(entry.path)}")


def _kind(path: str) -> str:
    if is_under(path, CLIENTS):
        return "client"
    return "process" if path.endswith(".yaml") else "layout"
