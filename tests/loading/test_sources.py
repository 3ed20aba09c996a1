"""From a key path back to a place."""

import pytest

from aloitus.findings import KeyPath, Span
from aloitus.loading.source import Source
from file_text import SOUND, client_file

TEXT = """\
name: Kuusipuun Saha Oy
tasks:
  open-engagement:
    status: done  # valmis

    evidence: Toimeksianto 10482
  contact-client: {status: open}
changes:
  - {kind: imported}
  - {kind: reopened}
notes: |
  Rivi
  toinen

group:
"""


@pytest.fixture
def source() -> Source:
    return Source("clients/a.yaml", TEXT)


@pytest.mark.parametrize(
    ("key", "on_key", "span"),
    [
        (("name",), False, Span(1, 7, 1, 24)),
        (("name",), True, Span(1, 1, 1, 5)),
        (("tasks", "open-engagement", "status"), False, Span(4, 13, 4, 17)),
        (("tasks", "open-engagement", "status"), True, Span(4, 5, 4, 11)),
        (("tasks", "open-engagement"), True, Span(3, 3, 3, 18)),
        (("tasks", "open-engagement"), False, Span(4, 5, 6, 33)),
        (("tasks", "contact-client"), False, Span(7, 19, 7, 33)),
        (("changes", 1, "kind"), False, Span(10, 12, 10, 20)),
        (("changes", 0), False, Span(9, 5, 9, 21)),
        (("changes",), False, Span(9, 3, 10, 21)),
        (("notes",), False, Span(11, 8, 13, 9)),
        (("group",), False, Span(15, 7, 15, 7)),
        ((), False, Span(1, 1, 1, 5)),
        ((), True, Span(1, 1, 1, 5)),
    ],
)
def test_a_key_path_has_a_span(source: Source, key: KeyPath, on_key: bool, span: Span) -> None:
    assert source.span(key, on_key=on_key) == span


@pytest.mark.parametrize(
    ("key", "span"),
    [
        (("closure",), Span(1, 1, 1, 5)),
        (("tasks", "close-month"), Span(2, 1, 2, 6)),
        (("tasks", "close-month", "status"), Span(2, 1, 2, 6)),
        (("tasks", "open-engagement", "date"), Span(3, 3, 3, 18)),
        (("name", "x"), Span(1, 1, 1, 5)),
        (("name", 0), Span(1, 1, 1, 5)),
        (("changes", "x"), Span(8, 1, 8, 8)),
    ],
)
def test_what_is_not_there_has_the_key_of_its_nearest_ancestor(source: Source, key: KeyPath, span: Span) -> None:
    assert source.span(key) == span


def test_an_item_that_is_not_there_has_the_list(source: Source) -> None:
    assert source.span(("changes", 7)) == Span(8, 1, 8, 8)
    assert source.span(("changes", -1)) == Span(8, 1, 8, 8)


def test_a_key_of_an_item_that_is_not_there_has_the_item(source: Source) -> None:
    assert source.span(("changes", 1, "by")) == Span(10, 5, 10, 21)


def test_columns_count_characters() -> None:
    source = Source("a.yaml", "'ä👍': {株: ö}\n")
    assert source.span(("ä👍", "株")) == Span(1, 11, 1, 12)


def test_windows_line_ends_move_nothing() -> None:
    source = Source("a.yaml", TEXT.replace("\n", "\r\n"))
    assert source.span(("tasks", "open-engagement", "status")) == Span(4, 13, 4, 17)
    assert source.span(("notes",)) == Span(11, 8, 13, 9)
    assert source.lines[0] == "name: Kuusipuun Saha Oy"


@pytest.mark.parametrize("text", ["", "a: [", "- a", "# a"])
def test_a_file_that_can_not_be_read_has_its_beginning(text: str) -> None:
    assert Source("a.yaml", text).span(("name",)) == Span(1, 1, 1, 1)


def test_an_index_counts_the_items_of_the_model() -> None:
    text = f"{SOUND}changes:\n  - {{kind: imported}}\n  - {{kind: zzz}}\n  - {{kind: reopened}}\n"
    loaded = client_file(text)
    assert loaded.value
    assert [change.kind.value for change in loaded.value.changes] == ["imported", "reopened"]
    assert loaded.source.span(("changes", 1, "kind")).line == 8


def test_a_source_keeps_no_tree_until_it_is_asked() -> None:
    source = client_file(SOUND).source
    assert source._root is None  # noqa: SLF001
    source.span(("name",))
    assert source._root is not None  # noqa: SLF001


def test_the_lines_are_parted_once_however_many_findings_ask(source: Source) -> None:
    assert source.lines is source.lines
