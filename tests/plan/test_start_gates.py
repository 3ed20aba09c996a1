from datetime import date
from typing import Any

import pytest

from aloitus.model.client import Client, ClientStatus, ServiceStart, Status, TaskEntry
from aloitus.model.process import Task
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import StartGatePlan
from builders import a_client, a_process, a_task, day, done, finland, waived, when

TODAY = date(2026, 5, 4)
GATED, FREE = a_task("gated", gate=True), a_task("free")  # both due on 18.5.


def gates(*tasks: Task, client: Client | None = None, today: date = TODAY) -> tuple[StartGatePlan, ...]:
    return plan_client(client or a_client(), a_process(*(tasks or (GATED, FREE))), finland(), today).start_gates


def gate(*tasks: Task, today: date | str = TODAY, **client: Any) -> StartGatePlan:
    return gates(*tasks, client=a_client(**client), today=day(today))[0]


def ids(tasks: tuple[Any, ...]) -> list[str]:
    return [task.id for task in tasks]


def test_the_gate_shows_its_tasks_and_those_that_are_missing() -> None:
    found = gate(GATED, FREE, a_task("known", gate=True), tasks={"known": done("2026-04-22")})
    assert (ids(found.tasks), ids(found.missing)) == (["gated", "known"], ["gated"])
    assert (found.service, found.day, found.passed_on) == (None, date(2026, 6, 1), None)
    assert found.days_left == 19


def test_a_waived_task_is_not_missing_and_an_unapproved_waiver_is() -> None:
    assert gate(tasks={"gated": waived()}).missing == ()
    assert ids(gate(tasks={"gated": waived(approved_by=None)}).missing) == ["gated"]


def test_a_process_without_a_gate_has_none() -> None:
    plan = plan_client(a_client(), a_process(GATED, start_gate=None), finland(), TODAY)
    assert plan.start_gates == ()


def test_a_gate_that_was_passed_is_behind() -> None:
    found = gate(started="2026-06-02", today="2026-06-15")
    assert (found.passed_on, found.at_risk, found.days_left, found.too_tight) == (date(2026, 6, 2), False, None, ())
    assert ids(found.missing) == ["gated"]


@pytest.mark.parametrize(
    ("today", "entry", "at_risk"),
    [
        ("2026-05-18", TaskEntry(), False),
        ("2026-05-19", TaskEntry(), True),  # overdue
        ("2026-05-04", TaskEntry(Status.BLOCKED, reason="Pankki"), True),
        ("2026-05-04", TaskEntry(Status.WAITING, reason="Asiakas"), False),
        ("2026-05-04", TaskEntry(due=day("2026-06-01")), False),
        ("2026-05-04", TaskEntry(due=day("2026-06-02")), True),  # due after the day
        ("2026-06-01", TaskEntry(due=day("2026-06-01")), True),  # the day has come
        ("2026-06-01", done("2026-05-18"), False),
        ("2026-06-02", done("2026-05-18"), True),  # and nobody recorded the start
    ],
)
def test_when_a_start_is_at_risk(today: str, entry: TaskEntry, at_risk: bool) -> None:
    assert gate(today=today, tasks={"gated": entry}).at_risk == at_risk


def test_other_tasks_put_no_start_at_risk() -> None:
    assert not gate(FREE, today="2026-05-19").at_risk


def test_a_start_without_a_day_is_at_risk_only_through_its_tasks() -> None:
    known = a_task("known", "agreement_signed + 2 workdays", gate=True)
    assert not gate(known, starts=None, today="2026-04-22").at_risk
    found = gate(known, starts=None, today="2026-04-23")
    assert (found.at_risk, found.day, found.days_left, found.lead, found.lead_needed) == (True, None, None, None, None)


@pytest.mark.parametrize("status", [ClientStatus.CLOSED, ClientStatus.CANCELLED])
def test_nothing_is_at_risk_when_the_onboarding_is_over(status: ClientStatus) -> None:
    found = gate(status=status, today="2026-07-01")
    assert (found.at_risk, found.days_left, found.too_tight) == (False, None, ())


KICKOFF = a_task("kickoff", "agreement_signed + 8 workdays")
AFTER_KICKOFF = a_task("test", "service_start - 15 workdays", after="kickoff", gate=True)


@pytest.mark.parametrize(
    ("starts", "lead", "lacking", "too_tight"),
    [
        ("2026-05-25", 23, 0, []),
        ("2026-05-22", 22, 1, []),
        ("2026-04-30", 8, 15, []),
        ("2026-04-29", 7, 16, ["test"]),
    ],
)
def test_the_time_is_too_short_when_a_push_lands_a_gate_task_after_the_start(
    starts: str, lead: int, lacking: int, too_tight: list[str]
) -> None:
    """8 working days to the kickoff and 15 from there: the process takes 23."""
    found = gate(KICKOFF, AFTER_KICKOFF, starts=starts, today="2026-04-20")
    assert (found.lead, found.lead_needed, found.lead_lacking) == (lead, 23, lacking)
    assert ids(found.too_tight) == too_tight


def test_what_is_due_on_the_start_itself_takes_its_time_too() -> None:
    go = a_task("go", "service_start", after="kickoff", gate=True)
    found = gate(KICKOFF, go, starts="2026-04-29", today="2026-04-20")
    assert (found.lead, found.lead_needed, ids(found.too_tight)) == (7, 8, ["go"])


def test_the_time_is_too_short_when_signing_itself_comes_too_late() -> None:
    found = gate(starts="2026-04-20", today="2026-04-20")
    assert (ids(found.too_tight), found.lead, found.lead_needed) == (["gated"], 0, 11)


def test_what_is_finished_is_not_too_tight() -> None:
    tasks = {"test": done("2026-04-28")}
    assert gate(KICKOFF, AFTER_KICKOFF, starts="2026-04-29", today="2026-04-28", tasks=tasks).too_tight == ()


def test_a_day_that_somebody_chose_is_late_and_not_too_tight() -> None:
    own = {"test": TaskEntry(due=day("2026-06-02"))}
    assert gate(KICKOFF, AFTER_KICKOFF, tasks=own).too_tight == ()
    pushed = gate(KICKOFF, AFTER_KICKOFF, tasks={"kickoff": TaskEntry(due=day("2026-06-02"))})
    assert ids(pushed.too_tight) == ["test"]
    assert pushed.lead_lacking == 0  # the process would do with the time there is


def test_dependencies_that_the_process_orders_badly_need_no_more_time() -> None:
    badly = (a_task("late", "service_start - 2 workdays"), a_task("early", after="late", gate=True))
    assert gate(*badly).lead_lacking == 0


# Services that start on a day of their own

PAYROLL_LATER = {"payroll": ServiceStart(day("2026-07-01"))}
PAY, PAY_AND_BOOK = (
    a_task("pay", gate=True, when=when("payroll")),
    a_task("both", gate=True, when=when("payroll bookkeeping")),
)


def with_payroll(**fields: Any) -> Client:
    return a_client(services=("bookkeeping", "payroll"), **{"service_starts": PAYROLL_LATER} | fields)


def test_a_service_with_a_day_of_its_own_has_a_gate_of_its_own() -> None:
    own, payroll = gates(GATED, PAY, PAY_AND_BOOK, client=with_payroll())
    assert (own.service, ids(own.tasks), own.day) == (None, ["gated", "both"], date(2026, 6, 1))
    assert (payroll.service, ids(payroll.tasks), payroll.day) == ("payroll", ["pay"], date(2026, 7, 1))
    assert payroll.days_left == 40  # 19 to 1.6. and 21 from there


def test_without_a_day_of_its_own_it_is_judged_with_the_client() -> None:
    (own,) = gates(GATED, PAY, client=with_payroll(service_starts={}))
    assert ids(own.tasks) == ["gated", "pay"]


def test_each_gate_is_passed_on_its_own() -> None:
    starts = {"payroll": ServiceStart(day("2026-07-01"), day("2026-07-02"))}
    own, payroll = gates(GATED, PAY, client=with_payroll(service_starts=starts))
    assert (own.passed_on, payroll.passed_on) == (None, date(2026, 7, 2))


def test_a_service_that_is_not_bought_has_no_gate() -> None:
    assert len(gates(GATED, PAY, client=a_client(service_starts=PAYROLL_LATER))) == 1


def test_a_service_without_an_agreed_day_starts_with_the_client() -> None:
    starts = {"payroll": ServiceStart(started=day("2026-07-02"))}
    payroll = gates(GATED, PAY, client=with_payroll(service_starts=starts))[1]
    assert (payroll.day, payroll.passed_on) == (date(2026, 6, 1), date(2026, 7, 2))


def test_gates_of_services_come_by_id() -> None:
    starts = {"payroll": ServiceStart(day("2026-07-01")), "bookkeeping": ServiceStart(day("2026-06-15"))}
    found = gates(GATED, PAY, client=with_payroll(service_starts=starts))
    assert [gate.service for gate in found] == [None, "bookkeeping", "payroll"]
