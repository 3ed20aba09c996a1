"""A closed or cancelled client is active again, and no entry says why.

Reopening is a decision: a `reopened` entry in `changes` says who, when and why, and somebody with the right approves
it. An entry from an earlier reopening doesn't count again.

To mend it, add `- {kind: reopened, date: …, by: …, reason: …, approved_by: …}` to `changes`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind

KIND = FindingKind(
    "HIS403",
    "reopened-silently",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: closed\n", after="status: active\n"),
    passing=Example(
        before="status: closed\n",
        after="""\
status: active
changes:
  - kind: reopened
    date: 2026-11-20
    by: liisa-laine
    reason: Asiakas osti myös ostoreskontran
    approved_by: eeva-esihenkilo
""",
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.reopens and not new_entries(step, ChangeKind.REOPENED):
        yield KIND.at(step.at("status"))
