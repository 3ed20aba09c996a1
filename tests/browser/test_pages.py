"""Every kind of page on a phone and a desktop, in light and dark, in both languages."""

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from wiki_browser import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from wiki_browser import Open


LANGUAGES = {"fi": "", "en": "en/"}
SIZES = {"phone": (390, 844), "desktop": (1366, 900)}
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""What can differ in the dark."""
MOST_JUDGED = 120
"""Of a long page axe judges so many blocks: the rest are like them."""
SHORTEN = """async (most) => {
  const beyond = (selector, count) =>
    [...document.querySelectorAll(selector)].slice(count).forEach((one) => one.remove());
  beyond(".sheet > *", most);
  beyond(".md-sidebar--secondary .md-nav__item", most / 6);
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}"""


@cache
def axe() -> str:
    """Its script."""
    from axe_playwright_python.sync_playwright import Axe

    script: str = Axe().axe_script
    return script


def violations(page: "Page", options: dict[str, Any]) -> list[str]:
    found = page.evaluate("async (options) => (await axe.run(document, options)).violations", options)
    return [
        f"{one['id']}: {node['target']} {(node['any'] or node['all'] or node['none'])[0]['message']}"
        for one in found
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_phone_scrolls_one_way(name: str, language: str, open_page: "Open") -> None:
    found = {}
    for size, (width, height) in SIZES.items():
        page = open_page(LANGUAGES[language] + PAGES[name], width=width, height=height)
        assert page.evaluate("document.documentElement.lang") == language
        page.evaluate(axe())
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.evaluate(SHORTEN, MOST_JUDGED)
            found[f"{size}, {scheme}"] = violations(page, WCAG if scheme == "light" else COLOURS)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {where: said for where, said in found.items() if said} == {}


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_size_loses_nothing(name: str, open_page: "Open") -> None:
    """A desktop at 200 %: the same pixels, half the width; nothing is cut off and nothing scrolls sideways."""
    page = open_page(PAGES[name], width=640, height=450)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    cut = page.evaluate(
        """[...document.querySelectorAll(".sheet :is(p, li, td, th, h1, h2, h3, dd, dt)")]
           .filter((one) => one.offsetParent && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
                            && ["hidden", "clip"].includes(getComputedStyle(one).overflowX)
                            && !one.closest("[tabindex], .md-typeset__scrollwrap, .head--client > p"))
           .filter((one) => one.clientWidth > 2)
           .map((one) => one.textContent.trim().slice(0, 60))"""
    )
    assert cut == []
