"""A closed or cancelled client is active again, and no entry says why.

Reopening is a decision: a `reopened` entry in `changes` says who, when and why, and somebody with the right approves
it. An entry from an earlier reopening doesn't count again, and the entry isn't dated before the day that the client
was closed or cancelled: the old closing would look like a new one.

To mend it, add `- {kind: reopened, date: …, by: …, reason: …, approved_by: …}` to `changes`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind
from aloitus.plan.effective_dating import ended_on
from aloitus.rules.new_entry import into_changes

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
    if not step.reopens or step.base is None:
        return
    entries = new_entries(step, ChangeKind.REOPENED)
    if not entries:
        yield KIND.at(step.at("status"), into=into_changes(step.head), today=step.today.isoformat())
    ended = ended_on(step.base)
    for number, change in entries:
        if ended and change.date and change.date < ended:
            place = step.at("changes", number, "date")
            yield KIND.at(place, variant="early", help=f"{KIND.wording_key}-early-help", day=change.date, ended=ended)
