"""An `imported` entry is added to a client that is in the repository already.

Bringing an onboarding in exempts the one change that creates its file from what history would show. Added later, the
entry would be a way around the closing.

To mend it, take the entry out.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind

_ENTRY = """\
changes:
  - kind: imported
    date: 2026-11-20
    by: liisa-laine
    reason: Tuotu vanhasta järjestelmästä
    approved_by: eeva-esihenkilo
"""
KIND = FindingKind(
    "HIS407",
    "imported-later",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: active\n", after=f"status: active\n{_ENTRY}"),
    passing=Example(before=f"status: active\n{_ENTRY}", after=f"status: active\n{_ENTRY}notes: Kaikki siirtyi\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.base is not None:
        for number, _ in new_entries(step, ChangeKind.IMPORTED):
            yield KIND.at(step.at("changes", number))
