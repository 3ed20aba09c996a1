"""Files made to exhaust or confuse the program: each is answered within 0.2 s, with places inside the file."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from file_text import SOUND, client_file

SECONDS = 0.2
USUAL_SECONDS_TO_READ = 0.0006


def _shapes() -> Iterator[tuple[str, str]]:  # noqa: PLR0915 - a table that is too long to be a literal
    yield "100,000 brackets", "[" * 100_000
    yield "100,000 brackets as a value", f"{SOUND}notes: {'[' * 100_000}"
    yield "100,000 braces", "{" * 100_000
    yield "nested flow mappings", "{a: " * 50_000
    yield "nested lists", "- " * 100_000
    yield "nested explicit keys", "? " * 100_000
    yield "600 levels by indentation", "".join(f"{' ' * depth}a:\n" for depth in range(600))
    yield "aliases that double", _doubling_aliases()
    yield "merge keys that double", _doubling_merges()
    yield "30,000 items", f"facts: [{'x,' * 30_000}]"
    yield "25,000 keys", "".join(f"k{number}: v\n" for number in range(25_000))
    yield "120,000 empty values", "{" + "a," * 120_000 + "}"
    yield "60,000 duplicates", "a: b\n" * 60_000
    yield "9,000 duplicates", "name: b\n" * 9_000
    yield "9,900 unknown keys", "".join(f"names{number}: v\n" for number in range(9_900))
    yield "9,000 bad dates", "dates:\n" + "".join(f"  d{number}: 2026-2-3\n" for number in range(9_000))
    yield "9,000 bad ids", "tasks:\n" + "".join(f"  D{number}: {{}}\n" for number in range(9_000))
    yield "19,000 empty items", f"facts: [{'~,' * 19_000}]"
    yield "19,000 repeated items", f"facts: [{'a,' * 19_000}]"
    yield "4,500 unknown words", f"changes: [{'{kind: zzz},' * 4_500}]"
    yield "a huge scalar", f"name: {'a' * 250_000}\n"
    yield "a huge key", f"{'a' * 250_000}: x\n"
    yield "a huge word", f"{SOUND}language: {'d' * 250_000}"
    yield "a huge id", f"process: {'D' * 250_000}"
    yield "a huge date", f"dates: {{a: {'2' * 250_000}}}"
    yield "40,000 escapes", 'name: "' + "\\u202e" * 40_000 + '"\n'
    yield "a quote that never closes", 'name: "' + "\n" * 200_000
    yield "50,000 unclosed lists", "a: [\n" * 50_000
    yield "80,000 colons", "a: " * 80_000
    yield "80,000 anchors", "&a " * 80_000
    yield "9,000 anchors in place", "a: &a b\n" * 9_000
    yield "80,000 aliases", "*a " * 80_000
    yield "100,000 tags", "! " * 100_000
    yield "a huge tag", f"!<{'a' * 200_000}"
    yield "200,000 percent signs", "%" * 200_000
    yield "18,000 identity codes", "# 131052-308T\n" * 18_000
    yield "12,000 account numbers", "# " + "FI2112345600000785 " * 12_000
    yield "50,000 that look like account numbers", "# " + "ab12 " * 50_000
    yield "an account number that never ends", "FI21" + " 1" * 120_000
    yield "80,000 characters that turn the text", "\u202e" * 80_000
    yield "100,000 bare carriage returns", "a\r" * 100_000
    yield "200,000 tabs", "\t" * 200_000
    yield "200,000 zero bytes", "\0" * 200_000
    yield "260,000 newlines", "\n" * 260_000
    yield "60,000 documents", "---\n" * 60_000
    yield "100,000 lines without a colon", "a\n" * 100_000
    yield "9,000 complex keys", "[a]: b\n" * 9_000
    yield "9,000 comments after texts", "contacts:\n" + "- name: a #b\n" * 9_000
    yield "10,000 conflict marks", "name: x\n<<<<<<< a\n" * 10_000
    yield "50,000 lines with odd spaces", "name: x\n" + "a:\u00a0b\n" * 40_000
    yield (
        "a text cut by 19,000 commas",
        f"changes: [{{reason: a,{','.join(f'b{number}' for number in range(19_000))}}}]",
    )
    yield "4,000 cut texts", f"changes: [{'{reason: a, b},' * 4_000}]"
    yield "9,000 keys behind a list", f"changes: [{{by: a,{','.join(f'b{number}' for number in range(9_000))}}}]"
    yield "a colon in braces behind 250,000 spaces", "a: {b: c" + " " * 240_000 + ": d"
    yield "80,000 commas before a colon", "a: {b: " + "c, " * 80_000 + "d: e: f"
    yield "80,000 commas behind a colon", "a: {b: c: d" + ", e" * 80_000
    yield "9,000 lines indented too little", "tasks:\n" + "".join(f"  a{n}:\n  by: x\n" for n in range(9_000))
    yield "4,000 entries indented too little", "tasks:\n  a:\n" + "".join(f"  b{n}: x\n  by: x\n" for n in range(4_000))
    yield "9,000 values for keys", "tasks:\n" + "".join(f"  a{number}: x\n" for number in range(9_000))
    yield "60,000 lines without a space", "tasks:\n  a:\n" + "   b:c\n" * 30_000
    yield "a huge list of ids", f"team: {{a: {'b-c ' * 60_000}}}"
    yield "60,000 marks on a letter", 'group: "a' + "\u0301\u0323" * 60_000 + '"'
    yield "60,000 marks on a key", '"a' + "\u0301\u0323" * 30_000 + '": x'
    yield "9,000 texts with a colon", "changes:\n" + "- reason: [a: b]\n" * 9_000
    yield "300 KB", "a" * 300_000


def _doubling_aliases() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for number in range(1, 10):
        name, before = chr(97 + number), chr(96 + number)
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


def _doubling_merges() -> str:
    return "a0: &a0 {k: v}\n" + "".join(f"a{n + 1}: &a{n + 1}\n  <<: [*a{n}, *a{n}]\n" for n in range(24))


SHAPES = dict(_shapes())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hostile_file_is_answered_quickly_and_in_place(shape: str) -> None:
    data = SHAPES[shape].encode()
    took = min(_seconds(data) for _ in range(3))
    loaded = client_file(data)
    lines = data.decode(errors="replace").split("\n")
    assert loaded.findings
    for finding in loaded.findings:
        span = finding.place.span
        assert span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert took < 5 * SECONDS * _slowness()


def _seconds(data: bytes) -> float:
    start = time.process_time()
    client_file(data)
    return time.process_time() - start


def _slowness() -> float:
    """How much slower than usual this machine is right now, by the time it takes to read an ordinary file."""
    usual = (Path(__file__).parents[1] / "cases" / "files" / "closed.yaml").read_bytes()
    return max(1.0, min(_seconds(usual) for _ in range(20)) / USUAL_SECONDS_TO_READ)


def test_a_file_with_very_many_mistakes_says_that_there_are_more() -> None:
    findings = client_file("tasks:\n" + "".join(f"  D{number}: {{}}\n" for number in range(300))).findings
    assert len(findings) == 201
    assert [finding.code for finding in findings].count("YML017") == 1
