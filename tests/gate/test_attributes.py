"""Which lines of git's attribute files are told of, where, and how gravely."""

from dataclasses import replace

import pytest

from aloitus.findings import Place, Severity, Span
from aloitus.gate.comparison import Comparison, Review, Side
from aloitus.gate.files.attributes import KIND, LONGEST, check, harmful_lines
from aloitus.model.tree import FileKind, TreeEntry
from builders import day, finland

ROOT, CLIENTS = ".gitattributes", "clients/.gitattributes"
HARMFUL = "clients/*.yaml -diff"


def a_side(text: str | bytes, *others: str, file: str = ROOT) -> Side:
    content = text if isinstance(text, bytes) else text.encode()
    tree = {path: TreeEntry(path, FileKind.FILE, "1") for path in (file, *others)}
    return Side(None, {}, {}, {}, tree, {file: content})


def compared(base: Side, head: Side) -> Comparison:
    return Comparison(base, head, base, day("2026-11-23"), Review(), finland())


NOTHING = a_side("")


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        (HARMFUL, "diff"),
        ("clients/*.yaml text -diff", "diff"),
        ("clients/*.yaml !diff", "diff"),
        ("clients/*.yaml diff=a=b", "diff"),
        ("clients/*.yaml eol=lf merge=union", "merge"),
        ("clients/*.yaml Xtext", "Xtext"),
        ("  clients/*.yaml\t-diff", "diff"),
        ('"clients/*.yaml"-diff', "diff"),
        ('"clients/*.yaml\\000" -diff', "diff"),
        ("[\va-z]*.yaml -diff", "diff"),
        ("[\u00a0a-z]*.yaml -diff", "diff"),
        ("[attr]text -diff", "diff"),
        ("[attr]eol=lf\t-diff", None),
        ('"[attr]text" -diff', "diff"),
        ('"[attr] t\\145xt more" -diff', "diff"),
        ('"[attr]text\\000more" -diff', "diff"),
        ("[attr]own -diff", None),
        ("clients/*.yaml own", "own"),
        ("clients/*.yaml text=auto eol=lf", None),
        ("clients/*.yaml -text !eol", None),
        ("clients/*.yaml", None),
        ("site/*.html -diff", None),
        ("  # clients/*.yaml -diff", None),
        ("", None),
    ],
)
def test_more_than_how_lines_end_is_told_of(text: str, attribute: str | None) -> None:
    found = check(compared(NOTHING, a_side(text, "site/index.html")))
    assert [finding.message.values for finding in found] == ([{"attribute": attribute}] if attribute else [])


def test_in_a_folder_of_the_practice_every_line_counts_but_comments() -> None:
    side = a_side("# -diff\n*.png -diff\n*.svg text\n", file=CLIENTS)
    assert [(line.file, line.number) for line in harmful_lines(side)] == [(CLIENTS, 2)]


def test_a_file_of_the_practice_counts_whatever_its_name() -> None:
    text = "*.bak -diff"
    assert list(harmful_lines(a_side(text, "site/acme.bak"))) == []
    assert [line.pattern for line in harmful_lines(a_side(text, "clients/acme.bak"))] == ["*.bak"]


@pytest.mark.parametrize("line", [HARMFUL, f"{HARMFUL} X", f"{HARMFUL} ", f"\r{HARMFUL}"])
def test_the_place_is_the_line_without_its_end(line: str) -> None:
    found = check(compared(NOTHING, a_side(f"*.png binary\r\n{line}\r\n")))
    assert [finding.place for finding in found] == [Place(ROOT, span=Span(2, 1, 2, len(line) + 1))]


def test_bytes_that_are_no_text_hide_nothing() -> None:
    assert len(list(harmful_lines(a_side(b"\xff binary\nclients/\xe4* -diff\n*.yaml -diff\n")))) == 1


def test_what_stood_before_is_noted_wherever_the_line_is_now() -> None:
    base, head = a_side(f"{HARMFUL}\n"), a_side(f"*.png binary\ntemplates/** -diff\n{HARMFUL}\r\n")
    found = check(compared(base, head))
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.NOTE]


def test_the_same_line_of_another_file_is_new() -> None:
    (finding,) = check(compared(a_side(HARMFUL, file="templates/.gitattributes"), a_side(HARMFUL)))
    assert finding.severity is Severity.ERROR


def test_a_file_that_is_too_large_to_read_is_an_error_until_it_stands_there() -> None:
    small, large = a_side("#" * LONGEST), a_side("#" * (LONGEST + 1))
    changed = replace(large, tree={ROOT: TreeEntry(ROOT, FileKind.FILE, "2")})
    assert list(check(compared(NOTHING, small))) == []
    said = KIND.at(Place(ROOT), variant="too-large", help=False, most=32)
    assert list(check(compared(changed, large))) == [said]
    assert list(check(compared(Side(None, {}, {}, {}), large))) == [said]
    assert list(check(compared(large, large))) == [replace(said, severity=Severity.NOTE)]
