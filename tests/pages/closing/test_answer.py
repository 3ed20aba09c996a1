"""The sentence that a closing opens with: every rule, on hand-built plans, in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import (
    Client,
    ClientStatus,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Uninvoiced,
)
from aloitus.model.process import ClosureCriterion, ClosureGate, Criterion, Process
from aloitus.pages.client_answer import Answer
from aloitus.pages.closing.answer import closing_answer
from aloitus.plan.build import plan_client
from builders import CLOSING_TASKS, a_client, a_closed_client, a_process, a_task, day, done, finland, held, text
from page_contexts import a_context

PROCESS = a_process(a_task("gated", gate=True), a_task("free"), *CLOSING_TASKS)
TASKS = {"gated": done("2026-05-18"), "free": done("2026-05-18")}
TODAY = "2026-10-12"
OPEN_WORK = InvoicingItem("training", text("Koulutus"), InvoicingStatus.OPEN)


def nearly(**fields: Any) -> Client:
    """All is done but for closing, if nothing is said to differ."""
    return replace(a_closed_client(tasks=TASKS), **{"status": ClientStatus.ACTIVE, "closure": None} | fields)


def said(client: Client, language: str = "fi", today: str = TODAY, process: Process = PROCESS) -> Answer:
    return closing_answer(plan_client(client, process, finland(), day(today)), a_context(language, today, process))


ROWS_LEFT = nearly(uninvoiced=Uninvoiced(3, day("2026-10-12"), "liisa-laine"))
CASES: dict[str, tuple[Client, str, Answer, Answer]] = {
    "ready": (
        nearly(),
        TODAY,
        Answer(
            "Käyttöönoton voi sulkea.",
            "Jäljellä on enää sulkeminen. Palvelun sulkee toiminnanohjausjärjestelmässä Liisa Laine.",
        ),
        Answer(
            "The onboarding can be closed.",
            "Only the closing itself is left. Liisa Laine closes the service in the ERP.",
        ),
    ),
    "everything is missing": (
        a_client(),
        "2026-05-19",
        Answer(
            "Sulkemisesta puuttuu 6 asiaa:",
            "2 tehtävää, palvelutuotannon alkamispäivän kirjaus, quick-review, käyttöönoton töiden laskutus ja "
            "laskuttamattomien rivien tarkistus. quick-review voidaan pitää aikaisintaan 1.9.2026.",
        ),
        Answer(
            "6 things are missing from the closing:",
            "2 tasks, the day that service production started, quick-review, the invoicing of the onboarding work and "
            "a look at the ERP's uninvoiced rows. quick-review can be held on 1.9.2026 at the earliest.",
        ),
    ),
    "a task alone": (
        nearly(tasks={"gated": done("2026-05-18")}),
        TODAY,
        Answer("Sulkemisesta puuttuu 1 asia:", "1 tehtävä. Seuraavaksi: free (Tiina Tuki), määräpäivä 18.5.2026."),
        Answer("1 thing is missing from the closing:", "1 task. Next: free (Tiina Tuki), due 18.5.2026."),
    ),
    "the review, once its window is open": (
        nearly(meetings={}),
        "2026-09-24",
        Answer(
            "Sulkemisesta puuttuu 1 asia:",
            "quick-review. Seuraavaksi: hold-quick-review (Liisa Laine), määräpäivä 1.10.2026.",
        ),
        Answer(
            "1 thing is missing from the closing:",
            "quick-review. Next: hold-quick-review (Liisa Laine), due 1.10.2026.",
        ),
    ),
    "the review is held but not recorded": (
        nearly(meetings={"quick-review": held("2026-10-01", decisions=(), participants=("liisa-laine",))}),
        TODAY,
        Answer(
            "Sulkemisesta puuttuu 2 asiaa:",
            "täydennys palaverin kirjaukseen (quick-review).",
        ),
        Answer(
            "2 things are missing from the closing:",
            "what the record of a meeting lacks (quick-review).",
        ),
    ),
    "work and the list": (
        nearly(
            invoicing={"training": OPEN_WORK, "b": replace(OPEN_WORK, id="b")},
            uninvoiced=Uninvoiced(0, day("2026-09-01"), "liisa-laine"),
        ),
        TODAY,
        Answer(
            "Sulkemisesta puuttuu 3 asiaa:",
            "2 työn laskutus ja laskuttamattomien rivien tarkistus. "
            "Seuraavaksi: invoice-onboarding-work (Tiina Tuki), määräpäivä 1.7.2026.",
        ),
        Answer(
            "3 things are missing from the closing:",
            "the invoices for 2 pieces of work and a look at the ERP's uninvoiced rows. "
            "Next: invoice-onboarding-work (Tiina Tuki), due 1.7.2026.",
        ),
    ),
    "rows in the ERP": (
        ROWS_LEFT,
        TODAY,
        Answer(
            "Sulkemisesta puuttuu 1 asia:",
            "3 laskuttamatonta riviä toiminnanohjausjärjestelmässä. "
            "Seuraavaksi: confirm-all-work-invoiced (Liisa Laine), määräpäivä 8.10.2026.",
        ),
        Answer(
            "1 thing is missing from the closing:",
            "3 uninvoiced rows in the ERP. Next: confirm-all-work-invoiced (Liisa Laine), due 8.10.2026.",
        ),
    ),
    "planned": (
        a_client(status=ClientStatus.PLANNED),
        "2026-05-19",
        Answer("Suunnitteilla.", "Käyttöönotto alkaa, kun toimeksiantosopimus on allekirjoitettu."),
        Answer("Planned.", "The onboarding starts when the engagement agreement is signed."),
    ),
    "closed": (
        a_closed_client(tasks=TASKS),
        "2026-10-14",
        Answer(
            "Käyttöönotto suljettiin 13.10.2026.",
            "Sulki Liisa Laine. Palvelu suljettiin toiminnanohjausjärjestelmässä 13.10.2026.",
        ),
        Answer(
            "The onboarding was closed on 13.10.2026.",
            "Closed by Liisa Laine. The service was closed in the ERP on 13.10.2026.",
        ),
    ),
    "closed with something missing": (
        a_closed_client(tasks={}, meetings={}),
        "2026-10-14",
        Answer("Käyttöönotto on suljettu, mutta 2 ehtoa ei täyty."),
        Answer("The onboarding is closed, but 2 criteria aren't met."),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_answer_says_what_is_missing_and_what_comes_next(case: str) -> None:
    client, today, finnish, english = CASES[case]
    assert said(client, "fi", today) == finnish
    assert said(client, "en", today) == english


def test_what_comes_after_all_the_others_is_not_next_while_they_are_open() -> None:
    """The ERP's list and the closing there are overdue, but a task of tomorrow has to be done before them."""
    process = a_process(a_task("gated", gate=True), a_task("late-one", "service_start + 6 months"), *CLOSING_TASKS)
    client = nearly(tasks={"gated": done("2026-05-18")})
    answer = said(client, today="2026-10-20", process=process)
    assert answer.rest == "1 tehtävä. Seuraavaksi: late-one (Tiina Tuki), määräpäivä 1.12.2026."


def test_an_agreed_review_does_not_wait_for_a_window_that_is_open() -> None:
    agreed = {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-10-15"))}
    assert said(nearly(meetings=agreed)).rest == (
        "quick-review. Seuraavaksi: hold-quick-review (Liisa Laine), määräpäivä 15.10.2026."
    )


@pytest.mark.parametrize("gate", [None, ClosureGate(text("x"), (ClosureCriterion(Criterion.CLOSED_IN_ERP),))])
def test_a_process_without_criteria_says_so(gate: ClosureGate | None) -> None:
    assert said(nearly(), process=replace(PROCESS, closure_gate=gate)) == Answer("Prosessista puuttuvat sulkuehdot.")
