"""A due day is moved from the process's own, and nobody says why.

A due day in the client's file overrides the one that the process counts. The reason shows whether the plan was bent on
purpose, and by whose wish.

To mend it, add a `due_reason`, or remove `due` to use the process's day.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL227",
    "due-without-reason",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  agree-bank-authorisations: {status: open, due: 2026-05-20}
"""),
    passing=Example("""\
tasks:
  agree-bank-authorisations: {status: open, due: 2026-05-20, due_reason: Asiakkaan loma}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.all:
        if record.entry.due is not None and record.entry.due_reason is None:
            yield KIND.at(case.under(record, "due_reason"), task=case.title(record), id=record.id, due=record.entry.due)
