"""A task's effective dates leave it without effect.

`from` and `until` date a task as a law is dated: it applies to clients who signed on or after the one and before the
other. If it ends before it begins, it applies to nobody. `running` widens one of the two to clients under way, so
without either it means nothing.

To mend it, correct the days, or remove what isn't meant.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO714",
    "effective-dates",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  open-engagement: {from: 2026-09-01, until: 2026-09-01}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
tasks:
  open-engagement: {from: 2026-09-01, until: 2027-01-01}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    for name, task in case.process.tasks.items():
        start, end = task.applies_from, task.applies_until
        if start and end and end <= start:
            yield KIND.at(Place(case.file, ("tasks", name, "until")), start=start, end=end, task=task.title, id=name)
        elif task.running and not (start or end):
            place = Place(case.file, ("tasks", name, "running"))
            yield KIND.at(place, variant="running", help=f"{KIND.wording_key}-running-help", task=task.title, id=name)
