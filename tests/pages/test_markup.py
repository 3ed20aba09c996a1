"""Untrusted text shows as it stands: the oracle is the wiki's own Markdown, with more extensions than it uses."""

import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from aloitus.model.clean_text import clean
from aloitus.pages.markup import Markup, attribute, code, escape, front_matter_title, safe_url

EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "sane_lists",
    "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition", "pymdownx.blocks.details",
    "pymdownx.caret", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.superfences",
    "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
WIKI = markdown.Markdown(extensions=EXTENSIONS)
FORGE = MarkdownIt("gfm-like", {"linkify": False})
TAG = re.compile(r"<[^>]*>")

PLACES = {
    "paragraph": ("{}", "<p>", "</p>"),
    "list item": ("- {}", "<li>", "</li>"),
    "ordered item": ("1. {}", "<li>", "</li>"),
    "strong": ("**{}**", "<strong>", "</strong>"),
    "link": ("[{}](x.md)", '<a href="x.md">', "</a>"),
    "after a word": ("Syy: {}", "Syy: ", "</p>"),
}

pieces = st.sampled_from(
    ["*", "_", "`", "[", "](", "](javascript:alert(1))", ")", "{", "}", "{: .x }", "#", "|", "\\", "<", ">", "&", ";",
     "&amp;", "!", "!!! note", "???", ":smile:", "::", ":", "-", "--8<--", "- ", "+", "=", "==", "~~", "^^", "$", "$$",
     "1.", "1. ", "2)", "www.", "http://", "a@b.fi", "<b>", "<!--", "-->", "[^1]", "[x]: y", "*[HTML]: z", "++ctrl++",
     "{++", "[=50%]", "```", "~~~", "    ", "\t", "\n", "\n\n", "\r\n", " ", "'", '"', "a", "Ää", "9", "2.5", "%", "/",
     "///", "?", "(c)", "株", "\u200d", "\u00a0"]
)  # fmt: skip
texts = st.lists(pieces, min_size=1, max_size=12).map("".join) | st.text(max_size=30)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("1. a")
@example("a:smile:b")
@example("Suomi.fi-valtuudet (10.11. mennessä)")
@example("- x")
@example("www.esimerkki.example")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("engine", ["wiki", "forge"])
def test_text_is_shown_as_it_stands(place: str, engine: str, text: str) -> None:
    shown = clean(text)
    if not shown:
        return
    form, before, after = PLACES[place]
    source = form.format(escape(text))
    if engine == "wiki":
        WIKI.reset()
        rendered = WIKI.convert(source)
    else:
        rendered = FORGE.render(source)
    rendered = rendered.replace("<p>", "<p>").strip()
    inside = rendered[rendered.index(before) + len(before) : rendered.rindex(after)]
    assert html.unescape(TAG.sub(" TAG ", inside)) == shown


@pytest.mark.parametrize(
    "text",
    ["Suomi.fi-valtuudet", "klo 9.00", "Soitettu 12.5., lomake lähetetty", "tilanne: kesken", "O'Brien", "25 % alv",
     "palkat (kaksi kuljettajaa)", "ok?", "Odottaa - katsotaan"],
)  # fmt: skip
def test_plain_finnish_reads_as_it_is_in_the_file(text: str) -> None:
    plain = re.sub(r"&#\d+;", "", escape(text))
    assert len(plain) >= len(text) - 1


def test_markup_is_left_alone_and_joins_with_escaped_text() -> None:
    assert escape(Markup("**a**")) == "**a**"
    assert Markup("**a**") + "*b*" == "**a**&#42;b&#42;"
    assert "*b*" + Markup("**a**") == "&#42;b&#42;**a**"
    assert Markup(", ").join(["*", Markup("*")]) == "&#42;, *"
    assert Markup("ab") * 2 == "abab"


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\x07", "\x1b", "\u2028".strip() or "\ufeff"])
def test_invisible_characters_become_visible(char: str) -> None:
    assert clean(f"a{char}b") in ("a\ufffdb", "a b")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil", "ftp://x", "x", "http://[", "https://a\nb"]
)
def test_only_web_and_mail_addresses_become_links(address: str) -> None:
    assert safe_url(address) is None


def test_an_address_can_not_leave_its_parentheses() -> None:
    assert (
        safe_url("https://intra.example/a b)[x](y?q=1&r=_") == "https://intra.example/a%20b%29%5Bx%5D%28y?q=1&amp;r=_"
    )


def test_an_attribute_can_not_leave_its_quotes() -> None:
    assert attribute('a" onclick="x') == "a&#34; onclick&#61;&#34;x"


def test_a_front_matter_title_is_one_quoted_line_without_markup() -> None:
    assert front_matter_title('A "b"\n<i>') == '"A &#34;b&#34; &#60;i&#62;"'


@pytest.mark.parametrize(
    "command", ["aloitus close kuusipuu", 'aloitus decide a b-2 "…"', "aloitus move-date a x_y --to …"]
)
def test_a_command_is_a_code_span(command: str) -> None:
    for shown in (WIKI.convert(code(command)), FORGE.render(code(command)).strip()):
        assert shown.startswith("<p><code>")
        assert html.unescape(TAG.sub("", shown)) == command


@settings(max_examples=300)
@given(st.lists(pieces, max_size=8).map("".join) | st.text(max_size=20))
def test_what_is_more_than_a_command_is_shown_as_text(text: str) -> None:
    shown = str(code(text))
    assert shown == escape(text) or re.fullmatch(r"`[\w ./:=\"…-]+`", shown)
