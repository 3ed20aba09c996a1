"""A client is cancelled, and `changes` doesn't say why.

Cancelling ends an onboarding without closing it, so it takes a decision that somebody approved: an entry with
`kind: cancelled`.

To mend it, add the entry to `changes`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind, ClientStatus
from aloitus.rules.case import Case
from aloitus.rules.new_entry import into_changes

KIND = FindingKind(
    "VAL242",
    "cancellation-unexplained",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: cancelled
"""),
    passing=Example("""\
status: cancelled
changes:
  - kind: cancelled
    date: 2026-05-13
    by: liisa-laine
    reason: Asiakas myi liiketoimintansa
    approved_by: eeva-esihenkilo
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    if client.status is not ClientStatus.CANCELLED or case.is_purged:
        return
    if not any(change.kind is ChangeKind.CANCELLED for change in client.changes):
        yield KIND.at(case.at("status"), into=into_changes(client), today=case.today.isoformat())
