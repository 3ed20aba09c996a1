"""An extra task or an action is cancelled without saying why, when or by whom.

A cancelled task counts as final, so it takes what every final task takes: a day and a person, and the reason for not
doing it.

To mend it, add the missing line: `reason`, `date` or `by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case, thing

KIND = FindingKind(
    "VAL224",
    "cancelled-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
extra_tasks:
  move-archive: {title: Hae paperiarkisto, role: support-services, status: cancelled, date: 2026-05-12, by: tiina-tuki}
"""),
    passing=Example("""\
extra_tasks:
  move-archive:
    title: Hae paperiarkisto
    role: support-services
    status: cancelled
    reason: Arkisto jää asiakkaalle
    date: 2026-05-12
    by: tiina-tuki
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.cancelled:
        entry = record.entry
        for field, value in (("reason", entry.reason), ("date", entry.date), ("by", entry.by)):
            if not value:
                today = case.today.isoformat()
                help_key = f"{KIND.wording_key}-{field}-help"
                yield KIND.at(
                    case.under(record, field),
                    variant=field,
                    help=help_key,
                    thing=thing(record),
                    task=case.title(record),
                    id=record.id,
                    today=today,
                )
