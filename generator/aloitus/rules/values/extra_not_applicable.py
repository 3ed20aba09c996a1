"""An extra task or an action is marked as not applicable.

`not-applicable` is for the process's tasks, which ask it of every client, and it takes an approval. An extra task and
an action of a meeting are the client's own: if they are dropped, they are cancelled.

To mend it, write `status: cancelled`, with the reason, the day and the person.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import TaskKind
from aloitus.rules.case import Case, thing

KIND = FindingKind(
    "VAL231",
    "extra-not-applicable",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
extra_tasks:
  move-archive:
    title: Hae paperiarkisto
    role: support-services
    status: not-applicable
    reason: Arkisto jää asiakkaalle
    by: tiina-tuki
    approved_by: eeva-esihenkilo
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
    for record in case.records.waived:
        if record.kind is not TaskKind.PROCESS:
            yield KIND.at(case.under(record, "status"), thing=thing(record), task=case.title(record), id=record.id)
