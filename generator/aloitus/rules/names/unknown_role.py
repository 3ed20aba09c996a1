"""A role that the process doesn't know.

Tasks reach people through roles. A person under a misspelt role in `team` gets no tasks, and an extra task with one
has nobody to do it.

To mend it, write the role's id as the process has it under `roles`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

KIND = FindingKind(
    "REF105",
    "unknown-role",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
team:
  acountant: matti-makinen
"""),
    passing=Example("""\
team:
  accountant: matti-makinen
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client, known = case.client, case.process.roles
    for role in client.team:
        if role not in known:
            yield unknown_titled(KIND, case.at_key("team", role), role, known, where=case.process_file)
    for role in client.erp_tasks:
        if role not in known:
            yield unknown_titled(KIND, case.at_key("systems", "erp_tasks", role), role, known, where=case.process_file)
    for task in client.extra_tasks.values():
        if task.role and task.role not in known:
            place = case.at("extra_tasks", task.id, "role")
            yield unknown_titled(KIND, place, task.role, known, where=case.process_file)
