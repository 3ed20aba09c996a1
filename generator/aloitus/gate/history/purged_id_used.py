"""A purged client's file is used again.

What is left of a purged client is its id and the entry that says so. Old letters and invoices may name that id, so it
is never given to anybody else, and the entry stays as it is.

To mend it, restore the file, and add the new client under an id of its own.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.model.client import ChangeKind

_PURGED = """\
status: closed
changes:
  - kind: purged
    date: 2026-11-20
    by: liisa-laine
    reason: Säilytysaika päättyi
    approved_by: eeva-esihenkilo
"""
KIND = FindingKind(
    "HIS415",
    "purged-id-used",
    Severity.ERROR,
    __doc__,
    failing=Example(before=_PURGED, after=_PURGED.replace("closed", "active")),
    passing=Example(before=_PURGED, after=f"# Poistettu\n{_PURGED}"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    base = step.base
    if base and any(change.kind is ChangeKind.PURGED for change in base.changes) and step.head != base:
        yield KIND.at(step.at())
