"""What a reader does: searches, sorts, filters, changes the language, goes by keyboard, prints."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from playwright.sync_api import expect

from wiki_browser import CLIENT, PAGES
from wiki_site import ROOT

if TYPE_CHECKING:
    from wiki_browser import Open


A4_WIDTH = 673
"""In pixels of the web, between the margins."""
SHEETS = 2
"""Of what goes to a meeting, to a client or to the archive, at most."""


@pytest.mark.usefixtures("search")
def test_search_in_finnish_finds_a_client(open_page: "Open") -> None:
    page = open_page("")
    page.get_by_role("textbox", name="Hae").click()
    page.keyboard.type("saimaan")
    found = page.locator(".md-search-result__link:visible").first
    found.wait_for()
    assert "Saimaan Logistiikka Oy" in found.inner_text()
    found.click()
    page.wait_for_url(re.compile(r"/clients/saimaan-logistiikka/\?h="))


def test_the_language_switch_lands_on_the_same_page_and_back(open_page: "Open", site: str) -> None:
    for path in (f"{CLIENT}payroll-implementer/", "", "guides/bank-connections/"):
        page = open_page(path)
        page.get_by_role("link", name="English").click()
        page.wait_for_url(f"{site}en/{path}")
        assert page.evaluate("document.documentElement.lang") == "en"
        page.get_by_role("link", name="Suomi").click()
        page.wait_for_url(site + path)


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("clients/", 1366),
        ("clients/", 640),
        ("people/elina-korhonen/", 1366),
        (f"{CLIENT}payroll-implementer/", 1366),
        ("reports/", 1366),
        ("calendar/", 1366),
    ],
)
def test_focus_is_seen_wherever_the_tabulator_stops(path: str, width: int, open_page: "Open") -> None:
    page = open_page(path, width=width)
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        unseen.append(
            page.evaluate(
                """() => {
                  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
                  const shown = (it) => it && getComputedStyle(it).outlineStyle !== "none";
                  const there = box.width > 1 && box.right > 0 && box.left < innerWidth;
                  return there && (shown(one) || shown(one.closest("label")) || style.boxShadow !== "none")
                    || one.matches(".md-search__input, .md-option, .md-toggle, .md-skip, body")
                    ? "" : one.outerHTML.slice(0, 120);
                }"""
            )
        )
    assert [one for one in unseen if one] == []


def test_on_a_narrow_window_the_menu_opens_by_keyboard(open_page: "Open") -> None:
    page = open_page("clients/", width=640)
    menu = page.locator("header").get_by_role("button", name="Navigaatio")
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    link = page.get_by_role("navigation", name="Navigaatio").get_by_role("link", name="Raportit")
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert not link.is_visible()


def test_a_link_to_a_task_opens_what_its_row_has_folded(open_page: "Open") -> None:
    page = open_page(f"{CLIENT}payroll-implementer/")
    folded = page.locator(".task-list details").first
    assert folded.get_attribute("open") is None
    anchor = page.locator(".task-list > li:has(details) a[id]").first.get_attribute("id")
    page.evaluate("(anchor) => { location.hash = anchor }", anchor)
    expect(folded).to_have_attribute("open", "")


@pytest.mark.parametrize("instant", [False, True])
def test_a_jump_within_a_page_leaves_open_what_the_reader_opened(instant: bool, open_page: "Open") -> None:
    page = open_page(f"{CLIENT}payroll-implementer/", instant=instant)
    page.locator(".task-list summary").first.press("Enter")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith("/") else None)
    page.locator(".md-skip").press("Enter")
    page.wait_for_url("**/#*")
    page.go_back()
    assert fetched == []
    assert page.locator(".task-list details[open]").count() == 1


def test_instant_navigation_shows_the_next_page_complete(open_page: "Open") -> None:
    page = open_page(CLIENT, instant=True)
    page.evaluate("window.kept = true")
    page.get_by_role("link", name="Palkanlaskija").first.click()
    page.locator(".task-list details").first.wait_for(state="attached")
    page.go_back()
    page.locator("h1", has_text="Saimaan").wait_for()
    assert page.evaluate("window.kept"), "the browser has loaded the page itself"


def test_a_page_says_when_it_is_out_of_date(open_page: "Open") -> None:
    page = open_page(CLIENT)
    assert not page.locator(".stale").is_visible()
    page.clock.install(time="2026-11-27T09:00:00")
    page.reload()
    assert "23.11.2026" in page.locator(".stale").inner_text()


@pytest.mark.parametrize("name", PAGES)
def test_without_scripts_everything_is_read(name: str, open_page: "Open") -> None:
    """But the form and what sorts and filters, which would do nothing."""
    page = open_page(PAGES[name], javascript=False)
    assert page.locator("h1").first.is_visible()
    assert page.locator(".filters").count() == page.locator(".filters[hidden]").count()
    hidden = page.locator(
        ".sheet :is(h2, h3, tbody th, .task-list > li)"
        ":not(form *, details:not([open]) *, .chart-drawing *, .sheet--agenda > .part:has(> h2 + p:last-child) *)"
    ).evaluate_all("(all) => all.filter((one) => !one.checkVisibility()).map((one) => one.textContent)")
    assert hidden == []


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_of_paper_holds_the_whole_width_of_a_page(name: str, open_page: "Open") -> None:
    page = open_page(PAGES[name], width=A4_WIDTH, height=1123)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_WIDTH
    assert page.locator(":is(.md-header, .md-tabs, .filters, .md-skip):visible").count() == 0
    assert page.locator("h1:visible").count() == 1


@pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="there is no pdftotext (Debian: apt-get install poppler-utils)"
)
def test_the_head_of_a_table_is_repeated_on_its_next_sheet(open_page: "Open", tmp_path: Path) -> None:
    pdf = tmp_path / "clients.pdf"
    open_page("clients/").pdf(path=pdf, format="A4")
    sheets = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    heads = [sheet.split("Projektipäällikkö")[0].split() for sheet in sheets.split("\f")[:2]]
    assert heads[1] == ["Asiakas", "Tila"] == heads[0][-2:]


def longest(public: Path, pages: str, count: int) -> list[str]:
    """The addresses of those with most in them, which need most paper."""
    folders = sorted(public.glob(pages), key=lambda one: (one / "index.html").stat().st_size, reverse=True)
    return [f"{folder.relative_to(public).as_posix()}/" for folder in folders[:count]]


@pytest.mark.parametrize(("language", "count"), [("", 8), ("en/", 2)])
@pytest.mark.parametrize("meeting", ["internal-kickoff", "service-production-kickoff", "quick-review"])
def test_the_longest_agendas_take_two_sheets_at_most(
    meeting: str, language: str, count: int, open_page: "Open", site: str, public: Path
) -> None:
    sheets = sheets_of(longest(public, f"{language}clients/*/meetings/{meeting}", count), open_page, site)
    assert len(sheets) == count
    assert {path: taken for path, taken in sheets.items() if taken > SHEETS} == {}


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_longest_letters_and_records_take_two_sheets_at_most(
    language: str, open_page: "Open", site: str, public: Path
) -> None:
    letters = longest(public, f"{language}clients/*/material-request", 5)
    records = [f"{language}clients/{client}/closure/" for client in closed_clients()]
    sheets = sheets_of([*letters, *records], open_page, site)
    assert len(sheets) > 8
    assert {path: taken for path, taken in sheets.items() if taken > SHEETS} == {}


def closed_clients() -> list[str]:
    files = sorted((ROOT / "clients").glob("*.yaml"))
    return [path.stem for path in files if yaml.safe_load(path.read_text("utf-8"))["status"] == "closed"]


def sheets_of(paths: list[str], open_page: "Open", site: str) -> dict[str, int]:
    page, sheets = open_page(""), {}
    for path in paths:
        page.goto(site + path)
        sheets[path] = len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", print_background=True)))
    return sheets


def test_a_letter_is_in_the_clients_language_and_alone_on_paper(open_page: "Open") -> None:
    page = open_page("clients/fjordlight-games/material-request/")
    assert page.locator(".letter").get_attribute("lang") == "en"
    assert page.locator(".letter h1").inner_text() == "Material to hand over"
    assert page.locator(".frame").is_visible()
    page.emulate_media(media="print")
    shown = page.locator(".md-container").inner_text()
    assert shown.startswith("Material to hand over")
    assert "Aineistopyyntö" not in shown
    boxes = page.locator(".letter .task-list > li").evaluate_all(
        """(all) => all.map((one) => getComputedStyle(one, "::before").borderStyle)"""
    )
    assert set(boxes) == {"solid"}


def test_paper_is_white_in_the_dark(open_page: "Open") -> None:
    page = open_page(CLIENT, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(22, 29, 34)"
