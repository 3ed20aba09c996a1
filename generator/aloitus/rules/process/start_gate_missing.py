"""The process has no start gate.

Some tasks have to be finished before service production starts: the client identified, the agreement in place. The
gate says on which day that is, and without it nothing would stop a start that isn't ready.

To mend it, add `start` with a title and a `day` under `gates`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO705",
    "start-gate-missing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
gates: {start: null}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
gates: {start: {title: Palvelutuotanto voidaan aloittaa, day: service_start}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    if case.process.start_gate is None:
        yield KIND.at(Place(case.file, ("gates", "start")), day="service_start")
