"""The client was closed by somebody who isn't its project manager.

The project manager answers for the onboarding as a whole, and closes it; a deputy named in the same role may do so as
well. In a comparison the project managers are those of the state compared with: nobody becomes one in the change that
closes.

To mend it, let a project manager of the client close it.

Source: the firm's process description, "Projektipäällikkö varmistaa".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Related, Severity
from aloitus.rules.case import PROJECT_MANAGER, Case

KIND = FindingKind(
    "CLO311",
    "closed-by-another",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
closure: {by: matti-makinen}
"""),
    passing=Example("""\
status: closed
closure: {by: liisa-laine}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    closure = case.client.closure
    if not case.closing_counts or closure is None or not closure.by or closure.by in case.project_managers:
        return
    person = case.people.get(closure.by)
    related = Related(Message("clo.managers-here"), case.at("team", PROJECT_MANAGER))
    yield KIND.at(
        case.at("closure", "by"),
        related=(related,),
        person=person.name if person else closure.by,
        manager=case.project_manager,
    )
