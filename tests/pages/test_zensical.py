"""The same Markdown, settings and theme under Zensical, strict, as under MkDocs; skipped where it isn't installed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from built_html import Page, html_pages
from wiki_site import SMALL, build, once, set_up

pytest.importorskip("zensical", reason='pip install -e ".[zensical]"')


@pytest.fixture(scope="module")
def wikis(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One practice by MkDocs and by Zensical."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen") else base

    def make(folder: Path) -> None:
        firm = set_up(folder / "firm", SMALL)
        for engine in ("mkdocs", "zensical"):
            shutil.move(build(firm, engine=engine), folder / engine)

    folder = once(shared, "engines", make)
    return folder / "mkdocs", folder / "zensical"


def articles(public: Path) -> Mapping[str, Page]:
    """What each page holds between the theme's header and footer."""
    found = {}
    for path in html_pages(public):
        page = Page()
        page.feed(path.read_text("utf-8").partition("<article")[2].partition("</article>")[0].partition(">")[2])
        found[path.relative_to(public).as_posix()] = page
    return found


def test_both_engines_make_the_same_pages_with_the_same_words(wikis: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = (articles(public) for public in wikis)
    assert len(by_mkdocs) > 70
    assert {name: page.text for name, page in by_zensical.items()} == {
        name: page.text for name, page in by_mkdocs.items()
    }


def test_both_engines_make_the_same_marks_links_and_drawings(wikis: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = (articles(public) for public in wikis)
    for name, page in by_mkdocs.items():
        for tag, attribute in (("svg", "class"), ("strong", "class"), ("a", "href"), ("table", "id"), ("li", "class")):
            assert values(by_zensical[name], tag, attribute) == values(page, tag, attribute), (name, tag)


def values(page: Page, tag: str, attribute: str) -> list[str]:
    found = (element.get(attribute) for element in (*page.elements, *page.drawn) if element.tag == tag)
    return [target for value in found if (target := value.partition("#")[0])]
