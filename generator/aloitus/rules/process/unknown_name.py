"""The process names something that it doesn't have.

A task's phase, role, dependency or due rule, a condition's service or fact, a meeting's chair, the day of a gate: each
names something else in the same file. A misspelt name would silently drop what hangs on it.

To mend it, write the id as it stands elsewhere in the process, or add what's missing.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity, Term
from aloitus.rules.nearest import unknown_name
from aloitus.rules.process.names import known_names, names_in
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO701",
    "unknown-name",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  open-engagement: {role: suport-services}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
tasks:
  open-engagement: {role: support-services}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    known = known_names(case.process)
    for name in names_in(case.process):
        candidates = known[name.what]
        if name.name and name.name not in candidates:
            what = Term(f"rules.what-{name.what}")
            place = Place(case.file, name.key)
            yield unknown_name(KIND, place, name.name, candidates, where=case.file, what=what)
