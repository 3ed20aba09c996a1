"""A task is done, but the evidence that the process asks for isn't recorded.

The process says for many tasks what shows that they were done: an engagement's number, a day, where a document is
kept. It's a warning, and doesn't keep a client from being closed.

To mend it, add `evidence` in a few words: never the document itself, only what it is and where it's kept.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import TaskKind
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL240",
    "evidence-missing",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki, evidence: Toimeksianto 10482}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    tasks = case.process.tasks
    for record in case.records.done:
        if record.entry.evidence is None and record.kind is TaskKind.PROCESS:
            task = tasks.get(record.id)
            # What isn't recorded among the tasks at all is told already (REF115).
            if task and task.evidence and not task.fulfilled_by:
                yield KIND.at(case.under(record, "evidence"), task=task.title, id=record.id, wanted=task.evidence)
