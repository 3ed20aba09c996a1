"""Two tasks have the same title.

People know tasks by their titles. With the same one twice nobody can tell on a checklist, in a calendar or in the ERP
which is which.

To mend it, make one of the titles more exact.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO713",
    "repeated-title",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
tasks:
  agree-bank-authorisations: {title: {fi: Perusta toimeksianto, en: Agree bank authorisations}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
tasks:
  agree-bank-authorisations: {title: {fi: Sovi pankkivaltuutukset, en: Agree bank authorisations}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    seen: dict[tuple[str, str], str] = {}
    for name, task in case.process.tasks.items():
        for language, title in task.title.versions:
            first = seen.setdefault((language, title.casefold().strip()), name)
            if first != name:
                related = Related(Message("pro.first-title-here"), Place(case.file, ("tasks", first, "title")))
                place = Place(case.file, ("tasks", name, "title"))
                yield KIND.at(place, related=(related,), title=title, id=name, other=first)
                break
