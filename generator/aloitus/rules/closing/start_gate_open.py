"""Service production started, though a task of the start gate wasn't finished.

Some tasks have to be final before production starts (`gate: start`): the client identified, the agreement and the
mandates in place, payroll tried out. Setting `service_started`, or a service's `started`, with one of them unfinished
is an error in the change that does it. In the working tree, which has no history, it's a warning.

To mend it, finish the task and sign it off first, or have it waived with an approval where the process allows it.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.model.client import Client
from aloitus.plan.profile import only_service
from aloitus.rules.case import Case

KIND = FindingKind(
    "CLO313",
    "start-gate-open",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
dates: {service_started: 2026-05-11}
tasks:
  identify-client: {status: in-progress, date: null, by: null, evidence: null}
"""),
    passing=Example("""\
dates: {service_started: 2026-05-11}
tasks:
  identify-client: {status: done, date: 2026-04-20, by: matti-makinen, evidence: Todennettu tuntemisjärjestelmään}
  run-parallel-payroll: {status: done, date: 2026-05-08, by: palle-palkka}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if not _started(case.client):
        return
    for gate in case.plan.start_gates:
        if gate.passed_on is None or not gate.missing:
            continue
        key = ("service_starts", gate.service, "started") if gate.service else ("dates", "service_started")
        for task in gate.missing:
            started = Related(Message("clo.started-here"), case.at(*key))
            required = Related(Message("clo.required-here"), Place(case.process_file, ("tasks", task.id, "gate")))
            severity = None if case.strict else Severity.WARNING
            service = only_service(task.rule.when) if task.rule and not gate.service else None
            yield KIND.at(
                case.at(*task.key),
                help=f"{KIND.wording_key}-service-help" if service else True,
                related=(started, required),
                severity=severity,
                task=task.title,
                id=task.id,
                started=gate.passed_on,
                client=case.client.id,
                service=service,
                today=case.today.isoformat(),
            )


def _started(client: Client) -> bool:
    return "service_started" in client.dates or any(start.started for start in client.service_starts.values())
