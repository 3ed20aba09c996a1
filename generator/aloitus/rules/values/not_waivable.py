"""A task that can't be waived is marked as not applicable.

Some tasks are never optional: identifying the client, the agreement, mandates, statutory duties, invoicing and
closing. The process marks them with `waivable: false`, and no client file can change that. In a client that's closed
already it's a warning: the process may have become stricter since.

To mend it, do the task and mark it done. If it truly doesn't concern such clients, the process's `when` says so, in a
change of its own.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.plan.client_plan import TaskKind
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL223",
    "not-waivable",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  identify-client:
    status: not-applicable
    reason: Vanha tuttu
    by: liisa-laine
    approved_by: eeva-esihenkilo
"""),
    passing=Example("""\
tasks:
  identify-client: {status: done, date: 2026-04-20, by: matti-makinen, evidence: Todennettu 20.4. tuntemisjärjestelmään}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.waived:
        task = case.process.tasks.get(record.id)
        if task and not task.waivable and record.kind is TaskKind.PROCESS:
            here = Place(case.process_file, ("tasks", record.id, "waivable"))
            related = Related(Message("val.not-waivable-here"), here)
            severity = Severity.WARNING if case.is_over and not case.strict else None
            place = case.under(record, "status")
            yield KIND.at(place, related=(related,), severity=severity, task=task.title, id=record.id)
