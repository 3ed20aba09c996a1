"""The sentence that a client's page opens with: every situation, in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import (
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
    TaskEntry,
)
from aloitus.model.process import Process
from aloitus.pages.client_answer import Answer, client_answer
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClientPlan, Situation
from builders import (
    CLOSING_TASKS,
    a_client,
    a_closed_client,
    a_process,
    a_task,
    day,
    done,
    finland,
    held,
    invoiced,
    text,
)
from page_contexts import a_context

PROCESS = a_process(a_task("gated", gate=True), a_task("free"), a_task("next", "service_start"), *CLOSING_TASKS)
DONE = {"gated": done("2026-05-18"), "free": done("2026-05-18"), "next": done("2026-06-01")}
WAITING_FOR_GATE = a_process(
    a_task("gated", gate=True), a_task("behind", "service_start - 5 workdays", after="gated"), *CLOSING_TASKS
)


def plan(client: Client, today: str, process: Process = PROCESS) -> ClientPlan:
    return plan_client(client, process, finland(), day(today))


def started(**fields: Any) -> Client:
    usual: dict[str, Any] = {"tasks": DONE, "invoicing": {"onboarding-project": invoiced()}}
    return a_client(started="2026-06-01", **usual | fields)


def said(client: Client, today: str, situation: Situation, language: str, process: Process = PROCESS) -> Answer:
    made = plan(client, today, process)
    assert made.situation is situation
    return client_answer(made, a_context(language, today, process))


LATE_GATE = a_client()
NOT_RECORDED = a_client(tasks={"gated": done("2026-05-18"), "free": done("2026-05-18")})
NO_DAY = a_client(starts=None, tasks={"gated": TaskEntry(Status.BLOCKED, reason="Asiakas harkitsee")})
BLOCKED = started(
    tasks=DONE | {"next": TaskEntry(Status.BLOCKED, reason="Pankki selvittää", follow_up=day("2026-06-04"))}
)
WAITING = started(tasks=DONE | {"next": TaskEntry(Status.WAITING, reason="Pankin sopimus tulossa")})
OPEN_INVOICE = InvoicingItem("extra", text("Koulutus 3 h"), InvoicingStatus.OPEN)
CANCELLED = Change(ChangeKind.CANCELLED, day("2026-05-04"), "liisa-laine", "Asiakas jäi entiseen toimistoon")

CASES: dict[str, tuple[Client, str, Situation, Answer, Answer]] = {
    "the gate is late": (
        LATE_GATE,
        "2026-05-19",
        Situation.START_AT_RISK,
        Answer(
            "Alku 1.6.2026 on uhattuna.",
            "Portista puuttuu 1 tehtävä, aikaa on 9 työpäivää. Ensin ratkaistava: gated (Tiina Tuki).",
        ),
        Answer(
            "The start on 1.6.2026 is at risk.",
            "The gate lacks 1 task, 9 working days are left. To be settled first: gated (Tiina Tuki).",
        ),
    ),
    "the start is past and not recorded": (
        NOT_RECORDED,
        "2026-06-02",
        Situation.START_AT_RISK,
        Answer("Palvelutuotannon piti alkaa 1.6.2026, eikä alkua ole kirjattu."),
        Answer("Service production was to start on 1.6.2026, and no start is recorded."),
    ),
    "blocked": (
        BLOCKED,
        "2026-06-01",
        Situation.BLOCKED,
        Answer("Estynyt: next.", "Pankki selvittää. Vastuussa Tiina Tuki. Katsotaan uudelleen 4.6.2026."),
        Answer("Blocked: next.", "Pankki selvittää. Tiina Tuki has it. Next look on 4.6.2026."),
    ),
    "the review is overdue": (
        started(),
        "2026-10-02",
        Situation.REVIEW_OVERDUE,
        Answer("Pitämättä: quick-review.", "Määräpäivä oli 1.10.2026. Ajan sopii Liisa Laine."),
        Answer("Not held: quick-review.", "It was due on 1.10.2026. Liisa Laine arranges it."),
    ),
    "work is not invoiced": (
        started(
            invoicing={"onboarding-project": invoiced(), "extra": OPEN_INVOICE},
            meetings={"quick-review": held("2026-10-01")},
        ),
        "2026-10-02",
        Situation.UNINVOICED,
        Answer("Käyttöönoton töitä on laskuttamatta.", "Laskuttamatta: Koulutus 3 h."),
        Answer("Onboarding work is not invoiced.", "Not invoiced: Koulutus 3 h."),
    ),
    "late": (
        started(tasks={"gated": done("2026-05-18"), "free": done("2026-05-18")}),
        "2026-06-03",
        Situation.LATE,
        Answer("1 tehtävä on myöhässä.", "Pisimpään: next (Tiina Tuki), 2 työpäivää."),
        Answer("1 task is late.", "Longest: next (Tiina Tuki), 2 working days."),
    ),
    "waiting": (
        WAITING,
        "2026-06-01",
        Situation.WAITING,
        Answer("1 tehtävä odottaa asiakasta.", "next (Tiina Tuki). Pankin sopimus tulossa."),
        Answer("1 task waits for the client.", "next (Tiina Tuki). Pankin sopimus tulossa."),
    ),
    "the review is near": (
        started(),
        "2026-09-24",
        Situation.REVIEW_DUE,
        Answer("quick-review on 1.10.2026."),
        Answer("quick-review is on 1.10.2026."),
    ),
    "on schedule": (
        started(),
        "2026-06-02",
        Situation.ON_SCHEDULE,
        Answer("Aikataulussa.", "Seuraavaksi: hold-quick-review (Liisa Laine), määräpäivä 1.10.2026."),
        Answer("On schedule.", "Next: hold-quick-review (Liisa Laine), due 1.10.2026."),
    ),
    "planned": (
        a_client(status=ClientStatus.PLANNED, signed=None, starts=None),
        "2026-05-19",
        Situation.PLANNED,
        Answer("Suunnitteilla.", "Käyttöönotto alkaa, kun toimeksiantosopimus on allekirjoitettu."),
        Answer("Planned.", "The onboarding starts when the engagement agreement is signed."),
    ),
    "closed": (
        a_closed_client(tasks=DONE),
        "2026-10-14",
        Situation.CLOSED,
        Answer(
            "Käyttöönotto suljettiin 13.10.2026.",
            "Sulki Liisa Laine. Palvelu suljettiin toiminnanohjausjärjestelmässä 13.10.2026.",
        ),
        Answer(
            "The onboarding was closed on 13.10.2026.",
            "Closed by Liisa Laine. The service was closed in the ERP on 13.10.2026.",
        ),
    ),
    "closed without a record": (
        replace(a_closed_client(tasks=DONE), closure=None),
        "2026-10-14",
        Situation.CLOSED,
        Answer("Käyttöönotto on suljettu."),
        Answer("The onboarding is closed."),
    ),
    "cancelled": (
        a_client(status=ClientStatus.CANCELLED, changes=(CANCELLED,)),
        "2026-05-19",
        Situation.CANCELLED,
        Answer("Käyttöönotto on peruttu.", "Asiakas jäi entiseen toimistoon."),
        Answer("The onboarding is cancelled.", "Asiakas jäi entiseen toimistoon."),
    ),
    "cancelled without a reason": (
        a_client(status=ClientStatus.CANCELLED),
        "2026-05-19",
        Situation.CANCELLED,
        Answer("Käyttöönotto on peruttu."),
        Answer("The onboarding is cancelled."),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_answer_names_the_risk_its_cause_and_who_can_end_it(case: str) -> None:
    client, today, situation, finnish, english = CASES[case]
    assert said(client, today, situation, "fi") == finnish
    assert said(client, today, situation, "en") == english


def test_a_start_without_a_day_is_said_to_lack_it() -> None:
    made = plan(NO_DAY, "2026-05-19")
    assert made.situation is Situation.START_AT_RISK
    assert client_answer(made, a_context("fi", "2026-05-19", PROCESS)) == Answer("Alkupäivä puuttuu.")


def test_too_little_time_from_signing_to_start_is_counted() -> None:
    process = a_process(
        a_task("kickoff", "agreement_signed + 8 workdays"),
        a_task("test", "service_start - 15 workdays", after="kickoff", gate=True),
        *CLOSING_TASKS,
    )
    made = plan(a_client(starts="2026-04-29"), "2026-04-21", process)
    assert "Allekirjoituksesta alkuun on 7 työpäivää, tarvittaisiin 23." in (
        client_answer(made, a_context("fi", "2026-04-21", process)).rest
    )


def test_who_has_it_may_be_nobody_or_somebody_unknown() -> None:
    nobody = replace(WAITING, team={})
    assert "(ei nimetty)" in said(nobody, "2026-06-01", Situation.WAITING, "fi").rest
    unknown = replace(WAITING, team={"support-services": ("uusi-ihminen",)})
    assert "(uusi-ihminen)" in said(unknown, "2026-06-01", Situation.WAITING, "fi").rest


def test_the_review_is_arranged_by_nobody_where_there_is_no_manager() -> None:
    client = replace(started(), team={})
    assert said(client, "2026-10-02", Situation.REVIEW_OVERDUE, "fi").rest == (
        "Määräpäivä oli 1.10.2026. Projektipäällikkö on nimeämättä."
    )


def test_a_blocked_task_that_nobody_has_says_so() -> None:
    assert said(replace(BLOCKED, team={}), "2026-06-01", Situation.BLOCKED, "fi").rest == (
        "Pankki selvittää. Vastuuhenkilö on nimeämättä. Katsotaan uudelleen 4.6.2026."
    )


def test_all_criteria_met_say_who_closes_the_service() -> None:
    closed = a_closed_client(tasks=DONE)
    client = replace(closed, status=ClientStatus.ACTIVE, closure=None)
    assert said(client, "2026-10-12", Situation.READY_TO_CLOSE, "fi").rest == (
        "Kaikki ehdot täyttyvät. Palvelun sulkee toiminnanohjausjärjestelmässä Liisa Laine."
    )
    assert said(client, "2026-10-12", Situation.READY_TO_CLOSE, "en").rest == (
        "All criteria are met. Liisa Laine closes the service in the ERP."
    )


def test_an_agreed_review_is_said_with_the_day_that_was_agreed() -> None:
    client = started(
        tasks=DONE | {"next": TaskEntry()},
        meetings={"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-09-25"))},
    )
    process = a_process(
        a_task("gated", gate=True), a_task("free"), a_task("next", "service_start + 6 months"), *CLOSING_TASKS
    )
    assert said(client, "2026-09-24", Situation.REVIEW_DUE, "fi", process).lead == "quick-review on 25.9.2026."


def test_what_holds_up_most_is_named_first() -> None:
    client = a_client(
        tasks={"gated": TaskEntry(Status.BLOCKED, reason="Pankki")},
        started="2026-06-01",
        invoicing={"a": invoiced("a")},
    )
    answer = said(client, "2026-05-18", Situation.BLOCKED, "fi", WAITING_FOR_GATE)
    assert answer == Answer("Estynyt: gated.", "Pankki. Sen takana odottaa 1 tehtävä. Vastuussa Tiina Tuki.")


def test_a_blocked_task_without_a_reason_says_who_has_it() -> None:
    client = started(tasks=DONE | {"next": TaskEntry(Status.BLOCKED)})
    assert said(client, "2026-06-01", Situation.BLOCKED, "fi") == Answer("Estynyt: next.", "Vastuussa Tiina Tuki.")
