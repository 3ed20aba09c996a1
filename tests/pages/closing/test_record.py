"""What stands in the record of a closed client: who, when, on what ground; and of a cancelled one on its overview."""

from dataclasses import replace
from typing import Any

from aloitus.model.client import (
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
)
from aloitus.pages.client_page import client_page
from aloitus.pages.closing.record_page import ClosingRecordPage, closing_record_page
from aloitus.plan.build import plan_client
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
    waived,
)
from page_contexts import a_context

PROCESS = a_process(a_task("gated", gate=True), a_task("waivable"), *CLOSING_TASKS)
TASKS = {"gated": done("2026-05-18", evidence="Toimeksianto 10482"), "waivable": waived()}
Line = tuple[str, str, str, str]


def record(language: str = "fi", **fields: Any) -> ClosingRecordPage:
    client = replace(a_closed_client(tasks=TASKS), **fields)
    plan = plan_client(client, PROCESS, finland(), day("2026-10-14"))
    return closing_record_page(plan, a_context(language, "2026-10-14", PROCESS))


def table(title: str, **fields: Any) -> list[Line]:
    found = next(one for one in record(**fields).tables if one.title == title)
    return [(line.what, " · ".join(part.text for part in line.ground), line.day, line.who) for line in found.lines]


def test_it_says_who_closed_it_when_and_in_the_erp() -> None:
    made = record()
    assert made.closed_by
    assert (made.closed, made.closed_by.text, made.erp_closed) == ("13.10.2026", "Liisa Laine", "13.10.2026")
    assert (made.started, made.progress, made.business_id) == ("1.6.2026", "6/6", "9000012-6")
    assert {(line.state, line.missing) for line in made.criteria} == {("täyttyy", ())}


def test_a_record_without_a_closing_shows_what_is_missing() -> None:
    made = record(closure=None, dates={})
    assert (made.closed, made.closed_by, made.erp_closed, made.started) == ("", None, "", "")
    assert [(line.state, line.missing) for line in made.criteria if line.missing] == [
        ("2/2", ("Palvelutuotannon todellista aloituspäivää ei ole kirjattu",)),
        ("puuttuu", ("Palvelun sulkemispäivää ei ole kirjattu",)),
    ]


def test_tasks_are_by_role_with_evidence_day_and_person() -> None:
    assert table("support-services") == [
        ("gated", "Toimeksianto 10482", "18.5.2026", "Tiina Tuki"),
        ("invoice-onboarding-work", "", "30.6.2026", ""),
    ]
    assert [title for title, *_ in table("project-manager")] == [
        "hold-quick-review", "confirm-all-work-invoiced", "close-service-in-erp",
    ]  # fmt: skip


def test_a_task_that_is_not_finished_says_so() -> None:
    assert table("support-services", tasks={})[0] == ("gated", "Avoin", "", "")


def test_what_was_left_out_says_why_and_who_approved_it() -> None:
    assert table("Ei koske ja perutut") == [
        ("waivable", "Ei koske · Ei aiempia palkkoja", "", "Liisa Laine, hyväksyi Eeva Esihenkilö")
    ]


def test_actions_of_meetings_stand_apart_and_a_cancelled_one_among_what_was_left_out() -> None:
    cancelled = replace(done("2026-09-01"), status=Status.CANCELLED)
    actions = {
        "kept": Action("kept", text("Varaa"), "liisa-laine", None, done("2026-09-01", "liisa-laine")),
        "dropped": Action("dropped", text("Peru"), "client", None, cancelled),
    }
    meetings = {"quick-review": held("2026-10-01", actions=actions)}
    assert table("Sovitut toimenpiteet", meetings=meetings) == [("Varaa", "", "1.9.2026", "Liisa Laine")]
    assert table("Ei koske ja perutut", meetings=meetings)[-1] == ("Peru", "Peruttu", "1.9.2026", "Tiina Tuki")


def test_meetings_that_were_held_say_what_was_decided_and_who_was_there() -> None:
    entry = held("2026-10-01", minutes="https://intra.example/1", client_participants=("Sanna Saha",))
    assert table("Palaverit", meetings={"quick-review": entry}) == [
        (
            "quick-review", "Voidaan sulkea · https://intra.example/1", "1.10.2026",
            "Liisa Laine, Matti Mäkinen, Sanna Saha",
        )
    ]  # fmt: skip
    planned = {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-10-01"))}
    assert "Palaverit" not in [one.title for one in record(meetings=planned).tables]


def test_each_piece_of_work_has_its_invoice_or_the_reason_for_none() -> None:
    off = InvoicingItem(
        "off", text("Koulutus"), InvoicingStatus.WRITTEN_OFF, reason="Sisältyy tarjoukseen", by="liisa-laine",
        approved_by="eeva-esihenkilo",
    )  # fmt: skip
    assert table("Laskutus", invoicing={"a": invoiced("a"), "off": off}) == [
        ("a", "lasku 20311", "30.6.2026", ""),
        (
            "Koulutus", "jätetty laskuttamatta · Sisältyy tarjoukseen", "",
            "Liisa Laine, hyväksyi Eeva Esihenkilö",
        ),
        ("Toiminnanohjausjärjestelmän laskuttamattomat rivit", "0 riviä", "12.10.2026", "Liisa Laine"),
    ]  # fmt: skip


def test_changes_name_what_was_changed_how_why_and_by_whom() -> None:
    by: dict[str, Any] = {"date": day("2026-05-06"), "by": "liisa-laine", "reason": "Asiakas pyysi"}
    moved: dict[str, Any] = {"moved_from": day("2026-05-25"), "moved_to": day("2026-06-01")}
    changes = (
        Change(ChangeKind.DATE_MOVED, what="service_start", **moved, **by),
        Change(ChangeKind.DATE_MOVED, what="service_starts.payroll", **moved, **by),
        Change(ChangeKind.SERVICE_REMOVED, what="purchase-ledger", approved_by="eeva-esihenkilo", **by),
        Change(ChangeKind.FACT_ADDED, what="unheard-of", **by),
        Change(ChangeKind.REOPENED, None, None, None),
    )
    assert table("Muutokset", changes=changes) == [
        ("Päivä siirretty: service_start, 25.5.2026 → 1.6.2026", "Asiakas pyysi", "6.5.2026", "Liisa Laine"),
        ("Päivä siirretty: payroll, 25.5.2026 → 1.6.2026", "Asiakas pyysi", "6.5.2026", "Liisa Laine"),
        (
            "Palvelu poistettu: purchase-ledger", "Asiakas pyysi", "6.5.2026",
            "Liisa Laine, hyväksyi Eeva Esihenkilö",
        ),
        ("Tosiseikka lisätty: unheard-of", "Asiakas pyysi", "6.5.2026", "Liisa Laine"),
        ("Avattu uudelleen", "", "", ""),
    ]  # fmt: skip


def overview(client: Client) -> Any:
    plan = plan_client(client, PROCESS, finland(), day("2026-10-14"))
    return client_page(plan, a_context("fi", "2026-10-14", PROCESS))


def test_a_cancelled_client_has_no_record_and_tells_on_its_overview_who_ended_it_and_what_was_settled() -> None:
    cancelled = Change(
        ChangeKind.CANCELLED, day("2026-05-04"), "liisa-laine", "Asiakas perui", approved_by="eeva-esihenkilo"
    )
    made = overview(a_client(status=ClientStatus.CANCELLED, changes=(cancelled,), invoicing={"a": invoiced("a")}))
    assert (made.closure, made.links.others) == (None, ())
    assert [(line.what, line.who) for line in made.changes] == [
        ("Peruttu", "Liisa Laine, hyväksyi Eeva Esihenkilö")
    ]  # fmt: skip
    assert [line.what for line in made.invoicing] == ["a"]


def test_an_overview_leads_to_what_is_missing_to_the_closing_or_to_its_record() -> None:
    ready = replace(a_closed_client(tasks=TASKS), status=ClientStatus.ACTIVE, closure=None)
    assert overview(a_client()).closing_link == '<a href="closure/">0/4 täyttyy, katso mitä puuttuu</a>'
    assert overview(ready).closing_link == '<a href="closure/">3/4 täyttyy, sulje käyttöönotto</a>'
    closed = overview(a_closed_client(tasks=TASKS))
    assert closed.closing_link == '<a href="closure/">4/4 täyttyy, katso sulkemistiedot</a>'
    assert [link.title for link in closed.links.others] == ["Sulkemistiedot"]
    assert (closed.gates, closed.invoicing) == ((), ())
