"""The client is closed, though a task isn't final.

An onboarding is closed when everything in it is: each task that applies, each extra task and each action of a meeting
is done (with a day and a person), not applicable (with a reason and an approval), or cancelled (extra tasks and
actions alone). A task that isn't listed is open. In the working tree a task that the file doesn't mention is a
warning: the process may have got it after the client was closed.

To mend it, finish the task and sign it off, or keep the client `active` until then.

Source: the firm's process description, "Käyttöönottoprojektin päättäminen".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.plan.client_plan import Reason, TaskKind
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, severity_of, unmet

KIND = FindingKind(
    "CLO301",
    "task-not-final",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
tasks:
  agree-bank-authorisations: {status: waiting, reason: Pankin sopimus tulossa}
"""),
    passing=Example("""\
status: closed
tasks:
  agree-bank-authorisations: {status: done, date: 2025-11-20, by: tiina-tuki, evidence: Valtuutus arkistossa}
"""),
)


REASONS = (Reason.TASK_NOT_FINAL,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        task = case.plan.tasks_by_place[missing.key, missing.subject]
        elsewhere = task.rule and task.rule.fulfilled_by
        place = case.at(*missing.key) if elsewhere else case.at(*missing.key, "status")
        related = [closed_here(case)]
        if task.kind is TaskKind.PROCESS:
            required = Place(case.process_file, ("tasks", task.id), on_key=True)
            related.append(Related(Message("clo.required-here"), required))
        meeting = elsewhere.meeting if elsewhere else None
        yield KIND.at(
            place,
            help=f"{KIND.wording_key}-meeting-help" if meeting else True,
            related=tuple(related),
            severity=severity_of(case, missing),
            today=case.today.isoformat(),
            task=task.title,
            id=task.id,
            meeting=meeting,
        )
