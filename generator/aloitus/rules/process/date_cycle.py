"""Dates are counted from each other in a circle.

A date's `default` counts it from another date. In a circle there's no day to begin with, so none of them can be
counted.

To mend it, count one of them from a date that clients always have, such as `service_start`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.circles import circles
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO703",
    "date-cycle",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
dates:
  first_payday: {default: end of month of first_payday}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
dates:
  first_payday: {default: end of month of service_start}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    starts = {name: (date.default.start,) if date.default else () for name, date in case.process.dates.items()}
    for circle in circles(starts):
        ids = " → ".join((*circle, circle[0]))
        yield KIND.at(Place(case.file, ("dates", circle[0], "default")), circle=ids, date=circle[0])
