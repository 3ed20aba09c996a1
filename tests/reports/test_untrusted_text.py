"""Nothing in a file, a name or a branch can forge an annotation, a passing line or an escape sequence."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from aloitus.reports import markdown
from aloitus.reports.registry import REPORTS
from aloitus.reports.visible import visible, visible_path
from reports_sample import a_report, gone, not_final, odd

NASTY = (
    "\x1b[2K\x1b[1A",
    "\x9b31m",
    "\u202e",
    "\n::error file=a::forged",
    "\r::stop-commands::x",
    "\u2028Ei huomautettavaa (27 asiakasta)",
    "##[error]forged",
    "##vso[task.complete result=Succeeded]",
    "::error::forged",
    "%0A::error::forged",
    "</failure></testcase>",
    "]]>",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{: onclick=x }",
    "www.evil.example",
    "https://evil.example",
    "<!-- -->",
    "`x`",
    "|",
    "\ud800",
)
texts = st.text(st.characters(exclude_categories=()), max_size=40)
hostile = st.lists(st.one_of(st.sampled_from(NASTY), texts), min_size=1, max_size=4).map("".join)

OURS = re.compile(r"::(error|warning|notice) (file|title)=")


@pytest.mark.parametrize("name", ["full", "concise", "github", "markdown", "junit", "json", "gitlab", "sarif"])
@given(text=hostile)
def test_no_character_of_a_file_can_steer_a_terminal(name: str, text: str) -> None:
    written = REPORTS[name](a_report((odd(text), not_final(text), gone(text))))
    unseen = {c for c in written if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - {"\n"}
    assert unseen <= {"\u200c", "\u200d"}


@pytest.mark.parametrize("name", ["full", "concise", "github", "markdown", "junit", "json", "gitlab", "sarif"])
@given(text=hostile)
def test_no_line_of_a_report_is_a_command_that_a_file_wrote(name: str, text: str) -> None:
    written = REPORTS[name](a_report((odd(text), not_final(text), gone(text))))
    for line in written.split("\n"):
        if line.lstrip().startswith("::"):
            assert (name == "github" and OURS.match(line)) or re.match(r" +::: ", line)
    assert "##[" not in written
    assert "##vso[" not in written


@pytest.mark.parametrize("name", ["full", "concise", "github"])
@given(text=hostile)
def test_a_text_never_adds_a_line(name: str, text: str) -> None:
    plain = REPORTS[name](a_report((odd("x"), not_final("x"), gone("clients/x.yaml"))))
    written = REPORTS[name](a_report((odd(text), not_final(text), gone(text))))
    assert written.count("\n") == plain.count("\n")


@given(text=hostile)
def test_an_annotation_has_the_properties_that_we_wrote(text: str) -> None:
    first = REPORTS["github"](a_report((gone(text),))).split("\n")[0]
    properties, _, _ = first.removeprefix("::notice ").partition("::")
    assert [part.split("=")[0] for part in properties.split(",")] == ["file", "title"]


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(text=hostile)
def test_markdown_shows_a_text_as_text(text: str) -> None:
    page = _Elements()
    page.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(f"- {markdown.text('a' + text + 'b')}"))
    assert set(page.tags) == {"ul", "li"}
    assert _squeezed(page.text) == _squeezed(visible(f"a{text}b"))


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\u202eabc\u2028", r"\u202eabc\u2028"),
        ("\U000e0041", r"\U000e0041"),
        (
            "Sähkö 株式会社 O\u2019Brien \u00a0 \U0001f469\u200d\U0001f4bb",
            "Sähkö 株式会社 O\u2019Brien \u00a0 \U0001f469\u200d\U0001f4bb",
        ),
        ("##[error]x ##VSO[y]", r"#\#[error]x #\#VSO[y]"),
        ("## [x", "## [x"),
    ],
)
def test_what_cannot_be_seen_becomes_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_path_that_begins_as_a_command_does_not_begin_a_line() -> None:
    assert visible_path("::error::x.yaml") == "./::error::x.yaml"
    assert visible_path(" ::error::x.yaml") == "./ ::error::x.yaml"
    assert visible_path("clients/a.yaml") == "clients/a.yaml"
