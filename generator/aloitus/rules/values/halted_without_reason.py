"""A task waits or is blocked, and nobody says why.

The reason is what the next reader needs: whom to call, and whether the start is at risk.

To mend it, add a `reason` in a few words, and for a task that waits a `follow_up` day. If nothing stands in the way,
the status is `open` or `in-progress`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.rules.case import Case, thing

KIND = FindingKind(
    "VAL221",
    "halted-without-reason",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, follow_up: 2026-05-22}
"""),
    passing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, reason: Pankin sopimus tulossa viikolla 21, follow_up: 2026-05-22}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.halted:
        if record.entry.reason is None:
            state = Term(f"val.halted-{record.entry.status.value}")
            yield KIND.at(
                case.under(record, "reason"), thing=thing(record), task=case.title(record), id=record.id, state=state
            )
