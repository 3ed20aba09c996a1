"""The C parser's complaints in plain words, with the line to type."""

import pytest
from yaml import MarkedYAMLError

from aloitus.loading.quoting import spaced, value_column, with_value_quoted
from aloitus.loading.reading import Reading
from aloitus.loading.syntax import explain
from file_text import SOUND, client_file, help_of, placed, spoken

MISTAKES = [
    # text, place, message, end of the help
    ("tasks:\n\topen-engagement:\n", "2:1", "There is a tab on the line", "two for each level"),
    ("tasks:\n  a:\n  \tstatus: done\n", "3:3", "There is a tab on the line", "two for each level"),
    (
        "name:Kuusipuu\nprocess: x\n",
        "1:6",
        "The space after the colon or the hyphen is missing",
        "Write: name: Kuusipuu",
    ),
    ("name: K\nprocess:x\nstatus: y\n", "2:9", "The space after the colon", "Write: process: x"),
    ("tasks:\n  a:\n    status:done\n    date: 2026-01-01\n", "3:12", "The space after", "Write: status: done"),
    ("tasks:\n  a:\n    status: done\n    date:2026-01-01\nnotes: x\n", "4:10", "The space", "Write: date: 2026-01-01"),
    ("services:\n  - a\n  -b\nname: x\n", "3:4", "The space after", "Write: - b"),
    ("notes: Muista: soita\n", "1:14", "The text has a colon and a space in it", 'notes: "Muista: soita"'),
    ('notes: Muista: "soita"\n', "1:14", "The text has a colon", "notes: 'Muista: \"soita\"'"),
    ("notes: 👍👍: a: b\n", "1:10", "The text has a colon", 'notes: "👍👍: a: b"'),
    ("notes: : soita\n", "1:8", "The text has a colon", 'notes: ": soita"'),
    ("notes: % alennus\n", "1:8", "Text that begins with % needs quotes", 'notes: "% alennus"'),
    ("notes: @sanna\n", "1:8", "Text that begins with @ needs quotes", 'notes: "@sanna"'),
    ("notes: `x`\n", "1:8", "Text that begins with ` needs quotes", 'notes: "`x`"'),
    ("notes: > 5 kpl\n", "1:8", "Text that begins with > needs quotes", 'notes: "> 5 kpl"'),
    ("notes: | soita\n", "1:8", "Text that begins with | needs quotes", 'notes: "| soita"'),
    ("notes: - soita\n", "1:8", "Text that begins with a hyphen needs quotes", 'notes: "- soita"'),
    ("notes: [kesken\nname: x\n", "1:8", "[ has no closing ]", 'notes: "[kesken"'),
    ("notes: {kesken\nname: x\n", "1:8", "{ has no closing }", 'notes: "{kesken"'),
    ("notes: [x] tehty\nname: x\n", "1:12", "The value has ended, but the line goes on: “tehty”", 'notes: "[x] tehty"'),
    ('notes: "soita" heti\nname: x\n', "1:16", "The value has ended", "notes: '\"soita\" heti'"),
    ("notes: 'O'Brien'\nname: x\n", "1:11", "The value has ended", 'notes: "O\'Brien"'),
    ('notes: "soita\nname: x\n', "1:8", "The quote is never closed", 'notes: "soita"'),
    ("notes: 'soita\nname: x\n", "1:8", "The quote is never closed", "notes: 'soita'"),
    ('notes: "c:\\kansio"\n', "1:11", "In double quotes, a backslash is special", "notes: 'c:\\kansio'"),
    ('notes: "\\ud800"\n', "1:11", "In double quotes, a backslash is special", "notes: '\\ud800'"),
    ("name: x\n  process: y\n", "2:1", "deeper than line 1, which has a value already", "column 1: process: y"),
    ("tasks:\n  a:\n    status: done\n   date: x\n", "4:4", "The indentation doesn't match", "column 5: date: x"),
    ("tasks:\n    a:\n      status: done\n  b: {}\n", "4:3", "The indentation", "column 5: b: {}"),
    (" name: x\nprocess: y\n", "2:1", "The indentation", "column 2: process: y"),
    ("services:\n  - a\n - b\n", "3:2", "The indentation", "column 3: - b"),
    ("name: x\nprocess\nstatus: y\n", "2:1", "The colon is missing: “process”", "write: process: …"),
    ("name: x\nprocess\n", "2:1", "The colon is missing", "write: process: …"),
    ("name: x\nTämä on tekstiä\nb: c\n", "2:1", "The colon is missing: “Tämä on tekstiä”", "write: Tämä: …"),
    (
        "contacts:\n  - {name: a, email: b phone: c}\n",
        "2:29",
        "a comma is missing before a key",
        'If it\'s all one text, put it in quotes: email: "b phone: c". If phone is a key, put a comma before it.',
    ),
    ("changes:\n  - {reason: Asiakas: pyysi}\n", "2:21", "has a colon and a space", 'quotes: reason: "Asiakas: pyysi"'),
    (
        "changes:\n  - {reason: Asiakas: pyysi, pankki, by: a}\n",
        "2:21",
        "has a colon and a space",
        'quotes: reason: "Asiakas: pyysi, pankki"',
    ),
    (
        "changes:\n  - {kind: cancelled,\n     reason: Asiakas: pyysi}\n",
        "3:21",
        "has a colon and a space",
        'quotes: reason: "Asiakas: pyysi"',
    ),
    ("changes:\n  - {reason: ”Näin: se”, by: a}\n", "2:19", "has a colon", 'quotes: reason: "Näin: se"'),
    (
        "changes: - {kind: cancelled}\n",
        "1:10",
        "on a line of its own below the key changes",
        "in column 3: - {kind: cancelled}",
    ),
    ("a:\n  facts: - vat: x\n", "2:10", "on a line of its own below the key facts", "in column 5: - vat: x"),
    ("a: uninvoiced: {rows: 0}\n", "1:4", "on a line of its own below the key a", "in column 3: uninvoiced: {rows: 0}"),
    ("  - a: facts: [x]\n", "1:8", "on a line of its own below the key a", "in column 7: facts: [x]"),
    ("facts: - payroll\n", "1:8", "needs quotes; a list begins", 'quotes: facts: "- payroll"'),
    ("notes: ”Näin: se”\n", "1:8", "The quotes are of the wrong kind (”)", 'Write: notes: "Näin: se"'),
    ('notes: “Näin: se"\n', "1:8", "The quotes are of the wrong kind (“)", 'Write: notes: "Näin: se"'),
    (
        "tasks:\n  a:\n    status: done\n  date: 2026-01-01\n    by: x\n",
        "4:3",
        "The indentation doesn't match",
        "column 5: date: 2026-01-01",
    ),
    ("tasks:\n  a:\n  status: done\n    by: x\n", "3:3", "The indentation doesn't match", "column 5: status: done"),
    ("tasks:\n  a:\n    status: done\nnotes: x\n    by: x\n", "5:1", "deeper than line 4", "column 1: by: x"),
    ("name:\u00a0x\nb: y\n", "1:6", "There is a no-break or other unusual space", "Write: name: x"),
    ("name: x\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", "2:1", "unresolved merge conflict", ">>>>>>>"),
    ("name: [", "1:7", "[ has no closing ]", 'name: "["'),
    ("name: a\nfacts: [a,\n  b,\n\n", "2:8", "[ has no closing ]", 'facts: "[a,"'),
    ("closure: {date: ", "1:10", "{ has no closing }", 'closure: "{date:"'),
    ("notes: ]\n", "1:8", "Text that begins with ] needs quotes", 'notes: "]"'),
    ("facts: [, a]\n", "1:9", "A comma or a closing mark is missing", '["a, b", c]'),
    ("facts: [a}\n", "1:10", "A comma or a closing mark is missing", '["a, b", c]'),
    ("- a\nb: c\n", "2:1", "The structure of the file breaks here", "goes in quotes."),
    ("a: b\n}\n", "2:1", "The structure of the file breaks here", "goes in quotes."),
    (f"{'a' * 1100}: x\n", "1:1101", "The structure of the file breaks here", "goes in quotes."),
]


@pytest.mark.parametrize(("text", "place", "message", "advice"), MISTAKES)
def test_a_mistake_is_explained_where_it_is(text: str, place: str, message: str, advice: str) -> None:
    loaded = client_file(text)
    (finding,) = loaded.findings
    assert loaded.value is None
    assert placed(finding) == f"YML004 {place}"
    assert message in spoken(finding)
    assert help_of(finding).endswith(advice)


@pytest.mark.parametrize(
    ("text", "placed_at"),
    [
        ("notes: * soita\n", "YML007 1:8"),
        ("notes: & soita\n", "YML007 1:8"),
        ("notes: !tärkeä\n", "YML008 1:8"),
        ("notes: !!\n", "YML008 1:8"),
        ("notes: !foo!bar x\n", "YML008 1:8"),
        ("%YAML 3.0\n---\nname: x\n", "YML009 1:1"),
        ("%YAML 1.1\n%YAML 1.1\n---\nname: x\n", "YML009 2:1"),
        ("%FOO\n---\nname: x\n", "YML009 1:1"),
        ("name: x\n%soita: 1\n", "YML009 2:1"),
        ("name: x\n...\nfoo: y\n", "YML010 3:1"),
    ],
)
def test_what_breaks_the_parser_may_have_a_code_of_its_own(text: str, placed_at: str) -> None:
    (finding,) = client_file(text).findings
    assert placed(finding) == placed_at
    assert finding.help


def test_a_syntax_error_at_the_end_stays_inside_the_file() -> None:
    for text in (
        "[",
        "{",
        "a: [",
        '"',
        "a: &",
        "? [",
        "a: |x",
        "- [\n\n\n",
        "a:\n  b: {\n",
        " a: 1\nb",
        "!",
        "%",
        "...\nx",
    ):
        lines = text.splitlines()
        for finding in client_file(text).findings:
            span = finding.place.span
            assert span
            assert span.line <= len(lines), text
            assert span.column <= len(lines[span.line - 1]) + 1, text


def test_only_the_file_with_the_error_is_stopped() -> None:
    assert client_file(SOUND).value is not None


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("status:done", "status: done"),
        ("  - name:a", "- name: a"),
        ("-payroll", "- payroll"),
        ("https://intra.example", None),
        ("status: done", None),
        ("--- a", None),
        ("12:30:00", None),
        ("plain", None),
    ],
)
def test_a_missing_space_is_put_in(text: str, mended: str | None) -> None:
    assert spaced(text) == mended


def test_a_value_is_put_in_quotes_that_suit_it() -> None:
    assert with_value_quoted("  notes: it's", 10) == 'notes: "it\'s"'
    assert with_value_quoted('notes: a "b"', 8) == "notes: 'a \"b\"'"
    assert with_value_quoted('notes: it\'s \\ "b"', 8) == "notes: 'it''s \\ \"b\"'"


def test_the_column_of_a_value_is_where_its_text_begins() -> None:
    assert value_column("  - notes:   x") == 14
    assert value_column("# notes: x") is None
    assert value_column("notes:") is None


def test_an_empty_line_between_changes_no_advice() -> None:
    (finding,) = client_file("name: x\n\n  process: y\n").findings
    assert "deeper than line 1" in spoken(finding)


def test_a_complaint_that_is_not_known_has_the_general_wording() -> None:
    reading = Reading("clients/a.yaml", "name: x\n")
    finding = explain(MarkedYAMLError(problem="did not expect this"), reading)
    assert placed(finding) == "YML004 1:1"
    assert "The structure of the file breaks here" in spoken(finding)
