"""Something is done, but not by whom or when.

A sign-off is a person and a day: without both it's no evidence, and the task isn't final.

To mend it, add the missing line, `date` or `by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case, Recorded, thing

KIND = FindingKind(
    "VAL220",
    "done-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, evidence: Toimeksianto 10482}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki, evidence: Toimeksianto 10482}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.done:
        if record.entry.date is None:
            yield _missing(case, record, "date")
        if not record.entry.by:
            yield _missing(case, record, "by")


def _missing(case: Case, record: Recorded, field: str) -> Finding:
    place = case.under(record, field)
    help_key = f"{KIND.wording_key}-{field}-help"
    return KIND.at(
        place,
        variant=field,
        help=help_key,
        thing=thing(record),
        task=case.title(record),
        id=record.id,
        today=case.today.isoformat(),
    )
