"""An extra task has the id of a task of the process.

Tasks are known by their ids, on pages, in links and in changes, so an extra task's id is never that of a task of the
process.

To mend it, give the extra task another id.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "REF116",
    "task-id-taken",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
extra_tasks:
  open-engagement: {title: Perusta toinen toimeksianto, role: support-services, due: 2026-05-29}
"""),
    passing=Example("""\
extra_tasks:
  open-second-engagement: {title: Perusta toinen toimeksianto, role: support-services, due: 2026-05-29}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for name, extra in case.client.extra_tasks.items():
        if name in case.process.tasks:
            related = Related(Message("ref.taken-here"), Place(case.process_file, ("tasks", name), on_key=True))
            # The process may have got the task after the client was closed.
            severity = Severity.WARNING if case.is_over else None
            place = case.at_key("extra_tasks", name)
            yield KIND.at(place, related=(related,), severity=severity, task=extra.title, id=name)
