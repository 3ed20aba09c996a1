"""A task's guide doesn't exist.

`guide` names a page of the wiki, `site/guides/<language>/<guide>.md`. Without the file the task would link to nowhere.
A guide that's missing only in one of the firm's other languages is a warning.

To mend it, write the name of a guide that exists, or write the guide.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.nearest import nearest
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO708",
    "unknown-guide",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
tasks:
  open-engagement: {guide: seting-up-an-engagement}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
tasks:
  open-engagement: {guide: setting-up-an-engagement}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    for name, task in case.process.tasks.items():
        absent = [language for language, guides in case.guides.items() if task.guide and task.guide not in guides]
        if not absent or task.guide is None:
            continue
        first = next(iter(case.guides))
        place = Place(case.file, ("tasks", name, "guide"))
        meant = nearest(task.guide, case.guides[first]) if first in absent else None
        yield KIND.at(
            place,
            help="rules.did-you-mean" if meant else True,
            severity=None if first in absent else Severity.WARNING,
            guide=task.guide,
            task=task.title,
            language=absent[0],
            suggestion=meant,
        )
