"""Tables: sorted and filtered by mouse and keyboard, as the address says, so that a view can be sent to somebody."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from wiki_browser import Open

SORTED = [
    "",
    "clients/",
    "clients/saimaan-logistiikka/",
    "people/",
    "workload/",
    "reports/",
]
"""Pages with a table that sorts."""
FILTERED = ["clients/", "people/", "people/elina-korhonen/", "workload/", "process/"]
"""Pages with a bar to filter by."""


def names(page: "Page") -> list[str]:
    return page.locator("#client-table tbody tr:visible th > a").all_inner_texts()


def query(page: "Page") -> str:
    return str(page.evaluate("location.search"))


def test_a_table_is_sorted_by_keyboard(open_page: "Open") -> None:
    page = open_page("clients/")
    head = page.locator("#client-table").get_by_role("button", name="Asiakas", exact=True)
    head.focus()
    page.keyboard.press("Enter")
    finnish = page.evaluate("(names) => names.toSorted((a, b) => a.localeCompare(b, 'fi'))", names(page))
    assert names(page) == finnish
    assert page.locator("#client-table th[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert names(page) == finnish[::-1]


def test_dates_sort_as_dates_and_what_has_none_comes_last(open_page: "Open") -> None:
    page = open_page("clients/?sort=-start")
    days = page.locator("#client-table tbody td[data-label=Alkaa]").evaluate_all(
        "(cells) => cells.map((cell) => cell.querySelector('time')?.dateTime ?? '')"
    )
    found = [one for one in days if one]
    assert len(found) > 10
    assert found == sorted(found, reverse=True)
    assert days[: len(found)] == found


def test_figures_sort_from_the_greatest_down_first(open_page: "Open") -> None:
    page = open_page("clients/")
    page.locator("#client-table").get_by_role("button", name="Valmiina").press("Enter")
    shares = [
        int(part) / int(whole)
        for cell in page.locator("#client-table tbody td[data-label=Valmiina]").all_inner_texts()
        for part, whole in re.findall(r"(\d+)/(\d+)", cell)
    ]
    assert shares == sorted(shares, reverse=True)
    assert query(page) == "?sort=-finished"


@pytest.mark.parametrize("path", SORTED)
def test_each_table_that_sorts_can_be_sorted_by_each_of_its_columns(path: str, open_page: "Open") -> None:
    page = open_page(path)
    tables = page.locator("table[data-sort]")
    assert tables.count() > 0
    for table in tables.all():
        before = sorted(table.locator("tbody tr").all_text_contents())
        for head in table.locator("th[data-key]").all():
            head.get_by_role("button").click()
            assert head.get_attribute("aria-sort") in ("ascending", "descending")
            assert table.locator("th[aria-sort]").count() == 1
        assert sorted(table.locator("tbody tr").all_text_contents()) == before


def test_a_table_is_filtered_by_keyboard(open_page: "Open") -> None:
    page = open_page("clients/")
    everybody = len(names(page))
    page.get_by_label("Hae nimellä").focus()
    page.keyboard.type("louhi")
    assert names(page) == ["Louhi Kiinteistöt Oy", "Louhi Konepaja Oy"]
    assert page.locator(".filters output").inner_text() == f"2 / {everybody} asiakasta"
    page.get_by_role("button", name="Näytä kaikki").press("Enter")
    assert len(names(page)) == everybody
    assert query(page) == ""
    page.get_by_role("radio", name="Alku uhattuna").focus()
    page.keyboard.press("Space")
    states = page.locator("#client-table tbody tr:visible").evaluate_all(
        "(rows) => rows.map((row) => row.dataset.state)"
    )
    assert set(states) == {"start-at-risk"}


@pytest.mark.parametrize("path", FILTERED)
def test_each_choice_leaves_some_rows_and_all_together_every_row(path: str, open_page: "Open") -> None:
    page = open_page(path)
    select = page.locator(".filters select").first
    options = select.locator("option").evaluate_all("(all) => all.map((one) => one.value).filter(Boolean)")
    holder = page.locator(".filters").evaluate("(bar) => bar.dataset.for.split(' ')[0]")
    rows = f"#{holder} :is(tbody tr, .task-list > li)"
    total, seen = page.locator(rows).count(), 0
    for option in options:
        select.select_option(option)
        shown = page.locator(f"{rows}:visible").count()
        assert 0 < shown <= total
        assert page.locator(".filters output").inner_text().startswith(f"{shown} / {total} ")
        seen += shown
    assert len(options) > 1
    assert seen >= total * 0.8, "a client without a project manager is under none of them"


def test_a_view_can_be_sent_to_somebody(open_page: "Open") -> None:
    page = open_page("clients/")
    page.get_by_label("Projektipäällikkö").select_option(label="Heidi Rautio")
    page.get_by_label("Palvelu").select_option(label="Kirjanpito")
    page.locator("#client-table").get_by_role("button", name="Asiakas", exact=True).click()
    chosen = names(page)
    assert 1 < len(chosen) < 10
    assert query(page) == "?manager=heidi-rautio&service=bookkeeping&sort=name"
    sent = open_page(f"clients/{query(page)}")
    assert names(sent) == chosen
    assert sent.get_by_label("Projektipäällikkö").input_value() == "heidi-rautio"
    sent.get_by_role("link", name="English").click()
    sent.wait_for_url("**/en/clients/?manager=*")
    assert names(sent) == chosen


@pytest.mark.parametrize("instant", [False, True])
def test_a_view_is_there_again_after_going_back_and_forward(instant: bool, open_page: "Open") -> None:
    page = open_page("clients/", instant=instant)
    page.get_by_label("Hae nimellä").fill("louhi")
    page.locator("#client-table").get_by_role("button", name="Asiakas", exact=True).click()
    page.locator("#client-table").get_by_role("button", name="Asiakas", exact=True).click()
    page.get_by_role("link", name="Louhi Konepaja Oy").click()
    for _ in range(2):
        page.locator("h1", has_text="Louhi Konepaja Oy").wait_for()
        page.go_back()
        page.locator("#client-table tr[hidden]").first.wait_for(state="attached")
        assert names(page) == ["Louhi Konepaja Oy", "Louhi Kiinteistöt Oy"]
        assert page.get_by_label("Hae nimellä").input_value() == "louhi"
        page.go_forward()


def test_what_an_address_asks_for_and_is_not_there_is_passed_over(open_page: "Open") -> None:
    everybody = names(open_page("clients/"))
    page = open_page("clients/?manager=nobody&service=%3Cb%3E&state=x&sort=-nothing&ended=&foo=1")
    assert names(page) == everybody
    assert page.locator("#client-table th[aria-sort]").inner_text() == "Alkaa"
    assert page.locator(".filters").get_by_role("button").is_hidden()


def test_groups_without_a_row_go_with_their_titles(open_page: "Open") -> None:
    page = open_page("people/elina-korhonen/")
    titles = page.locator("#tasks > .section-head:visible")
    everything = titles.count()
    page.get_by_label("Asiakas").select_option(label="Aurinkorinne Hoiva Oy")
    assert titles.count() < everything
    assert re.fullmatch(r"1 / \d+", titles.first.locator("p").inner_text())
    assert page.locator("#tasks .task-list > li:visible").count() == 1
    page.get_by_role("button", name="Näytä kaikki").click()
    assert titles.count() == everything
    assert re.fullmatch(r"\d+ tehtävää?", titles.first.locator("p").inner_text())


def test_on_a_phone_rows_are_cards_under_a_strip_to_sort_by(open_page: "Open") -> None:
    page = open_page("clients/", width=390, height=844)
    assert page.locator("#client-table tbody tr").first.evaluate("(row) => getComputedStyle(row).display") == "grid"
    assert not page.get_by_label("Projektipäällikkö").is_visible()
    page.locator(".filters summary").press("Enter")
    page.get_by_label("Projektipäällikkö").select_option(label="Heidi Rautio")
    page.locator("#client-table").get_by_role("button", name="Sulku").press("Enter")
    assert query(page) == "?manager=heidi-rautio&sort=-closing"
    assert (
        page.locator("#client-table")
        .get_by_role("button", name="Sulku")
        .evaluate("(it) => it.getBoundingClientRect().right <= innerWidth")
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_few_rows_have_no_bar_over_them_unless_the_address_asks(open_page: "Open") -> None:
    assert not open_page("reports/").locator(".filters").is_visible()
    assert open_page("reports/?manager=aino-virtanen").locator(".filters").is_visible()
