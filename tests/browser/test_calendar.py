"""The calendar in a browser: tabs beside the search, what folds, what paper has, and what its links lead to."""

from typing import TYPE_CHECKING

import pytest

from read_calendar import by_id

if TYPE_CHECKING:
    from wiki_browser import Open


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [1220, 1366])
def test_all_tabs_fit_beside_the_search(width: int, language: str, open_page: "Open") -> None:
    page = open_page(f"{language}calendar/", width=width, height=400)
    tabs = page.locator(".md-tabs__link")
    assert tabs.count() == 8
    rights = [tabs.nth(at).bounding_box() for at in range(8)]
    ends = [box["x"] + box["width"] for box in rights if box]
    others = page.locator(".md-header__option, .language, .md-search__form")
    boxes = [box for at in range(others.count()) if (box := others.nth(at).bounding_box()) and box["width"]]
    assert len(boxes) > 1
    assert max(ends) < min(box["x"] for box in boxes)
    assert len({round(box["y"]) for box in rights if box}) == 1


def test_what_lies_behind_is_folded_and_not_printed(open_page: "Open") -> None:
    page = open_page("calendar/", width=1366, height=900)
    behind = page.locator("details.behind")
    assert not behind.locator("li").first.is_visible()
    behind.locator("summary").click()
    assert behind.locator("li").first.is_visible()
    page.emulate_media(media="print")
    assert not behind.is_visible()
    assert not page.locator("#subscribe").is_visible()


@pytest.mark.parametrize("path", ["calendar/", "people/elina-korhonen/", "clients/saimaan-logistiikka/"])
def test_a_link_to_a_calendar_leads_to_one(path: str, open_page: "Open") -> None:
    page = open_page(path, width=1366, height=900)
    address = page.locator("a[href$='.ics']").first.evaluate("(link) => link.href")
    answer = page.request.get(address)
    assert answer.ok
    assert len(by_id(answer.body().decode())) > 5
