"""Over generated files: whatever their style, an edit changes one thing or refuses, and refuses seldom."""

import difflib
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.editing.apply import apply
from aloitus.editing.blocks import flow_text, key_text
from aloitus.editing.document import Document, try_to_read
from aloitus.editing.edits import Append, Edit, Put, Remove, after
from aloitus.editing.scalars import written
from aloitus.editing.values import Said
from aloitus.errors import UserError

KEYS = st.sampled_from(["status", "by", "date", "note", "open-engagement", "tasks", "a", "b2"])
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12) | (
    st.sampled_from(["done", "2026-11-23", "#10482", "a: b", "No", "20311", "- x", "rivi\ntoinen", "株式 #x", "'", '"'])
)
COMMENTS = st.sampled_from(["", "", "", "   # Kommentti", " # a: b", "\t# 'x"])
BLANKS = st.sampled_from(["", "", "", "\n", "\n\n"])


@dataclass(frozen=True)
class File:
    text: str


@st.composite
def files(draw: st.DrawFn) -> File:
    """A file of blocks and flows, with comments, empty lines, either line end, perhaps a mark and no final newline."""
    lines = _mapping(draw, 0, 3)
    if draw(st.booleans()):
        lines.insert(0, "# Alkukommentti")
    text = "\n".join(lines)
    if draw(st.booleans()) or lines[-1].startswith("  ") or not lines[-1]:
        text += "\n"  # without it, what follows would change a last `|` text
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return File(draw(st.sampled_from(["", "\ufeff"])) + text)


def _mapping(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    step = draw(st.sampled_from([2, 2, 4]))
    lines: list[str] = []
    for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True)):
        if lines:
            lines += draw(BLANKS).split("\n")[:-1]
            if draw(st.integers(0, 5)) == 0:
                lines.append(" " * indent + "# oma rivi")
        lines += _entry(draw, key, indent, step, depth)
    return lines


def _entry(draw: st.DrawFn, key: str, indent: int, step: int, depth: int) -> list[str]:
    head, comment = " " * indent + key + ":", draw(COMMENTS)
    style = draw(st.sampled_from(["plain", "single", "double", "empty", "flow", "|", "list", "map", "map"]))
    if style in ("map", "list") and not depth:
        style = "plain"
    if style == "map":
        return [head + comment, *_mapping(draw, indent + step, depth - 1)]
    if style == "list":
        dash = " " * (indent + draw(st.sampled_from([0, step]))) + "- "
        return [head + comment, *(dash + _inline(draw) + draw(COMMENTS) for _ in range(draw(st.integers(1, 3))))]
    if style == "|":
        tail = [""] * draw(st.integers(0, 1))
        sign = draw(st.sampled_from(["|", "|-", ">", "|+"]))
        return [head + " " + sign, " " * (indent + step) + "teksti # ei kommentti", *tail]
    if style == "empty":
        return [head + comment]
    if style == "flow":
        return [head + " " + _inline(draw) + comment]
    quote = {"single": "'", "double": '"'}.get(style, "")
    return [head + " " + written(draw(TEXTS), quote=quote) + comment]


def _inline(draw: st.DrawFn) -> str:
    match draw(st.integers(0, 3)):
        case 0:
            return flow_text(tuple(draw(st.lists(TEXTS, max_size=3))))
        case 1:
            names = draw(st.lists(KEYS, max_size=3, unique=True))
            inner = ", ".join(f"{key_text(name)}: {written(draw(TEXTS), flow=True)}" for name in names)
            return draw(st.sampled_from(["{%s}", "{ %s }", "{%s,}"] if names else ["{%s}"])) % inner
        case _:
            return written(draw(TEXTS))


def _paths(says: Said, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Said]]:
    children = says.items() if isinstance(says, dict) else enumerate(says) if isinstance(says, list) else ()
    return [(path, says), *(found for key, child in children for found in _paths(child, (*path, key)))]


@st.composite
def edits(draw: st.DrawFn, says: Said) -> Edit:
    paths = _paths(says)
    path, there = draw(st.sampled_from(paths))
    match draw(st.sampled_from(["put", "add", "remove", "append"])):
        case "remove" if len(path) > 1 or (path and isinstance(says, dict) and len(says) > 1):
            return Remove(path)
        case "append":
            lists = [known for known, value in paths if known and (isinstance(value, list) or value is None)]
            return Append(draw(st.sampled_from(lists)) if lists else ("new-list",), draw(TEXTS))
        case "put" if path and not isinstance(there, dict | list):
            return Put(path, draw(TEXTS))
    maps = [known for known, value in paths if isinstance(value, dict) or (value is None and known)]
    value = draw(TEXTS | st.just({"status": "done", "by": "x y"}) | st.just(("a", "b,c")))
    return Put((*draw(st.sampled_from(maps)), "new-key"), value)


@settings(max_examples=600, deadline=None)
@given(st.data(), files())
def test_an_edit_changes_one_thing_and_nothing_else(data: st.DataObject, file: File) -> None:
    document = try_to_read("clients/a.yaml", file.text.encode())
    assert document is not None, file.text
    edit = data.draw(edits(document.says))
    try:
        result = apply(document, [edit])
    except UserError:
        assert "|+" in file.text  # whose empty lines belong to the text: nobody writes that
        return
    assert result.says == after(edit, document.says)
    _is_one_change(document, result, edit)


def _is_one_change(before: Document, after: Document, edit: Edit) -> None:
    assert after.comments == before.comments
    assert before.data.startswith(b"\xef\xbb\xbf") == after.data.startswith(b"\xef\xbb\xbf")
    assert after.text.count("\r\n") == after.text.count("\n") or "\r\n" not in after.text or "\r\n" not in before.text
    old, new = before.text.splitlines(), after.text.splitlines()
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    touched = sum(code[2] - code[1] for code in codes if code[0] != "equal")
    if not isinstance(edit, Remove):
        assert touched <= 1 + _lines_of(before, edit)
        assert before.text.endswith("\n") == after.text.endswith("\n")


def _lines_of(document: Document, edit: Edit) -> int:
    """How many lines the value that is replaced takes."""
    node = document.find(edit.key)
    return 0 if node is None else document.text[: document.end_of(node)].count("\n") + 1
