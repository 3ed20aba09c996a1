"""The day to come back to a waiting task has passed.

`follow_up` is a promise to look again. When it has passed and the task still waits, either nobody looked or nobody
wrote it down.

To mend it, ask how it stands, then record the result or move `follow_up`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case, thing

KIND = FindingKind(
    "VAL239",
    "follow-up-past",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, reason: Pankin sopimus tulossa viikolla 18, follow_up: 2026-05-04}
"""),
    passing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, reason: Pankin sopimus tulossa viikolla 21, follow_up: 2026-05-22}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if case.is_over:
        return
    today = case.today
    for record in case.records.halted:
        follow_up = record.entry.follow_up
        if follow_up and follow_up < today:
            yield KIND.at(
                case.under(record, "follow_up"),
                today=today.isoformat(),
                thing=thing(record),
                task=case.title(record),
                id=record.id,
                follow_up=follow_up,
            )
