"""An entry stands in the file that no longer counts.

A service or fact that ended takes its tasks with it, and so does a task that ended in the process. Their entries stay
as a record of what was done, but nothing is asked of them. Nothing is said of an entry that is merely open.

Nothing has to be mended. If the task should still be done, check `services` and `facts`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import OPEN_ENTRY
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL243",
    "entry-ignored",
    Severity.NOTE,
    __doc__,
    failing=Example("""\
services: [bookkeeping]
tasks:
  run-parallel-payroll: {status: in-progress}
"""),
    passing=Example("""\
services: [bookkeeping, payroll]
tasks:
  run-parallel-payroll: {status: in-progress}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    for name in case.plan.ignored_entries:
        if client.tasks[name] != OPEN_ENTRY:
            yield KIND.at(case.at_key("tasks", name), task=case.process.tasks[name].title, id=name)
    for service in client.service_starts:
        known = case.process.services.get(service)
        if known and service not in client.services:
            yield KIND.at(case.at_key("service_starts", service), variant="service", service=known.title, id=service)
