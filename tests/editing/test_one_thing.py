"""An edit changes one thing: the text around it stays byte for byte."""

from datetime import date, time

import pytest

from aloitus.editing.apply import apply
from aloitus.editing.document import read_document
from aloitus.editing.edits import Append, Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError


def edited(text: str, *edits: Edit) -> str:
    return apply(read_document("clients/a.yaml", text.encode()), edits).data.decode()


def put(text: str, key: str, value: Value) -> str:
    return edited(text, Put(tuple(key.split(".")), value))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: open", "status: done"),
        ("status: open   # c\n", "status: done   # c\n"),
        ("status:\n", "status: done\n"),
        ("status:   # c\r\n", "status: done   # c\r\n"),
        ("status: 'open'\n", "status: 'done'\n"),
        ('status: "open" # c\n', 'status: "done" # c\n'),
        ("{status: open, a: b}\n", "{status: done, a: b}\n"),
        ('{\n  "status": "open", # c\n}\n', '{\n  "status": "done", # c\n}\n'),
        ("status: ~\n", "status: done\n"),
        ("status: |\n  open\n\n# c\nx: y\n", "status: done\n\n# c\nx: y\n"),
        ("status: {a: b}\nx: y\n", "status: done\nx: y\n"),
    ],
)  # fmt: skip
def test_a_scalar_is_replaced_where_it_stands(before: str, after: str) -> None:
    assert put(before, "status", "done") == after


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("20311", '"20311"'),
        ("No", '"No"'),
        ("Toimeksianto #10482", '"Toimeksianto #10482"'),
        ("a: b", '"a: b"'),
        ('5" putki: iso', "'5\" putki: iso'"),
        ("O'Brien & Søns", "O'Brien & Søns"),
        ("株式会社", "株式会社"),
        ("- ei", '"- ei"'),
        ("12:30", '"12:30"'),
        ("2026-11-23", '"2026-11-23"'),
        (date(2026, 11, 23), "2026-11-23"),
        (time(9, 0), '"09:00"'),
        (0, "0"),
        ("", '""'),
        (" a", '" a"'),
        ("https://a.example/1?b=c&d", "https://a.example/1?b=c&d"),
        ("rivi 1\nrivi 2", "|-\n  rivi 1\n  rivi 2"),
        (("a", "b, c"), '[a, "b, c"]'),
    ],
)
def test_a_value_is_written_so_that_it_is_read_as_the_same_text(value: Value, written: str) -> None:
    assert put("a: b\n", "x", value) == f"a: b\nx: {written}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t:\n  a:\n    status: open\n", "t:\n  a:\n    status: open\n    by: x\n"),
        ("t:\n  a:\n    status: open", "t:\n  a:\n    status: open\n    by: x"),
        ("t:\r\n  a:\r\n    s: o   # c\r\n\r\n  b: {}\r\n",
         "t:\r\n  a:\r\n    s: o   # c\r\n    by: x\r\n\r\n  b: {}\r\n"),
        ("t:\n  a: {status: open}   # c\n", "t:\n  a: {status: open, by: x}   # c\n"),
        ("t:\n  a: {}   # c\n", "t:\n  a:   # c\n    by: x\n"),
        ("t:\n  a:   # c\n\n  b:\n", "t:\n  a:   # c\n    by: x\n\n  b:\n"),
        ("t: {a: , b: c}\n", "t: {a: {by: x}, b: c}\n"),
        ("t: {a: {\n  s: o, # c\n}}\n", "t: {a: {\n  s: o, by: x, # c\n}}\n"),
        ("t:\n    a:\n        n: |\n            x\n\n            y\n\n\n    b: c\n",
         "t:\n    a:\n        n: |\n            x\n\n            y\n        by: x\n\n\n    b: c\n"),
        ("t:\n  a:\n    n: |+\n      x\n\n  b: c\n", "t:\n  a:\n    n: |+\n      x\n\n    by: x\n  b: c\n"),
        ("t:\n  b:\n    s: o\n\n  c:\n    s: o\nz: y\n",
         "t:\n  b:\n    s: o\n\n  c:\n    s: o\n\n  a:\n    by: x\nz: y\n"),
        ("t:\n  b:\n    s: o\n    # vielä\nz: y\n", "t:\n  b:\n    s: o\n    # vielä\n  a:\n    by: x\nz: y\n"),
        ("z: y\n", "z: y\nt:\n  a:\n    by: x\n"),
    ],
)  # fmt: skip
def test_a_key_is_added_after_what_stands_there(before: str, after: str) -> None:
    assert put(before, "t.a.by", "x") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("s: [a, b]   # c\n", "s: [a, b, x]   # c\n"),
        ("s:\n  - a\n  - b   # c\n\nz: y\n", "s:\n  - a\n  - b   # c\n  - x\n\nz: y\n"),
        ("s:\n- a\nz: y\n", "s:\n- a\n- x\nz: y\n"),
        ("s: []\nz: y\n", "s:\n  - x\nz: y\n"),
        ("s:\nz: y\n", "s:\n  - x\nz: y\n"),
        ("z: y", "z: y\ns:\n  - x"),
        ("{s: [], z: y}\n", "{s: [x], z: y}\n"),
        ("{s: [a, ], z: y}\n", "{s: [a, x, ], z: y}\n"),
    ],
)
def test_an_item_is_added_to_a_list_as_the_list_is_written(before: str, after: str) -> None:
    assert edited(before, Append(("s",), "x")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nx: 2\nb: 3\n", "a: 1\nb: 3\n"),
        ("a: 1\r\nx: 2   # syy\r\nb: 3\r\n", "a: 1\r\n# syy\r\nb: 3\r\n"),
        ("a: 1\nx: 2", "a: 1\n"),
        ("x: 2\nb: 3\n", "b: 3\n"),
        ("{a: 1, x: 2, b: 3}\n", "{a: 1, b: 3}\n"),
        ("{x: 2, b: 3}\n", "{b: 3}\n"),
        ("a: 1\n\nx:\n  y: 2\n  z: 3\n\nb: 3\n", "a: 1\n\nb: 3\n"),
        ("a: 1\nx: |\n  y\n  z\n\nb: 3\n", "a: 1\n\nb: 3\n"),
    ],
)
def test_a_key_is_taken_away_and_its_comment_stays(before: str, after: str) -> None:
    assert edited(before, Remove(("x",))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("s: [a, x, b]   # c\n", "s: [a, b]   # c\n"),
        ("s: [a, x]\n", "s: [a]\n"),
        ("s:\n  - a\n  - x   # c\n  - b\n", "s:\n  - a\n  # c\n  - b\n"),
    ],
)
def test_an_item_is_taken_away(before: str, after: str) -> None:
    assert edited(before, Remove(("s", 1))) == after


def test_the_last_item_of_a_block_leaves_an_empty_list() -> None:
    assert edited("s:\n  - x\nb: c\n", Remove(("s", 0))) == "s: []\nb: c\n"


def test_a_list_of_lines_is_changed_item_by_item_so_that_comments_stay() -> None:
    before = "t:\n  - a   # johtaja\n  - b\nz: y\n"
    assert edited(before, Put(("t",), ("x", "b", "c"))) == "t:\n  - x   # johtaja\n  - b\n  - c\nz: y\n"


def test_an_empty_entry_becomes_a_block_below_its_comment() -> None:
    before = "t:\n  a:   # otsikko\n  b: c\n"
    after = "t:\n  a:   # otsikko\n    s: done\n    by: x\n  b: c\n"
    assert edited(before, Put(("t", "a"), {"s": "done", "by": "x"})) == after


def test_an_edit_that_says_nothing_new_changes_no_byte() -> None:
    before = "a:   'b'\r\nlist: [ 1,2 ]\n\n\n"
    assert edited(before, Put(("a",), "b"), Put(("list",), ("1", "2"))) == before


@pytest.mark.parametrize(
    "text", ["a: &x b\n", "a: !!str b\n", "a: b\na: c\n", "? [x]\n: y\n", "- a\n", "a: b\n---\nc: d\n"]
)
def test_a_file_that_holds_what_these_files_do_not_is_left_alone(text: str) -> None:
    with pytest.raises(UserError):
        put(text, "x", "y")


def test_an_edit_that_would_lose_a_comment_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        edited("a: [\n  b, # tärkeä\n  c,\n]\n", Put(("a",), "b"))
    assert refused.value.message.key == "editing.not-safely"


def test_a_byte_order_mark_stays() -> None:
    document = read_document("clients/a.yaml", b"\xef\xbb\xbfa: b\n")
    assert apply(document, [Put(("a",), "c")]).data == b"\xef\xbb\xbfa: c\n"
