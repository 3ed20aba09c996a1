"""A client's records are purged before their time, or not as a purge is made.

Records are kept for `retention_years` of `firm.yaml`, counted from the day the client was closed or cancelled. After
that the file may be emptied: all that stays is a `purged` entry in `changes`, approved, so that the id is never given
to another client. A client that is still planned or active is never purged.

To mend it, bring the file back until its time has come.
"""

from collections.abc import Iterator

from aloitus.calendar import add_months
from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, Client
from aloitus.model.firm import RETENTION_YEARS
from aloitus.plan.effective_dating import ended_on

_ENTRY = """\
changes:
  - kind: purged
    date: 2026-11-20
    by: liisa-laine
    reason: Säilytysaika päättyi
    approved_by: eeva-esihenkilo
"""
KIND = FindingKind(
    "HIS414",
    "purged-wrongly",
    Severity.ERROR,
    __doc__,
    failing=Example(
        before="status: active\n", after=f"name: Poistettu\nprocess: client-onboarding\nstatus: closed\n{_ENTRY}"
    ),
    passing=Example(
        before="status: closed\nclosure: {date: 2019-10-13, by: liisa-laine, erp_closed: 2019-10-13}\n",
        after=f"name: Esimerkki Oy\nprocess: client-onboarding\nstatus: closed\n{_ENTRY}",
    ),
)

TELLING = ("tasks", "extra_tasks", "meetings", "contacts", "team", "systems", "invoicing", "notes")
PARTS = {"uninvoiced": "invoicing", "erp_tasks": "systems"}
"""Fields of the client's values that stand under another name in its file."""


def check(step: ClientStep) -> Iterator[Finding]:
    for number, _ in new_entries(step, ChangeKind.PURGED):
        place = step.at("changes", number)
        if step.base is None or not step.was_over or not step.head.status.is_over:
            yield KIND.at(place, variant="running", path=step.file)
            continue
        ended = ended_on(step.base)
        firm = step.comparison.policy.firm
        years = firm.retention_years if firm else RETENTION_YEARS
        until = add_months(ended, 12 * years) if ended else None
        if until is None or until > step.today:
            yield KIND.at(place, variant="" if until else "undated", until=until, n=years, path=step.file)
        if what_stays(step.head):
            yield KIND.at(place, variant="incomplete", what=what_stays(step.head), path=step.file)


def what_stays(client: Client) -> tuple[str, ...]:
    """The parts of a purged client's file that tell of people or work."""
    return tuple(dict.fromkeys(PARTS.get(part, part) for part in (*TELLING, *PARTS) if getattr(client, part)))
