"""How much is told of one kind: enough to mend, and never so many warnings that an error goes unseen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from aloitus.findings import Finding, FindingKind, Message, Place, Severity
from aloitus.model.client import ExtraTask, TaskEntry
from aloitus.model.firm import Person
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy
from aloitus.rules.enough import MOST_OF_A_KIND, enough
from aloitus.rules.firm.client_extract import ClientExtract
from aloitus.rules.process.process_case import PeopleCase, ProcessCase
from aloitus.rules.run import check_approvals, check_client, check_firm, check_people, check_process
from builders import CLOSING_TASKS, a_closed_client, a_process, a_task, text
from client_case import a_case

TODAY = date(2026, 11, 23)
MANY = MOST_OF_A_KIND + 50
KIND = FindingKind("TST001", "test", Severity.ERROR, "")
NOTE, WARNING, ERROR = Severity


def findings(*severities: Severity, code: str = "TST001") -> list[Finding]:
    return [Finding(code, "test", severity, Message("test"), Place("a")) for severity in severities]


def test_each_code_and_severity_has_room_of_its_own() -> None:
    many = findings(*[NOTE] * MANY, *[WARNING] * MANY, ERROR) + findings(WARNING, code="TST002")
    told = [(finding.code, finding.severity) for finding in enough(many, ERROR)]
    assert [told.count(("TST001", severity)) for severity in Severity] == [MOST_OF_A_KIND, MOST_OF_A_KIND, 1]
    assert told.count(("TST002", WARNING)) == 1


def test_a_rule_is_asked_no_more_once_it_has_told_enough_of_the_gravest() -> None:
    asked = []

    def rule() -> Iterator[Finding]:
        for finding in findings(*[ERROR] * MANY):
            asked.append(finding)
            yield finding

    assert len(list(enough(rule(), ERROR))) == MOST_OF_A_KIND
    assert len(asked) == MOST_OF_A_KIND + 1


def test_no_number_of_tasks_that_are_new_hides_a_task_that_the_client_left_open() -> None:
    extra = {"order-scanner": ExtraTask("order-scanner", text("Tilaa skanneri"), "accountant", None, TaskEntry())}
    client = replace(a_closed_client(), extra_tasks=extra)
    process = a_process(*CLOSING_TASKS, *(a_task(f"new-{number}") for number in range(MANY)))
    told = [finding for finding in check_client(a_case(client, process, TODAY)) if finding.code == "CLO301"]
    assert [finding.place.key[0] for finding in told if finding.severity is ERROR] == ["extra_tasks"]
    assert len(told) == MOST_OF_A_KIND + 1


def test_of_a_process_and_of_the_people_enough_is_told() -> None:
    unknown = tuple(f"nobody-{number}" for number in range(MANY))
    process = a_process(a_task("begin", after=" ".join(unknown)))
    found = check_process(ProcessCase(process, "templates/processes/client-onboarding.yaml", {}, {}))
    assert [finding.code for finding in found].count("PRO701") == MOST_OF_A_KIND
    people = {name: Person(name, name, ("accountnat",)) for name in unknown}
    found = check_people(PeopleCase(people, "templates/people.yaml", {process.id: process}))
    assert [finding.code for finding in found].count("PRO717") == MOST_OF_A_KIND


def test_of_approvals_enough_is_told() -> None:
    policy = ApprovalPolicy("clients/x.yaml", {}, {}, TODAY)
    waivers = [Approval("waiver", ("tasks", f"t-{number}"), text("T"), "a", None, None) for number in range(MANY)]
    assert [finding.code for finding in check_approvals(waivers, policy)].count("POL501") == MOST_OF_A_KIND


def test_across_clients_every_error_is_told_for_one_of_them_may_be_new() -> None:
    one, other = (
        ClientExtract(name, f"clients/{name}.yaml", name, True, None, f"group-{name}", tuple(_items()))
        for name in ("acme", "beta")
    )
    codes = [finding.code for finding in check_firm([one, other])]
    assert codes.count("VAL234") == 2 * MANY
    lone = [one._replace(id=f"c-{number}", group=f"g-{number}", invoices=()) for number in range(MANY)]
    assert [finding.code for finding in check_firm(lone)].count("REF111") == MOST_OF_A_KIND


def _items() -> Iterator[tuple[str, str]]:
    return ((f"item-{number}", str(20_000 + number)) for number in range(MANY))
