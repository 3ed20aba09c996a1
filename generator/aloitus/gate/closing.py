"""Judges a closing, and the start of production, in the change that makes it, by base's process."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from aloitus.findings import Finding, Severity, once
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, Client, ClientStatus
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.profile import only_service
from aloitus.rules.case import PROJECT_MANAGER, Case
from aloitus.rules.closing import start_gate_open, task_not_final
from aloitus.rules.registry import CLOSING_RULES, VALUE_RULES

JUDGED = (*CLOSING_RULES, *VALUE_RULES)
"""The rules that say whether a record is complete; names are resolved in the head, not here."""


def judge_closing(step: ClientStep) -> Iterator[Finding]:
    """What the policy asks of this change of the client; a file that is brought in is exempt in this one change."""
    process = step.comparison.process_of(step.head)
    if process is None or is_brought_in(step):
        return
    if step.closes:
        found = closing_findings(step, process)
        yield from found
        yield from _asked_by_head_alone(step, found)
    yield from _start(step, process)


def is_brought_in(step: ClientStep) -> bool:
    return step.base is None and bool(new_entries(step, ChangeKind.IMPORTED))


def closing_findings(step: ClientStep, process: Process) -> list[Finding]:
    """What keeps the client from being closed by `process`.

    Which dated tasks a closed client is held to goes by the day of its closing. That day is only what the file says,
    so a client that is being closed is held to the tasks that are in force on the day of the change as well.
    """
    case = _case(step, process, step.head)
    found = [finding for rule in JUDGED for finding in rule.check(case)]
    undated = replace(step.head, closure=None)
    found += task_not_final.check(_case(step, process, undated))
    return once(found)


def _asked_by_head_alone(step: ClientStep, found: list[Finding]) -> Iterator[Finding]:
    """What only the head's own process asks: worth knowing, and no obstacle to a closing judged by base's."""
    own = step.comparison.head.processes.get(step.head.process)
    asked = {(finding.code, finding.place) for finding in found}
    for finding in closing_findings(step, own) if own else ():
        if finding.severity is Severity.ERROR and (finding.code, finding.place) not in asked:
            yield replace(finding, severity=Severity.WARNING)


def _start(step: ClientStep, process: Process) -> Iterator[Finding]:
    """The unfinished tasks of each start gate that this change says was passed.

    What was written down while the client was planned is judged when it becomes active. A service that is added once
    production runs has passed no gate; one that no longer starts on a day of its own passes the client's.
    """
    now = _starts(step.head)
    was = _starts(step.base) if step.base and step.base.status is not ClientStatus.PLANNED else dict.fromkeys(now)
    passed = {service for service, day in now.items() if day and service in was and day != was[service]}
    if not passed:
        return
    case = _case(step, process, step.head)
    keys = {
        task.key
        for gate in case.plan.start_gates
        for task in gate.missing
        if gate.service in passed or (task.rule and only_service(task.rule.when) in passed - {None})
    }
    yield from (finding for finding in start_gate_open.check(case) if finding.place.key in keys)


def _starts(client: Client) -> dict[str | None, date | None]:
    """The day that production began, of the client and of each of its services."""
    together, own = client.dates.get("service_started"), client.service_starts
    starts: dict[str | None, date | None] = {None: together}
    starts.update((service, own[service].started if service in own else together) for service in client.services)
    return starts


def _case(step: ClientStep, process: Process, client: Client) -> Case:
    comparison = step.comparison
    plan = plan_client(client, process, comparison.workdays, step.today)
    before = step.head if comparison.is_first else step.base
    managers = before.team.get(PROJECT_MANAGER, ()) if before else ()
    return Case(plan, step.file, comparison.head.people, strict=True, managers=managers)
