"""Tasks wait for each other in a circle.

With `after` a task waits for others. In a circle none of them could ever be begun, and no due day could be counted.

To mend it, remove one `after` of the circle.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.circles import circles
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO702",
    "task-cycle",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  open-engagement: {after: [agree-bank-authorisations]}
  agree-bank-authorisations: {after: [open-engagement]}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
tasks:
  agree-bank-authorisations: {after: [open-engagement]}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    tasks = case.process.tasks
    for circle in circles({name: task.after for name, task in tasks.items()}):
        ids = " → ".join((*circle, circle[0]))
        yield KIND.at(Place(case.file, ("tasks", circle[0], "after")), circle=ids, task=tasks[circle[0]].title)
