"""Three wikis of a firm whose files say nothing in any language: each page speaks its own language and no other.

The third language is files that were added, and one word in the firm's file: see CONTRIBUTING.md, "A language".
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from aloitus.i18n import wording
from built_html import Page, html_pages, read_page
from theme_words import theme_words
from third_language import CODE, firm_with_a_third_language, program_with_a_third_language, translated
from wiki_site import build, once

WIKIS = {"fi": "", "en": "en/", CODE: f"{CODE}/"}
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt", "content", "data-label", "data-unit", "data-fold-label")
WORD = re.compile(r"[^\W\d_]{3,}")
NO_WORDS = re.compile(r"\S+@ ?\S*|https?://\S+|[\w-]+(?:/[\w.-]+)+|\b[A-Z]{3}\d+\b")
"""Addresses, paths, codes of findings."""
NAMES = {"aloitus", "google", "outlook", "suomi", "english", translated("english"), "svenska", "supervisor"}
"""Of products and of languages, each by itself, and the id of a role that the practice has no title for."""
PLACE = re.compile(r"\{[^{}]*\}")
THEME_TEXT = re.compile(r'^  "([\w.]+)": "(.*)",?$', re.MULTILINE)
IN_THE_FILES_WORDS = ("checks/", "guides/")
"""Pages that quote the English keys of files, or that are a firm's own text."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen") else base

    def make(folder: Path) -> None:
        build(firm_with_a_third_language(folder), program_with_a_third_language(folder / "program"))

    public = once(shared, "three-languages", make) / "firm/site/public"
    return {path.relative_to(public).as_posix(): read_page(path) for path in html_pages(public)}


def of(language: str, pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """The pages of one wiki, by the path that the same page has in each."""
    folder, others = WIKIS[language], tuple(filter(None, WIKIS.values()))
    mine = {
        name: page
        for name, page in pages.items()
        if name.startswith(folder) and (folder or not name.startswith(others))
    }
    return {name.removeprefix(folder): page for name, page in mine.items()}


@cache
def vocabulary(language: str) -> frozenset[str]:
    """All words that the program and the theme have in this language."""
    known = "en" if language == CODE else language
    texts = [text for sentence in wording(known).sentences.values() for text in _texts(sentence)]
    texts += [text for words in theme_words(known).values() for text in _texts(words)]
    if language == CODE:
        texts = [translated(text) for text in texts]
    theme = resources.files("material") / "templates/partials/languages" / f"{language}.html"
    texts += [text for key, text in THEME_TEXT.findall(theme.read_text("utf-8")) if ".config." not in key]
    return frozenset(word for text in texts for word in _words(PLACE.sub(" ", text)))


def _texts(value: object) -> Iterator[str]:
    """Those in plural forms, in a list, or as the words of marks."""
    if isinstance(value, dict):
        yield from (text for pair in value.items() for text in pair)
    else:
        yield from value if isinstance(value, list) else [str(value)]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(NO_WORDS.sub(" ", text))} - NAMES


def spoken(page: Page) -> set[str]:
    """Each word that is read or heard: text, attributes that a reader meets, drawings' lettering."""
    text = " ".join(one for one in page.worded if not one.lstrip().startswith("{"))
    named = [element.get(name) for element in page.elements for name in ATTRIBUTES if element.tag != "meta"]
    return _words(" ".join([text, *named, *(text for _, text in page.lettering)]))


@pytest.mark.parametrize("language", WIKIS)
def test_no_word_of_another_language_is_on_a_page(language: str, pages: Mapping[str, Page]) -> None:
    others = frozenset().union(*(vocabulary(other) for other in WIKIS if other != language)) - vocabulary(language)
    found = {
        name: sorted(spoken(page) & others)
        for name, page in of(language, pages).items()
        if not name.startswith(IN_THE_FILES_WORDS)
    }
    assert len(found) > 30
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("language", WIKIS)
def test_each_page_says_its_language_and_leads_to_the_same_page_in_the_others(
    language: str, pages: Mapping[str, Page]
) -> None:
    for name, page in of(language, pages).items():
        (html,) = (element for element in page.elements if element.tag == "html")
        assert html.get("lang") == language, name
        switch = [element.get("hreflang") for element in page.elements if element.get("class") == "language__link"]
        assert switch == [other for other in WIKIS if other != language], name


def test_every_language_has_the_same_pages(pages: Mapping[str, Page]) -> None:
    names = {language: set(of(language, pages)) for language in WIKIS}
    assert len(names["fi"]) > 35
    assert names["fi"] == names["en"] == names[CODE]


def test_checklists_of_the_third_language_have_their_glyphs_and_folded_sections(pages: Mapping[str, Page]) -> None:
    third, finnish = of(CODE, pages), of("fi", pages)
    assert {name: marks(page) for name, page in third.items()} == {name: marks(page) for name, page in finnish.items()}
    assert sum(len(marks(page)) for page in third.values()) > 100
    sections = {element.get("data-folded") for page in third.values() for element in page.elements} - {""}
    assert sections <= {element.get("id") for page in third.values() for element in page.elements}


def marks(page: Page) -> list[str]:
    return [element.get("class") for element in page.elements if element.get("class").startswith("mark ")]
