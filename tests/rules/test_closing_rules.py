"""The criteria of closing, over a closed client that meets them all."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aloitus.findings import Finding, Severity, Term
from aloitus.i18n import wording
from aloitus.model.client import (
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    ExtraTask,
    InvoicingItem,
    MeetingEntry,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.process import ClosureGate, Criterion, Process
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.registry import CLOSING_RULES
from aloitus.rules.run import check_closing
from builders import (
    CLOSING_TASKS,
    QUICK_REVIEW,
    a_closed_client,
    a_meeting,
    a_process,
    a_task,
    day,
    done,
    fulfilled_by,
    held,
    invoiced,
    text,
    waived,
)
from client_case import a_case
from golden import same_as_golden
from told import told

TODAY = date(2026, 11, 23)
PROCESS = a_process(a_task("open-engagement"), a_task("identify-client", waivable=False, gate=True), *CLOSING_TASKS)
TASKS = {"open-engagement": done("2026-04-22"), "identify-client": done("2026-04-21")}


def closed(
    process: Process = PROCESS, *, strict: bool = False, managers: tuple[str, ...] | None = None, **fields: Any
) -> list[Finding]:
    """What closing is found to lack, of a client that lacks only what `fields` take away."""
    client = a_closed_client(**{"tasks": TASKS, **fields})
    return check_closing(case_of(client, process, strict=strict, managers=managers))


def case_of(client: Client, process: Process = PROCESS, **how: Any) -> Case:
    return a_case(client, process, TODAY, **how)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_a_client_that_meets_every_criterion_is_closed() -> None:
    assert closed() == []
    assert closed(strict=True) == []


def test_criteria_are_not_asked_of_a_client_that_goes_on() -> None:
    assert check_closing(case_of(replace(a_closed_client(), status=ClientStatus.ACTIVE))) == []


def test_every_reason_for_not_closing_has_one_rule() -> None:
    reasons = [reason for rule in CLOSING_RULES for reason in getattr(rule, "REASONS", ())]
    assert sorted(reasons) == sorted(Reason)


ACTION = Action("book", text("Varaa koulutus"), "liisa-laine", None)
LACKS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a task recorded open": ({"tasks": TASKS | {"open-engagement": TaskEntry()}}, ["CLO301"]),
    "a done task without a day": (
        {"tasks": TASKS | {"open-engagement": TaskEntry(Status.DONE, by="tiina-tuki")}},
        ["CLO301"],
    ),
    "an extra task": ({"extra_tasks": {"a": ExtraTask("a", text("A"), "accountant", None)}}, ["CLO301"]),
    "an action": ({"meetings": {"quick-review": held("2026-10-01", actions={"book": ACTION})}}, ["CLO301"]),
    "the start": ({"dates": {"agreement_signed": day("2026-04-20"), "service_start": day("2026-06-01")}}, ["CLO302"]),
    "a service's own start": (
        {"service_starts": {"bookkeeping": ServiceStart(day("2026-06-01"))}},
        ["CLO302"],
    ),
    "the review": ({"meetings": {"quick-review": MeetingEntry()}}, ["CLO303"]),
    "the review's day": ({"meetings": {"quick-review": replace(held("2026-10-01"), date=None)}}, ["CLO303"]),
    "another participant": (
        {"meetings": {"quick-review": held("2026-10-01", participants=("liisa-laine",))}},
        ["CLO305"],
    ),
    "minutes that say something": (
        {"meetings": {"quick-review": held("2026-10-01", decisions=(), minutes=".")}},
        ["CLO306"],
    ),
    "any work": ({"invoicing": {}}, ["CLO307"]),
    "an invoice": ({"invoicing": {"a": InvoicingItem("a", text("A"))}}, ["CLO307"]),
    "a look at the ERP's list": ({"uninvoiced": None}, ["CLO308"]),
    "an empty list": ({"uninvoiced": Uninvoiced(2, day("2026-10-12"), "liisa-laine")}, ["CLO308"]),
    "a late enough look": ({"uninvoiced": Uninvoiced(0, day("2026-04-30"), "liisa-laine")}, ["CLO308"]),
    "the day in the ERP": ({"closure": Closure(day("2026-10-13"), "liisa-laine", None)}, ["CLO309"]),
    "the closing itself": ({"closure": None}, ["CLO309"]),
    "the day of closing": ({"closure": Closure(None, "liisa-laine", day("2026-10-13"))}, ["CLO310"]),
    "a name under it": ({"closure": Closure(day("2026-10-13"), None, day("2026-10-13"))}, ["CLO310"]),
    "a project manager's name": (
        {"closure": Closure(day("2026-10-13"), "matti-makinen", day("2026-10-13"))},
        ["CLO311"],
    ),
    "the name of somebody known": (
        {"closure": Closure(day("2026-10-13"), "joku-muu", day("2026-10-13"))},
        ["CLO311"],
    ),
    "a project manager": ({"managers": ()}, ["CLO311"]),
    "a project manager and the closing itself": ({"managers": (), "closure": None}, ["CLO309"]),
    "a project manager and a day": (
        {"managers": (), "closure": Closure(None, None, day("2026-10-13"))},
        ["CLO310", "CLO310"],
    ),
    "a day after the last record": (
        {"closure": Closure(day("2026-10-11"), "liisa-laine", day("2026-10-12"))},
        ["CLO312"],
    ),
    "a day after the ERP was closed": (
        {"closure": Closure(day("2026-10-13"), "liisa-laine", day("2026-10-14"))},
        ["CLO312"],
    ),
    "an ERP closed after the last record": (
        {"closure": Closure(day("2026-10-13"), "liisa-laine", day("2026-10-11"))},
        ["CLO312"],
    ),
    "a day after both records of the last day": (
        {
            "invoicing": {"late": invoiced("late", on="2026-10-12")},
            "closure": Closure(day("2026-10-11"), "liisa-laine", day("2026-10-12")),
        },
        ["CLO312"],
    ),
}


def test_an_action_is_told_by_its_own_title_though_its_meeting_is_a_task_too() -> None:
    finding = closed(**LACKS["an action"][0])[0]
    assert finding.message.values["task"] == text("Varaa koulutus")


@pytest.mark.parametrize(("fields", "expected"), LACKS.values(), ids=LACKS)
def test_what_the_clients_own_file_contradicts_is_an_error(fields: dict[str, Any], expected: list[str]) -> None:
    found = closed(**fields)
    assert codes(found) == expected
    assert {finding.severity for finding in found} == {Severity.ERROR}


ASKED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a task that isn't listed": ({"tasks": {"identify-client": done("2026-04-21")}}, ["CLO301"]),
    "a task that was waivable": ({"tasks": TASKS | {"identify-client": waived()}}, ["CLO301"]),
    "a meeting that isn't listed": ({"meetings": {}}, ["CLO303"]),
    "a wider window before": ({"meetings": {"quick-review": held("2026-06-11")}}, ["CLO304"]),
    "a wider window after": (
        {
            "meetings": {"quick-review": held("2027-02-01")},
            "uninvoiced": Uninvoiced(0, day("2027-02-02"), "liisa-laine"),
            "closure": Closure(day("2027-02-03"), "liisa-laine", day("2027-02-03")),
        },
        ["CLO304"],
    ),
}


@pytest.mark.parametrize(("fields", "expected"), ASKED.values(), ids=ASKED)
def test_what_only_todays_process_asks_is_a_warning_and_in_the_closing_change_an_error(
    fields: dict[str, Any], expected: list[str]
) -> None:
    found = closed(**fields)
    assert codes(found) == expected
    assert {finding.severity for finding in found} == {Severity.WARNING}
    strictly = closed(strict=True, **fields)
    assert codes(strictly) == expected
    assert {finding.severity for finding in strictly} == {Severity.ERROR}


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_is_told_of_each_lack(language: str) -> None:
    findings = {name: closed(**fields) for name, (fields, _expected) in (LACKS | ASKED).items()}
    same_as_golden(Path(__file__).parent / "golden" / f"closing.{language}.txt", told(findings, wording(language)))


@pytest.mark.parametrize("criterion", Criterion)
def test_a_criterion_that_the_process_lacks_is_never_taken_for_met(criterion: Criterion) -> None:
    assert PROCESS.closure_gate is not None
    kept = tuple(rule for rule in PROCESS.closure_gate.criteria if rule.criterion is not criterion)
    lighter = replace(PROCESS, closure_gate=ClosureGate(text("Päättäminen"), kept))
    found = [finding for finding in closed(lighter, strict=True) if finding.code == "CLO315"]
    assert [finding.message.values["criterion"] for finding in found] == [Term(f"clo.criterion-{criterion.value}")]
    assert found[0].severity is Severity.ERROR


def test_a_process_without_criteria_lets_nothing_be_closed() -> None:
    without = replace(PROCESS, closure_gate=None)
    assert codes(closed(without, strict=True)) == ["CLO315"] * 4
    assert {finding.severity for finding in closed(without)} == {Severity.WARNING}


def test_project_managers_are_those_of_the_state_compared_with() -> None:
    assert codes(closed(managers=("pekka-sijainen",))) == ["CLO311"]
    assert codes(closed(managers=())) == ["CLO311"]
    assert closed(managers=("liisa-laine",)) == []


def test_a_deputy_closes_as_well_as_the_leader() -> None:
    assert closed(closure=Closure(day("2026-10-13"), "pekka-sijainen", day("2026-10-13"))) == []


def test_a_task_that_a_meeting_fulfils_points_at_the_meeting() -> None:
    kickoff = a_meeting("internal-kickoff", "agreement_signed + 8 workdays")
    task = a_task("hold-kickoff", fulfilled_by=fulfilled_by("meetings.internal-kickoff"))
    process = a_process(*PROCESS.tasks.values(), task, meetings=(kickoff, QUICK_REVIEW))
    missing = closed(process)
    assert [finding.place.key[:2] for finding in missing] == [("meetings", "internal-kickoff")]
    assert missing[0].severity is Severity.WARNING
    planned = {"quick-review": held("2026-10-01"), "internal-kickoff": MeetingEntry()}
    assert [finding.severity for finding in closed(process, meetings=planned)] == [Severity.ERROR]


def test_a_closing_that_is_brought_in_is_judged_when_it_is_made() -> None:
    imported = Change(ChangeKind.IMPORTED, TODAY, "liisa-laine", "Ennen tätä", approved_by="eeva-esihenkilo")
    assert closed(changes=(imported,), invoicing={}) == []
    assert codes(closed(changes=(imported,), invoicing={}, strict=True)) == ["CLO307"]


def test_the_last_day_recorded_is_shown_beside_a_closing_that_comes_before_it() -> None:
    found = closed(
        invoicing={"late": invoiced("late", on="2026-10-20")},
        uninvoiced=Uninvoiced(0, day("2026-10-12"), "liisa-laine"),
    )
    places = [related.place.key for finding in found for related in finding.related]
    assert ("invoicing", "items", "late", "date") in places
