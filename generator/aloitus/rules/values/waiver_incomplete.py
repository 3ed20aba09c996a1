"""A task is marked as not applicable, without a reason or without a name.

An exception is somebody's decision: it needs the reason and the person who made it (`by`), and besides an approval
(POL501). Without them the task isn't final.

To mend it, add the missing line, `reason` or `by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case, Recorded, thing

KIND = FindingKind(
    "VAL222",
    "waiver-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  run-parallel-payroll: {status: not-applicable, by: liisa-laine, approved_by: eeva-esihenkilo}
"""),
    passing=Example("""\
tasks:
  run-parallel-payroll:
    status: not-applicable
    reason: Ei aiempia palkkoja
    by: liisa-laine
    approved_by: eeva-esihenkilo
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.waived:
        if record.entry.reason is None:
            yield _missing(case, record, "reason")
        if not record.entry.by:
            yield _missing(case, record, "by")


def _missing(case: Case, record: Recorded, field: str) -> Finding:
    help_key = f"{KIND.wording_key}-{field}-help"
    return KIND.at(
        case.under(record, field),
        variant=field,
        help=help_key,
        thing=thing(record),
        task=case.title(record),
        id=record.id,
    )
