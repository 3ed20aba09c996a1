"""The time from signing to the start of production is too short for what has to be done first ("aikataulu ei riitä").

Due days are counted from the signing day and back from the start. Where the two don't leave room, tasks are pushed
later: at worst a task of the start gate lands after the day of the start itself.

To mend it, move the start with a `date-moved` change, or agree with the team who does what in the shorter time; the
message goes away when the start has been recorded.

Source: the process's own due rules; with those it is delivered with, 23 working days are needed.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ClientStatus
from aloitus.plan.client_plan import StartGatePlan
from aloitus.rules.case import Case

KIND = FindingKind(
    "CLO316",
    "schedule-too-tight",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
dates: {agreement_signed: 2026-04-20, service_start: 2026-04-23}
"""),
    passing=Example("""\
dates: {agreement_signed: 2026-04-20, service_start: 2026-08-03}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if case.client.status is not ClientStatus.ACTIVE:
        return
    for gate in case.plan.start_gates:
        if gate.passed_on is None and gate.day and gate.missing and (gate.too_tight or gate.lead_lacking > 0):
            yield _finding(case, gate)


def _finding(case: Case, gate: StartGatePlan) -> Finding:
    place = case.at("service_starts", gate.service, "agreed") if gate.service else case.at("dates", "service_start")
    if gate.too_tight:
        task = max(gate.too_tight, key=lambda task: task.due or date.min)
        return KIND.at(place, variant="gate", day=gate.day, task=task.title, id=task.id, due=task.due)
    return KIND.at(place, day=gate.day, lead=gate.lead, needed=gate.lead_needed)
