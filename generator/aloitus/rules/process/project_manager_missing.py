"""The process has no role project-manager.

The project manager answers for the onboarding as a whole and is the one who closes it, so every process has the role
with this id. Its title may be any.

To mend it, add `project-manager` under `roles`.

Source: the firm's process description, "Roolit ja vastuut".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.case import PROJECT_MANAGER
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO706",
    "project-manager-missing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
roles: {project-manager: null}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
roles: {project-manager: {title: Projektipäällikkö}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    if PROJECT_MANAGER not in case.process.roles:
        yield KIND.at(Place(case.file, ("roles",), on_key=True), role=PROJECT_MANAGER)
