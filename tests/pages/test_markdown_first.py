"""Checklists, agendas, closings and material requests are Markdown that reads as well on a forge as in the wiki: no
HTML, nothing left over.
"""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from wiki_site import PAGE_TEMPLATES, small_pages

FORGE = MarkdownIt("gfm-like", {"linkify": False})
PAGES = {
    path: text
    for path, text in small_pages().items()
    if re.search(r"^layout: (checklist|agenda|closure|record|letter)$", text, re.MULTILINE)
}
LEFT_OVER = re.compile(r"\*\*|__|\]\(|\]\[|`|^#|\{:|&#|&lt;|&gt;|\{\{|\{%|\\", re.MULTILINE)


def body(page: str) -> str:
    """What follows the front matter."""
    return page.partition("---\n")[2].partition("---\n")[2]


def tokens(page: str) -> list[Token]:
    flat: list[Token] = []
    for token in FORGE.parse(body(page)):
        flat += [token, *(token.children or [])]
    return flat


class Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(page: str) -> str:
    parser = Text()
    parser.feed(FORGE.render(body(page)))
    return parser.text


def test_each_client_has_checklists_agendas_a_request_and_a_closing() -> None:
    assert len(PAGES) == 2 * ((3 + 3 + 2) + (4 + 3 + 2) + (3 + 3 + 2) + 1)


@pytest.mark.parametrize("path", PAGES)
def test_there_is_no_html_in_it(path: str) -> None:
    assert [token.content for token in tokens(PAGES[path]) if token.type in ("html_block", "html_inline")] == []


@pytest.mark.parametrize(
    "template",
    [
        "role.md.j2",
        "meeting.md.j2",
        "material-request.md.j2",
        "closure.md.j2",
        "closing-record.md.j2",
        "_client.md.j2",
    ],
)
def test_the_layout_uses_no_html_and_no_attributes(template: str) -> None:
    assert not re.search(r"\{:|<[a-z/]", PAGE_TEMPLATES[template])


@pytest.mark.parametrize("path", PAGES)
def test_a_forge_leaves_no_mark_of_markdown_over(path: str) -> None:
    assert LEFT_OVER.findall(shown(PAGES[path])) == []


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_down_in_order(path: str) -> None:
    levels = [int(token.tag[1]) for token in tokens(PAGES[path]) if token.type == "heading_open"]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


@pytest.mark.parametrize("path", [path for path in PAGES if "layout: letter" not in PAGES[path]])
def test_each_task_is_an_item_of_its_own_with_its_state_under_it(path: str) -> None:
    """A list that a forge would take apart shows as an item without a title or a state without an item."""
    found = tokens(PAGES[path])
    items = [
        following.content
        for token, _, following in zip(found, found[1:], found[2:], strict=False)
        if token.type == "list_item_open" and following.content.startswith("[")
    ]
    tasks = [item for item in items if item.startswith(("[ ] ", "[x] "))]
    assert len(tasks) == len(re.findall(r"^- \[[ x]\] ", PAGES[path], re.MULTILINE))
    assert all(re.match(r"\[[ x]\] \*\*.+\*\*$", task) for task in tasks)


def test_steps_are_a_list_of_their_own() -> None:
    rendered = FORGE.render(body(PAGES["fi/clients/kuusipuu/support-services.md"]))
    assert "<ol>\n<li>Pyydä valtakirja</li>\n<li>Toimita se pankkiin</li>\n</ol>" in rendered
    assert "<p>Työvaiheet:</p>" in rendered
