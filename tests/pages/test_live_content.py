"""What stands under an agenda item, by its `shows`, at the client in the middle of the small practice."""

from dataclasses import replace

import pytest

from aloitus.model.client import Action, Client, InvoicingItem, InvoicingStatus, Uninvoiced
from aloitus.model.process import LiveContent
from aloitus.pages.live_content import MOST_TASKS, LiveLine, live_content
from aloitus.plan.build import plan_client
from builders import (
    CLOSING_TASKS,
    a_client,
    a_closed_client,
    a_meeting,
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
from wiki_site import TODAY, small_context, small_plan

LINES = {
    "team": [
        LiveLine("Palkanlaskija: ei nimetty"),
        LiveLine("Varahenkilöt: Matti Mäkinen (projektipäällikkö)"),
    ],
    "overdue-tasks": [
        LiveLine("Tunnista asiakas", "estynyt", "määräpäivä 2.11.2026"),
        LiveLine("Sovi pankkivaltuutukset", "odottaa asiakasta", "määräpäivä 10.11.2026"),
        LiveLine("Perusta palkkalajit", "myöhässä", "määräpäivä 17.11.2026"),
        LiveLine("Varaa ohjelmistokoulutus", "myöhässä", "määräpäivä 18.11.2026"),
        LiveLine("Siirrä avaavat saldot", "myöhässä", "määräpäivä 20.11.2026"),
    ],
    "schedule": [
        LiveLine("Toimeksiantosopimus allekirjoitettu: 2.11.2026"),
        LiveLine("Palvelutuotanto alkaa: 1.12.2026"),
        LiveLine("Ensimmäinen palkanmaksupäivä: 31.12.2026"),
    ],
    "responsibilities": [LiveLine("Asiakas: Tositteiden toimitus; Kuukausikirjanpito")],
    "client-input": [LiveLine("Mahdollisimman pian: Allekirjoitettu pankin valtakirja; Tilinumerot")],
    "actions": [LiveLine("Varaa ohjelmistokoulutus", "myöhässä", "määräpäivä 18.11.2026")],
    "invoicing": [LiveLine("Käyttöönottoprojekti", "laskuttamatta")],
    "closure": [
        LiveLine("Kaikki käyttöönoton tehtävät on merkitty tehdyksi", "puuttuu", "5/13"),
        LiveLine("Käyttöönoton pikapalaveri on pidetty", "puuttuu"),
        LiveLine("Kaikki käyttöönoton työt on laskutettu", "puuttuu"),
        LiveLine("Käyttöönottopalvelu on suljettu toiminnanohjausjärjestelmässä", "puuttuu"),
    ],
}  # fmt: skip


def of(client: Client, shows: str, *, with_client: bool = False) -> tuple[LiveLine, ...]:
    process = a_process(a_task("gated", gate=True), *CLOSING_TASKS)
    plan = plan_client(client, process, finland(), day("2026-10-13"))
    return live_content(shows, plan, a_context("fi", "2026-10-13", process), with_client=with_client)


def test_every_kind_of_content_is_tested() -> None:
    assert {*LINES, "open-tasks"} == {content.value for content in LiveContent}


@pytest.mark.parametrize("shows", LINES)
def test_an_item_shows_the_clients_own_data(shows: str) -> None:
    found = live_content(shows, small_plan("kuusipuu"), small_context("fi"), with_client=False)
    assert [replace(line, detail=line.detail.replace("\u00a0", " ")) for line in found] == LINES[shows]


def test_an_item_without_content_shows_none() -> None:
    assert live_content(None, small_plan("kuusipuu"), small_context("fi"), with_client=False) == ()


def test_open_tasks_are_by_due_day_and_no_more_than_fit() -> None:
    lines = live_content("open-tasks", small_plan("kuusipuu"), small_context("fi"), with_client=False)
    assert len(lines) == MOST_TASKS + 1
    assert lines[0].text == "Tunnista asiakas"
    assert lines[-1] == LiveLine("ja 4 muuta")


def test_few_open_tasks_are_all_shown() -> None:
    assert [line.text for line in of(a_client(), "open-tasks")] == [
        "gated", "invoice-onboarding-work", "hold-quick-review", "confirm-all-work-invoiced", "close-service-in-erp",
    ]  # fmt: skip


def test_invoiced_work_names_its_invoice_and_the_list_when_it_was_seen() -> None:
    written_off = InvoicingItem("training", text("Koulutus"), InvoicingStatus.WRITTEN_OFF, reason="Sisältyy")
    client = a_client(
        invoicing={"a": invoiced("a"), "training": written_off},
        uninvoiced=Uninvoiced(2, day("2026-10-12"), "liisa-laine"),
    )
    assert of(client, "invoicing") == (
        LiveLine("a", "laskutettu", "lasku 20311"),
        LiveLine("Koulutus", "jätetty laskuttamatta"),
        LiveLine("Toiminnanohjausjärjestelmässä 2 laskuttamatonta riviä, tarkistettu 12.10.2026"),
    )


def test_a_criterion_that_is_met_says_so() -> None:
    lines = of(a_closed_client(tasks={"gated": done("2026-05-18")}), "closure")
    assert [line.state for line in lines] == ["täyttyy"] * 4


def test_a_whole_team_without_deputies_needs_no_line() -> None:
    people = {"project-manager": ("liisa-laine",), "support-services": ("tiina-tuki",)}
    assert of(a_client(team=people), "team") == ()


def test_the_day_of_the_data_is_that_of_the_plan() -> None:
    assert small_plan("kuusipuu").today == TODAY


@pytest.mark.parametrize("shows", ["open-tasks", "overdue-tasks", "invoicing", "closure"])
def test_what_is_the_firms_own_is_not_shown_to_a_client(shows: str) -> None:
    client = a_client(invoicing={"a": invoiced("a")})
    assert of(client, shows) != ()
    assert of(client, shows, with_client=True) == ()


def test_a_client_reads_who_deputises_but_not_who_is_missing() -> None:
    client = a_client(team={"project-manager": ("liisa-laine", "matti-makinen")})
    assert of(client, "team") == (
        LiveLine("support-services: ei nimetty"),
        LiveLine("Varahenkilöt: Matti Mäkinen (project-manager)"),
    )
    assert of(client, "team", with_client=True) == (LiveLine("Varahenkilöt: Matti Mäkinen (project-manager)"),)


def test_a_client_reads_the_actions_that_it_knows_of_without_how_they_stand() -> None:
    own, ours = a_meeting("own", "service_start"), a_meeting("ours", "service_start", with_client=True)
    actions = {
        "past": Action("past", text("Lähetä lista"), "client", day("2026-10-01")),
        "ahead": Action("ahead", text("Varaa koulutus"), "liisa-laine", day("2026-10-20")),
        "open": Action("open", text("Sovi aika"), "liisa-laine", None),
        "done": Action("done", text("Tehty"), "client", None, done("2026-10-01")),
    }
    client = a_client(meetings={name: held("2026-10-01", actions=actions) for name in ("own", "ours")})
    process = a_process(meetings=(own, ours))
    plan = plan_client(client, process, finland(), day("2026-10-13"))
    assert live_content("actions", plan, a_context("fi", "2026-10-13", process), with_client=True) == (
        LiveLine("Lähetä lista"),  # of the internal meeting only the client's own
        LiveLine("Lähetä lista"),
        LiveLine("Varaa koulutus", detail="määräpäivä 20.10.2026"),
        LiveLine("Sovi aika"),
    )


def test_what_the_client_hands_over_is_by_when() -> None:
    process = a_process(
        a_task("a", "service_start - 10 workdays", client_input=(text("Ote"),)),
        a_task("b", "service_start - 5 workdays", client_input=(text("Lista"), text("Tilit"))),
    )
    plan = plan_client(a_client(), process, finland(), day("2026-05-19"))
    assert live_content("client-input", plan, a_context("fi", "2026-05-19", process), with_client=True) == (
        LiveLine("Mahdollisimman pian: Ote"),
        LiveLine("25.5.2026 mennessä: Lista; Tilit"),
    )
