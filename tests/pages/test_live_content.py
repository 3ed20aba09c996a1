"""What stands under an agenda item, by its `shows`, at the client in the middle of the small practice."""

from dataclasses import replace

import pytest

from aloitus.model.client import Client, InvoicingItem, InvoicingStatus, Uninvoiced
from aloitus.model.process import LiveContent
from aloitus.pages.live_content import MOST_TASKS, LiveLine, live_content
from aloitus.plan.build import plan_client
from builders import CLOSING_TASKS, a_client, a_closed_client, a_process, a_task, day, done, finland, invoiced, text
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
    "client-input": [LiveLine("10.11.2026 mennessä: Allekirjoitettu pankin valtakirja; Tilinumerot")],
    "actions": [LiveLine("Varaa ohjelmistokoulutus", "myöhässä", "määräpäivä 18.11.2026")],
    "invoicing": [LiveLine("Käyttöönottoprojekti", "laskuttamatta")],
    "closure": [
        LiveLine("Kaikki käyttöönoton tehtävät on merkitty tehdyksi", "puuttuu", "5/13"),
        LiveLine("Käyttöönoton pikapalaveri on pidetty", "puuttuu"),
        LiveLine("Kaikki käyttöönoton työt on laskutettu", "puuttuu"),
        LiveLine("Käyttöönottopalvelu on suljettu toiminnanohjausjärjestelmässä", "puuttuu"),
    ],
}  # fmt: skip


def of(client: Client, shows: str) -> tuple[LiveLine, ...]:
    process = a_process(a_task("gated", gate=True), *CLOSING_TASKS)
    plan = plan_client(client, process, finland(), day("2026-10-13"))
    return live_content(shows, plan, a_context("fi", "2026-10-13", process))


def test_every_kind_of_content_is_tested() -> None:
    assert {*LINES, "open-tasks"} == {content.value for content in LiveContent}


@pytest.mark.parametrize("shows", LINES)
def test_an_item_shows_the_clients_own_data(shows: str) -> None:
    found = live_content(shows, small_plan("kuusipuu"), small_context("fi"))
    assert [replace(line, detail=line.detail.replace("\u00a0", " ")) for line in found] == LINES[shows]


def test_an_item_without_content_shows_none() -> None:
    assert live_content(None, small_plan("kuusipuu"), small_context("fi")) == ()


def test_open_tasks_are_by_due_day_and_no_more_than_fit() -> None:
    lines = live_content("open-tasks", small_plan("kuusipuu"), small_context("fi"))
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
