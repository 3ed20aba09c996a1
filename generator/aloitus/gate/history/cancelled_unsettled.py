"""An active client is cancelled without the decision, or with work that isn't invoiced.

Cancelling an onboarding that has begun is a decision with a reason and an approval: a new `cancelled` entry in
`changes`. The work done so far is invoiced or written off first, and the ERP's list of uninvoiced events is seen
empty, on or after the last day of work.

To mend it, add the entry and look at the list: `invoicing: {uninvoiced: {rows: 0, checked: …, by: …}}`.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, KeyPath, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.gate.history.last_day import last_day_of_work
from aloitus.model.client import ChangeKind, ClientStatus
from aloitus.rules.new_entry import into_changes

_CANCELLED = """\
status: cancelled
changes:
  - kind: cancelled
    date: 2026-11-20
    by: liisa-laine
    reason: Asiakas meni toiselle tilitoimistolle
    approved_by: eeva-esihenkilo
"""
KIND = FindingKind(
    "HIS416",
    "cancelled-unsettled",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: active\n", after=f"{_CANCELLED}invoicing: {{uninvoiced: ~}}\n"),
    passing=Example(
        before="status: active\n",
        after=f"{_CANCELLED}invoicing:\n  uninvoiced: {{rows: 0, checked: 2026-11-20, by: liisa-laine}}\n",
    ),
)

LIST: KeyPath = ("invoicing", "uninvoiced")


def check(step: ClientStep) -> Iterator[Finding]:
    base, head = step.base, step.head
    if base is None or head.status is not ClientStatus.CANCELLED or base.status is head.status:
        return
    if not new_entries(step, ChangeKind.CANCELLED):
        into = into_changes(head)
        yield KIND.at(step.at("status"), variant="silent", into=into, today=step.today.isoformat())
    if not step.was_active:
        return
    seen = head.uninvoiced
    last = last_day_of_work(head)
    if seen is None or seen.checked is None:
        yield _of_list(step, "unseen")
    elif seen.rows:
        yield _of_list(step, "rows", "rows", n=seen.rows)
    elif last and seen.checked < last:
        yield _of_list(step, "early", "checked", last=last)


def _of_list(step: ClientStep, variant: str, *key: str, n: int | None = None, last: date | None = None) -> Finding:
    help_key, today = f"{KIND.wording_key}-list-help", step.today.isoformat()
    return KIND.at(step.at(*LIST, *key), variant=variant, help=help_key, n=n, last=last, today=today)
