"""A day on which something happened lies in the future.

What is recorded has happened: a task done, a meeting held, an invoice sent, the start of production, the closing.
Nothing can be signed off for a day to come. Today is the day in the firm's own time zone.

To mend it, correct the day, or record it on the day when it has happened. A planned day belongs in `due`, in a meeting
that is `planned`, or among the agreed dates.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.recorded_days import recorded_days

KIND = FindingKind(
    "VAL225",
    "day-to-come",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  open-engagement: {status: done, date: 2062-04-22, by: tiina-tuki, evidence: Toimeksianto 10482}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki, evidence: Toimeksianto 10482}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    today = case.today
    for key, day in recorded_days(case):
        if day > today:
            yield KIND.at(case.at(*key), day=day, today=today)
