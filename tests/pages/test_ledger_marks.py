"""What the theme adds to a checklist's HTML by replacing strings: text from a client's file never asks for it."""

import re
from functools import cache
from typing import Any

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, Template

from aloitus.model.clean_text import clean
from aloitus.pages.markup import escape
from built_html import Page
from hostile_practice import HOSTILE
from theme_words import LANGUAGES, OVERRIDES, theme_words

EXTENSIONS = [
    "admonition", "attr_list", "md_in_html", "tables", "def_list", "toc",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist",
]  # fmt: skip
CHECKLIST = """\
# {0}

[a](a.md) · **b** *myöhässä*

- Valmiina **1/2** {0}

## {0}

2 tehtävää

- [ ] **{0}**

    **Myöhässä** · määräpäivä **17.11.2026** · **4 työpv myöhässä**

    *kesken* · {0} · [näytä rivi](https://x.example/#L1 "transfer-data")

    > {0} Katsotaan uudelleen.

    - *Ohje:* [{0}](a.md)
    - *Asiakkaalta:* {0}

    Työvaiheet:

    1. {0}

- [x] **{0}**

    **Valmis** · *11.11.2026* · *kuitattu*

    > {0} · {0}

---

{0}
"""
PLAIN = "sana"
words = st.sampled_from(
    ["<p><strong>", "</strong> · ", "<em>", "</em>", "**", "*", "Myöhässä", "valmis", "Valmis", "myöhässä", " · ",
     '" title="', '"', "<strong>1/2</strong>", "1/2", "<h2 ", "<hr />", "---", "\n", "{{ page.content }}", "{%",
     "\\", " "]
)  # fmt: skip
texts = st.lists(words, min_size=1, max_size=8).map("".join) | st.sampled_from(HOSTILE) | st.text(max_size=20)


@cache
def ledger() -> Template:
    return Environment(loader=FileSystemLoader(OVERRIDES)).get_template("partials/ledger.html")  # noqa: S701 -- as MkDocs sets it up


def built(source: str, language: str = "fi", layout: str = "checklist", **meta: str) -> Page:
    config = {"theme": {"language": language}}
    content = markdown.markdown(source, extensions=EXTENSIONS)
    page = Page()
    page.feed(ledger().render(page={"content": content, "meta": meta}, config=config, layout=layout))
    page.close()
    return page


@settings(max_examples=300, deadline=None)
@given(texts)
@example("**Myöhässä** · ")
@example(" *valmis*")
@example('" title="x')
@example("<strong>1/2</strong>")
def test_text_brings_no_mark_no_bar_and_no_id(text: str) -> None:
    shown = clean(text)
    if not shown:
        return
    found, plain = built(CHECKLIST.format(escape(text))), built(CHECKLIST.format(PLAIN))
    assert [_without_slug(element) for element in found.elements] == [
        _without_slug(element) for element in plain.elements
    ]
    expected = plain.text.replace(PLAIN, shown)
    assert "".join(found.text.split()) == "".join(expected.split())
    assert found.badly_nested == []


def _without_slug(element: Any) -> tuple[str, tuple[tuple[str, str], ...]]:
    heading = element.tag in ("h1", "h2")
    return element.tag, tuple((name, "" if heading and name == "id" else value) for name, value in element.attributes)


MARKS = [(language, word, state) for language in LANGUAGES for word, state in theme_words(language)["marks"].items()]


@pytest.mark.parametrize(("language", "word", "state"), MARKS)
def test_each_state_word_gets_its_glyph_in_a_row_and_in_a_sentence(language: str, word: str, state: str) -> None:
    row = built(f"# a\n\n- [ ] **t**\n\n    **{word}** · *1.1.2026* · *x*\n\n- t: *{word.lower()}*, x\n", language)
    assert [element.get("class") for element in row.elements if "mark" in element.get("class")] == [
        f"mark mark--{state}", f"mark mark--{state}",
    ]  # fmt: skip
    assert [element.get("xlink:href") for element in row.elements if element.tag == "use"] == [f"#g-{state}"] * 2


def test_the_bar_stands_under_the_fraction_that_the_rows_add_up_to() -> None:
    page = built(CHECKLIST.format(PLAIN))
    cells = [
        (element.get("class"), element.get("style")) for element in page.elements if element.get("class")[:3] == "is-"
    ]
    assert cells == [("is-done", "flex:1"), ("is-in-progress", "flex:1")]


def test_there_is_no_bar_where_the_rows_add_up_to_something_else() -> None:
    page = built(CHECKLIST.format(PLAIN).replace("**1/2**", "**1/3**"))
    assert not [element for element in page.elements if element.get("class") == "bar"]


def test_a_link_to_a_tasks_line_gives_the_row_its_anchor() -> None:
    assert [element.get("id") for element in built(CHECKLIST.format(PLAIN)).elements if element.tag == "a"].count(
        "transfer-data"
    ) == 1


def test_each_heading_begins_a_section_and_the_rule_begins_the_foot() -> None:
    classes = [element.get("class") for element in built(CHECKLIST.format(PLAIN)).elements if element.tag == "section"]
    assert classes == ["head head--client", "part", "foot"]


def test_a_letter_stands_in_the_wikis_frame_and_says_its_own_language() -> None:
    page = built("[a](a.md)\n\n# b\n\n## c\n\n---\n\n[d](d.md)\n", layout="letter", letter_language="en")
    framed = [
        (element.get("class"), element.get("lang")) for element in page.elements if element.tag in ("section", "div")
    ]
    assert framed == [
        ("sheet sheet--letter", ""), ("frame", ""), ("letter", "en"), ("head", ""), ("part", ""), ("foot", ""),
    ]  # fmt: skip
    assert page.foreign == ["b", "c"]
    assert (page.badly_nested, page.left_open) == ([], [])


def test_a_closed_client_has_one_row_of_links() -> None:
    page = built("# a\n\n## b\n", layout="record")
    assert [element.get("class") for element in page.elements if element.tag == "section"] == [
        "head head--closed", "part",
    ]  # fmt: skip


def test_glyphs_that_the_marks_name_are_in_the_sprite() -> None:
    sprite = (OVERRIDES / "partials/sprite.html").read_text("utf-8")
    drawn = set(re.findall(r'<symbol id="g-([\w-]+)"', sprite))
    named = {state for language in LANGUAGES for state in theme_words(language)["marks"].values()}
    assert named <= drawn
