"""A whole wiki of hostile texts, built by the real engine with the real theme, against the same wiki of plain ones."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from built_html import Element, Page, html_pages, read_page
from hostile_practice import hostile, plain, with_hostile_texts, write_practice
from wiki_site import build, once, set_up

Attributes = tuple[tuple[str, str], ...]
Pages = list[tuple[str, Page, Page]]
HEADING_ID = re.compile(r"#?[\w-]*")


@pytest.fixture(scope="module")
def wikis(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, int]:
    """The plain wiki, the hostile one, and how many texts were exchanged."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen") else base
    counts = []

    def make(folder: Path) -> None:
        for name, text in (("plain", plain), ("hostile", hostile)):
            counts.append(write_practice(folder / f"{name}-practice", text))
            set_up(folder / name, folder / f"{name}-practice")
            build(folder / name)
        (folder / "count").write_text(str(counts[-1]), "utf-8")

    folder = once(shared, "untrusted", make)
    count = int((folder / "count").read_text("utf-8"))
    return folder / "plain/site/public", folder / "hostile/site/public", count


@pytest.fixture(scope="module")
def pages(wikis: tuple[Path, Path, int]) -> Pages:
    """Each page of both wikis; of the guides only the list, since a guide's own text is the firm's."""
    plain_wiki, hostile_wiki, _ = wikis
    names = (path.relative_to(plain_wiki).as_posix() for path in html_pages(plain_wiki))
    return [
        (name, read_page(plain_wiki / name), read_page(hostile_wiki / name))
        for name in names
        if "guides/bank-connections" not in name
    ]


def test_both_wikis_have_the_same_pages(wikis: tuple[Path, Path, int]) -> None:
    names = [{path.relative_to(wiki).as_posix() for path in html_pages(wiki)} for wiki in wikis[:2]]
    assert names[0] == names[1]
    assert len(names[0]) > 70
    assert wikis[2] > 100


def test_hostile_texts_are_read_as_they_were_written(pages: Pages) -> None:
    for name, benign, malicious in pages:
        assert folded(malicious.text) == folded(with_hostile_texts(benign.text)), name


def test_hostile_texts_bring_no_element_attribute_or_link(pages: Pages) -> None:
    for name, benign, malicious in pages:
        expected = [_as_hostile(_without_heading_ids(element)) for element in benign.elements]
        found = [_comparable(_without_heading_ids(element)) for element in malicious.elements]
        assert Counter(found) == Counter(expected), name
        assert found == expected, name


def test_hostile_texts_bring_nothing_into_a_drawing(pages: Pages) -> None:
    seen = 0
    for name, benign, malicious in pages:
        kinds = [{(element.tag, _names(element)) for element in page.drawn} for page in (benign, malicious)]
        # a label may stand at another side of its mark, with the class of that side
        assert kinds[1] == kinds[0], name
        expected = [with_hostile_texts(text) for tag, text in benign.lettering if tag in ("title", "desc")]
        found = [text for tag, text in malicious.lettering if tag in ("title", "desc")]
        assert [folded(text) for text in found] == [folded(text) for text in expected], name
        seen += len(found)
    assert seen > 10


def test_every_page_is_well_nested(pages: Pages) -> None:
    for name, *both in pages:
        for page in both:
            assert page.badly_nested == [], name
            assert page.left_open == [], name


def folded(text: str) -> str:
    """Titles stand in sentences in small letters; how many spaces stand between two texts is the page's matter."""
    return "".join(text.split()).casefold()


def _as_hostile(element: Element) -> Element:
    return _comparable(Element(element.tag, _changed(element.attributes)))


def _changed(attributes: Attributes) -> Attributes:
    return tuple((name, with_hostile_texts(value)) for name, value in attributes)


def _names(element: Element) -> tuple[str, ...]:
    return tuple(sorted(name for name, _ in element.attributes))


def _comparable(element: Element) -> Element:
    return Element(element.tag, tuple((name, folded(value)) for name, value in element.attributes))


def _texts(data: Any) -> Iterator[str]:
    """What a script is handed as JSON, whose own escapes don't matter here."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.items() if isinstance(data, dict) else data:
            yield from _texts(list(one) if isinstance(one, tuple) else one)


def _without_heading_ids(element: Element) -> Element:
    """A heading's id is made of its words' letters; what points at it in the table of contents, too."""
    attributes = []
    for name, value in element.attributes:
        heading = element.tag in ("h1", "h2", "h3") and name == "id"
        contents = element.tag == "a" and name == "href" and value.startswith("#")
        if heading or contents:
            assert HEADING_ID.fullmatch(value), value
        data = name in ("data-process", "data-words")
        attributes.append((name, "" if heading or contents else " ".join(_texts(json.loads(value))) if data else value))
    return Element(element.tag, tuple(attributes))
