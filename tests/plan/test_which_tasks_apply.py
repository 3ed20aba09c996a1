from datetime import date
from typing import Any

import pytest

from aloitus.model.client import Change, ChangeKind, Client, ClientStatus, Closure
from aloitus.model.process import Process, Step, Task
from aloitus.plan.build import plan_client
from builders import a_client, a_closed_client, a_process, a_task, day, done, finland, text, when

TODAY = date(2026, 5, 18)


def ids(client: Client, process: Process, today: date = TODAY) -> list[str]:
    return [task.id for task in plan_client(client, process, finland(), today).tasks]


@pytest.mark.parametrize(
    ("condition", "applies"),
    [
        (when(), True),
        (when("payroll"), True),
        (when("bookkeeping payroll"), True),
        (when("bookkeeping"), False),
        (when(facts="data-transfer"), True),
        (when(facts="data-transfer vat-liable"), False),
        (when("bookkeeping payroll", facts="data-transfer"), True),
        (when("payroll", facts="vat-liable"), False),
    ],
)
def test_a_task_needs_any_of_its_services_and_all_of_its_facts(condition: Any, applies: bool) -> None:
    process = a_process(a_task("a-task", when=condition))
    client = a_client(services=("payroll",), facts=("data-transfer",))
    assert ids(client, process) == (["a-task"] if applies else [])


def test_steps_have_conditions_of_their_own() -> None:
    steps = (Step(text("aina")), Step(text("palkat"), when("payroll")), Step(text("alv"), when(facts="vat-liable")))
    process = a_process(a_task("a-task", steps=steps))
    plan = plan_client(a_client(facts=("vat-liable",)), process, finland(), TODAY)
    assert [step.say("fi") for step in plan.tasks[0].steps] == ["aina", "alv"]


def test_entries_of_a_service_that_ended_stay_and_are_ignored() -> None:
    process = a_process(a_task("pay", when=when("payroll")), a_task("book"), a_task("also-pay", when=when("payroll")))
    entries = {
        "also-pay": done("2026-05-04"),
        "book": done("2026-05-04"),
        "unknown": done("2026-05-04"),
        "pay": done("2026-05-04"),
    }
    plan = plan_client(a_client(tasks=entries), process, finland(), TODAY)
    assert plan.ignored_entries == ("pay", "also-pay")
    assert [task.id for task in plan.tasks] == ["book"]
    assert plan.progress.total == 1


def dated(starts: str | None = None, ends: str | None = None, *, running: bool = False) -> Process:
    begins, until = (day(iso) if iso else None for iso in (starts, ends))
    return a_process(a_task("a-task", applies_from=begins, applies_until=until, running=running))


def applies(process: Process, client: Client, today: str = "2026-05-18") -> bool:
    return ids(client, process, day(today)) == ["a-task"]


SIGNED_BEFORE, SIGNED_ON = a_client(signed="2026-04-20"), a_client(signed="2026-04-21")


def test_a_task_with_from_is_for_those_who_signed_on_or_after_the_day() -> None:
    new = dated(starts="2026-04-21")
    assert not applies(new, SIGNED_BEFORE)
    assert not applies(new, SIGNED_BEFORE, "2030-01-01")
    assert applies(new, SIGNED_ON)


def test_a_task_with_until_is_for_those_who_signed_before_the_day() -> None:
    ended = dated(ends="2026-04-21")
    assert applies(ended, SIGNED_BEFORE)
    assert applies(ended, SIGNED_BEFORE, "2030-01-01")
    assert not applies(ended, SIGNED_ON)


def test_a_task_between_two_days() -> None:
    process = dated(starts="2026-04-20", ends="2026-04-21")
    assert applies(process, SIGNED_BEFORE)
    assert not applies(process, SIGNED_ON)
    assert not applies(process, a_client(signed="2026-04-19"))


def test_a_running_task_falls_from_its_first_day_on_clients_that_are_not_closed_by_then() -> None:
    new = dated(starts="2026-09-01", running=True)
    assert not applies(new, SIGNED_BEFORE, "2026-08-31")
    assert applies(new, SIGNED_BEFORE, "2026-09-01")
    assert applies(new, a_client(signed="2026-09-01"), "2026-08-31")


@pytest.mark.parametrize(("closed", "judged"), [("2026-08-31", False), ("2026-09-01", True), ("2026-10-13", True)])
def test_a_closed_client_is_held_to_what_was_required_when_it_closed(closed: str, judged: bool) -> None:
    new = dated(starts="2026-09-01", running=True)
    client = a_closed_client(closure=Closure(day(closed), "liisa-laine", day(closed)))
    assert applies(new, client, "2027-06-01") == judged


def test_a_closed_client_without_a_day_is_judged_by_today() -> None:
    new = dated(starts="2026-09-01", running=True)
    assert applies(new, a_closed_client(closure=None), "2026-09-01")
    assert not applies(new, a_closed_client(closure=None), "2026-08-31")


@pytest.mark.parametrize(("cancelled", "judged"), [("2026-08-31", False), ("2026-09-01", True), (None, True)])
def test_a_cancelled_client_is_held_to_what_was_required_on_that_day(cancelled: str | None, judged: bool) -> None:
    new = dated(starts="2026-09-01", running=True)
    change = Change(ChangeKind.CANCELLED, day(cancelled) if cancelled else None, "liisa-laine", "Peruuntui")
    client = a_client(status=ClientStatus.CANCELLED, changes=(change,))
    assert applies(new, client, "2027-06-01") == judged


def test_only_the_cancelling_tells_when_a_client_was_cancelled() -> None:
    new = dated("2026-09-01", running=True)
    cancelled = Change(ChangeKind.CANCELLED, day("2026-08-31"), "liisa-laine", "Peruuntui")
    other = Change(ChangeKind.FACT_ADDED, day("2026-09-02"), "liisa-laine", "Unohtui", "vat-liable")
    client = a_client(status=ClientStatus.CANCELLED, changes=(cancelled, other))
    assert not applies(new, client, "2027-06-01")


def test_nobody_needs_a_running_task_from_its_last_day_on() -> None:
    ended = dated(ends="2026-09-01", running=True)
    assert applies(ended, SIGNED_BEFORE, "2026-08-31")
    assert not applies(ended, SIGNED_BEFORE, "2026-09-01")
    assert not applies(ended, a_client(signed="2026-09-01"), "2026-08-31")


def test_a_client_that_has_not_signed_counts_as_signing_today() -> None:
    planned = a_client(signed=None, status=ClientStatus.PLANNED)
    assert not applies(dated(starts="2026-09-01"), planned, "2026-08-31")
    assert applies(dated(starts="2026-09-01"), planned, "2026-09-01")
    assert applies(dated(ends="2026-09-01"), planned, "2026-08-31")
    assert not applies(dated(ends="2026-09-01"), planned, "2026-09-01")


def test_a_dependency_that_is_not_in_force_is_dropped() -> None:
    tasks: tuple[Task, ...] = (a_task("old", applies_until=day("2026-01-01")), a_task("a-task", after="old"))
    plan = plan_client(a_client(), a_process(*tasks), finland(), TODAY)
    assert plan.tasks[0].waits_for == ()
