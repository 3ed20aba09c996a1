"""The demo's wiki as it is built: each page whole, in one language, without a link that leads nowhere."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml

from built_html import Page, html_pages, read_page
from demo_wiki import demo_wiki
from wiki_site import ROOT

ENGLISH = re.compile(
    r"\b(the|and|of|is|are|for|with|not|task|tasks|open|late|done|client|clients|search|back|top|table|contents|skip"
    r"|previous|next|page|found|week|today|tomorrow|deputy|meeting|meetings|overview|edit|this|copy|close|share|clear)\b",
    re.IGNORECASE,
)
FINNISH = re.compile(
    r"\b(ja|ei|tai|tehtävä\w*|myöhässä|valmis|avoin|kesken|asiakas|asiakkaat|haku|hae|siirry|sivu\w*|viikko|tänään"
    r"|huomenna|palaveri\w*|yleiskuva|muokkaa|sulje|takaisin|sisällysluettelo)\b",
    re.IGNORECASE,
)
FILE = re.compile(r"clients/[\w-]+\.yaml")
LANGUAGE_SWITCH = {"Suomi", "English"}
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt", "content", "data-label", "data-unit", "data-fold-label")
LONGEST = 60_000
"""Bytes of a page's own HTML."""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_wiki(tmp_path_factory)


@pytest.fixture(scope="module")
def pages(public: Path) -> Mapping[str, Page]:
    """Each page by its path; of the clients every third, all kinds of which are among them."""
    clients = sorted(path.stem for path in (ROOT / "clients").glob("*.yaml"))
    left_out = tuple(f"clients/{client}/" for client in clients if client not in clients[::3])
    named = ((path.relative_to(public).as_posix(), path) for path in html_pages(public))
    return {name: read_page(path) for name, path in named if not name.removeprefix("en/").startswith(left_out)}


def words(page: Page) -> str:
    """What is read, and heard: text without scripts' settings, and attributes that a reader meets.

    Neither commands nor what says to be in another language, as a letter to a client does.
    """
    text = " ".join(
        one
        for one in page.texts
        if not one.lstrip().startswith(("{", "aloitus "))
        and one.strip() not in LANGUAGE_SWITCH
        and one not in page.foreign
    )
    named = [element.get(name) for element in page.elements for name in ATTRIBUTES if element.tag != "meta"]
    drawn = [text for _, text in page.lettering]
    return FILE.sub("", " ".join([text, *named, *drawn]))


def test_every_page_is_well_nested(pages: Mapping[str, Page]) -> None:
    for name, page in pages.items():
        assert page.badly_nested == [], name
        assert page.left_open == [], name


def test_no_english_is_left_on_a_finnish_page(pages: Mapping[str, Page]) -> None:
    """Guides name products and official pages by their own names; findings show the files' English keys."""
    found = {
        name: sorted({hit.lower() for hit in ENGLISH.findall(words(page))})
        for name, page in pages.items()
        if not name.startswith(("en/", "guides/", "checks/"))
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_finnish_is_left_on_an_english_page(pages: Mapping[str, Page]) -> None:
    """What people wrote stays in their language: pages of the process and of the theme hold none of it."""
    found = {
        name: sorted({hit.lower() for hit in FINNISH.findall(words(page))})
        for name, page in pages.items()
        if name.startswith("en/process/") or name in ("en/404.html", "en/people/index.html", "en/guides/index.html")
    }
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_what_a_filter_bar_offers_stands_in_the_rows_below_it(pages: Mapping[str, Page]) -> None:
    bars = 0
    for name, page in pages.items():
        data = {(key, one) for element in page.elements for key, value in element.attributes for one in value.split()}
        ids = {element.get("id") for element in page.elements}
        field, in_bar = "", False
        for element in page.elements:
            if element.tag == "form":
                in_bar = "filters" in element.get("class")
                bars += in_bar
                assert set(element.get("data-for").split()) <= ids, name
            if element.tag in ("select", "input"):
                field = element.get("name")
            offered = element.tag == "option" or (element.get("type") == "radio" and element.get("name") == "state")
            if in_bar and offered and element.get("value"):
                assert (f"data-{field}", element.get("value")) in data, (name, field, element.get("value"))
    assert bars > 20


def test_each_page_says_its_language(pages: Mapping[str, Page]) -> None:
    for name, page in pages.items():
        (html,) = (element for element in page.elements if element.tag == "html")
        assert html.get("lang") == ("en" if name.startswith("en/") else "fi"), name


def test_no_two_things_on_a_page_have_the_same_id(pages: Mapping[str, Page]) -> None:
    """A heading's id is its words, so that one in another language may take what a table is called."""
    twice = {}
    for name, page in pages.items():
        ids = Counter(element.get("id") for element in (*page.elements, *page.drawn) if element.get("id"))
        twice[name] = [one for one, count in ids.items() if count > 1]
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_both_languages_have_the_same_pages(pages: Mapping[str, Page]) -> None:
    names = set(pages)
    assert {name.removeprefix("en/") for name in names if name.startswith("en/")} == {
        name for name in names if not name.startswith("en/")
    }


def test_every_link_leads_to_a_page_of_the_wiki(public: Path, pages: Mapping[str, Page]) -> None:
    dead = set()
    for name, page in pages.items():
        if name.endswith("404.html"):
            continue
        for element in page.elements:
            target = element.get("href") or element.get("src")
            if element.tag == "use" or not target or urlsplit(target).scheme or target.startswith("//"):
                continue
            path = unquote(urlsplit(urljoin(f"/{name}", target)).path).lstrip("/")
            there = public / path
            if not (there / "index.html" if path.endswith("/") or not path else there).exists():
                dead.add((name, target))
    assert dead == set()


def test_a_pages_own_html_is_light(public: Path) -> None:
    """Without the theme's frame."""
    sizes = {}
    for path in html_pages(public):
        _, _, article = path.read_text("utf-8").partition("<article")
        sizes[path.relative_to(public).as_posix()] = len(article.partition("</article>")[0].encode())
    heavy = {name: size for name, size in sizes.items() if size > LONGEST}
    assert heavy == {}


def test_every_page_of_the_navigation_is_there(public: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")[1].split("\nnot_in_nav:")[0]
    nav = yaml.safe_load(settings)
    assert len(nav) > 4
    for page in nav:
        folder = page.removesuffix("index.md").removesuffix(".md")
        assert (public / folder / "index.html").exists(), page
        assert (public / "en" / folder / "index.html").exists(), page
