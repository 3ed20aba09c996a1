"""What the client hands over: of tasks that apply, and of what it took on in meetings."""

from dataclasses import replace
from typing import Any

from aloitus.model.client import Action, Client, ExtraTask, Status, TaskEntry
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.material import Material, material_of
from builders import a_client, a_meeting, a_process, a_task, day, done, finland, held, text, waived, when

PROCESS = a_process(
    a_task("receipts", "service_start - 5 workdays", client_input=(text("Tositteet"), text("Tiliotteet"))),
    a_task("employees", "service_start - 10 workdays", client_input=(text("Henkilöt"),), when=when("payroll")),
    a_task("e-invoices", "service_start", client_input=(text("Osoite"),), when=when("purchase-ledger bookkeeping")),
    a_task("internal", "service_start - 9 workdays"),
    meetings=(a_meeting("kickoff", "service_start"),),
)
TODAY = "2026-05-19"


def material(client: Client, today: str = TODAY, process: Process = PROCESS) -> tuple[Material, ...]:
    return material_of(plan_client(client, process, finland(), day(today)))


def titles(client: Client, **fields: Any) -> list[str]:
    return [one.title.say("fi") for one in material(client, **fields)]


def with_entries(**entries: TaskEntry) -> Client:
    return a_client(tasks={name.replace("_", "-"): entry for name, entry in entries.items()})


def test_it_is_what_tasks_that_apply_need_by_due_day() -> None:
    assert titles(a_client()) == ["Tositteet", "Tiliotteet", "Osoite"]
    assert titles(a_client(services=("bookkeeping", "payroll"))) == ["Henkilöt", "Tositteet", "Tiliotteet", "Osoite"]


def test_what_is_done_is_received_and_what_does_not_apply_is_not_asked_for() -> None:
    assert [one.received for one in material(with_entries(receipts=done("2026-05-18")))] == [True, True, False]
    assert titles(with_entries(receipts=waived())) == ["Osoite"]
    asked_for_no_more = with_entries(receipts=replace(waived(), approved_by=None))
    assert titles(asked_for_no_more) == ["Osoite"]


def test_it_is_urgent_from_its_due_day_on_unless_it_has_come() -> None:
    client = with_entries(receipts=TaskEntry(Status.WAITING, reason="Asiakas etsii"))
    assert [one.urgent for one in material(client, "2026-05-22")] == [False, False, False]
    assert [one.urgent for one in material(client, "2026-05-25")] == [True, True, False]
    assert not any(one.urgent for one in material(with_entries(receipts=done("2026-05-25")), "2026-05-26"))


def test_it_names_those_of_the_clients_services_that_it_is_for() -> None:
    assert [one.services for one in material(a_client())] == [(), (), ("bookkeeping",)]
    both = a_client(services=("bookkeeping", "purchase-ledger"))
    assert [one.services for one in material(both)] == [(), (), ("purchase-ledger", "bookkeeping")]


def test_an_action_of_the_clients_is_its_to_do_and_nobody_elses_is() -> None:
    actions = {
        "send": Action("send", text("Toimita ote"), "client", day("2026-05-20")),
        "book": Action("book", text("Varaa koulutus"), "liisa-laine", day("2026-05-20")),
        "drop": Action(
            "drop", text("Peru tilaus"), "client", None, replace(done("2026-05-19"), status=Status.CANCELLED)
        ),
    }
    client = a_client(
        meetings={"kickoff": held("2026-05-11", actions=actions)},
        extra_tasks={"archive": ExtraTask("archive", text("Hae arkisto"), "support-services", day("2026-05-20"))},
    )
    assert titles(client)[0] == "Toimita ote"
    assert {"Varaa koulutus", "Peru tilaus", "Hae arkisto"} & set(titles(client)) == set()
