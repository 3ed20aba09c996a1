"""Each kind of page of the small practice as Markdown, in both languages."""

import re
from pathlib import Path

import pytest

from golden import same_as_golden
from wiki_site import small_pages

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "home": "index",
    "clients": "clients/index",
    "client": "clients/kuusipuu/index",
    "client-planned": "clients/honkalinna/index",
    "client-in-production": "clients/pajula/index",
    "client-closed": "clients/tammela/index",
    "checklist": "clients/kuusipuu/support-services",
    "checklist-unstaffed": "clients/kuusipuu/payroll-accountant",
    "agenda-held": "clients/kuusipuu/meetings/internal-kickoff",
    "agenda-with-client": "clients/kuusipuu/meetings/service-production-kickoff",
    "agenda-of-review": "clients/kuusipuu/meetings/quick-review",
    "calendar": "calendar/index",
    "material-request": "clients/kuusipuu/material-request",
    "closure": "clients/kuusipuu/closure",
    "closure-near": "clients/pajula/closure",
    "closing-record": "clients/tammela/closure",
    "people": "people/index",
    "person": "people/liisa-laine/index",
    "person-who-left": "people/olli-lahtenyt/index",
    "process": "process/index",
    "new-client": "new-client/index",
    "process-role": "process/support-services",
    "check": "checks/clo301",
    "check-of-a-change": "checks/his409",
}


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_it_was_found_good(name: str, language: str) -> None:
    same_as_golden(GOLDEN / language / f"{name}.md", small_pages()[f"{language}/{PAGES[name]}.md"])


def test_both_languages_have_the_same_pages() -> None:
    paths = [path.partition("/") for path in small_pages()]
    assert {path for language, _, path in paths if language == "fi"} == {
        path for language, _, path in paths if language == "en"
    }


def test_a_closed_client_keeps_its_overview_and_its_closing_record() -> None:
    assert sorted(path for path in small_pages() if path.startswith("fi/clients/tammela/")) == [
        "fi/clients/tammela/closure.md",
        "fi/clients/tammela/index.md",
    ]


def test_a_page_with_links_in_html_is_the_index_of_its_folder() -> None:
    """MkDocs leaves them as they are, Zensical takes them from the page's file: only there both mean the same."""
    links = {path: re.findall(r'(?:href|src)="(?![#/]|\w+:)', page) for path, page in small_pages().items()}
    assert sum(bool(found) for found in links.values()) > 10
    assert [path for path, found in links.items() if found and not path.endswith("index.md")] == []
