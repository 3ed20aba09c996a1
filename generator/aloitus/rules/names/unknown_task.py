"""A task is recorded that the process doesn't have.

What is recorded under a misspelt id counts for nothing: the real task stays open. So every id under `tasks` has to be
one of the process's. A task of this client alone belongs under `extra_tasks`.

To mend it, write the task's id as the process has it, or move the entry to `extra_tasks` with a title and a role.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

KIND = FindingKind(
    "REF104",
    "unknown-task",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  open-engagment: {status: done, date: 2026-04-22, by: tiina-tuki}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    known = case.process.tasks
    if case.client.tasks.keys() <= known.keys():
        return
    for task in case.client.tasks:
        if task not in known:
            yield unknown_titled(KIND, case.at_key("tasks", task), task, known, where=case.process_file)
