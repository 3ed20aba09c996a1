"""Whatever the bytes, only findings come out: in words, without traceback, with places inside the file."""

# ruff: noqa: RUF001 - look-alike letters are what is tested

from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.i18n import wording
from aloitus.loading.personal_data import find_secrets
from aloitus.loading.practice import Loaded, load_firm, load_people, load_process
from file_text import LANGUAGES, SOUND, client_file

T = TypeVar("T")
CASES = Path(__file__).parents[1] / "cases"
TEXTS = [path.read_text("utf-8") for path in sorted((CASES / "reading").glob("*.yaml"))]
TEXTS += [(CASES / "files" / "active.yaml").read_text("utf-8")[:3000], SOUND]

PIECES = [
    "\t", " ", "  ", "\n", "\r\n", "\r", ":", ": ", "- ", "-", "[", "]", "{", "}", ",", "&a ", "*a ", "!t ", "!!str ",
    "%YAML 1.1\n", "---\n", "...\n", "|", "|\n  ", ">-\n", "'", '"', "\\", "\\x41", "\\u202e", "#", " #", "? ", "<<: ",
    "\ufeff", "\u2028", "\x85", "\u202e", "\0", "ä", "👍", "а", "131052-308T", "FI21 1234 5600 0007 85", "null", "~",
    "done", "2026-02-30", "@", "`", "%", "<<<<<<< x\n", "a: b", "\u00a0", "\U0010ffff", "{x}", "{0}",
]  # fmt: skip


def _judge(data: bytes, loaded: Loaded[T], *, guarded: bool) -> None:
    lines = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").removesuffix("\n").split("\n")
    for finding in loaded.findings:
        span = finding.place.span
        assert span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)
        messages = [finding.message, finding.help, *(related.message for related in finding.related)]
        for language in LANGUAGES:
            said = " ".join(wording(language).say(message) for message in messages if message)
            assert "None" not in said
            assert "\n" not in said
            assert not guarded or not find_secrets(said)
    assert not guarded or not find_secrets(loaded.source.text)
    if loaded.value is None:
        assert loaded.findings
    order = [(f.place.span.line, f.place.span.column) for f in loaded.findings if f.place.span]
    assert order == sorted(order)


def _judge_as_every_file(data: bytes) -> None:
    _judge(data, client_file(data), guarded=True)
    _judge(data, load_people("templates/people.yaml", data), guarded=True)
    _judge(data, load_process("templates/processes/a.yaml", data, LANGUAGES), guarded=False)
    _judge(data, load_firm("templates/firm.yaml", data), guarded=False)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_bytes_give_findings(data: bytes) -> None:
    _judge_as_every_file(data)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_text_gives_findings(text: str) -> None:
    _judge_as_every_file(text.encode())


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(deadline=None, max_examples=300)
def test_any_pieces_of_yaml_give_findings(pieces: list[str]) -> None:
    _judge_as_every_file("".join(pieces).encode())


@given(st.data())
@settings(deadline=None, max_examples=400)
def test_any_change_to_a_real_file_gives_findings(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        removed = data.draw(st.sampled_from([0, 0, 1, 3, 30]))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[start + removed :]
    _judge_as_every_file(text.encode())


@given(
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), min_size=1
    )
)
@settings(deadline=None, max_examples=200)
def test_any_quoted_text_comes_back_as_it_was(text: str) -> None:
    from aloitus.loading.characters import first_forbidden

    if first_forbidden(text) or find_secrets(text):
        return
    loaded = client_file(f"{SOUND}notes: '{text.replace(chr(39), chr(39) * 2)}'\n")
    assert loaded.value
    assert loaded.value.notes == text
    assert not loaded.findings


@pytest.mark.parametrize("cut", range(0, 3000, 37))
def test_a_file_cut_anywhere_gives_findings(cut: int) -> None:
    _judge_as_every_file((CASES / "files" / "active.yaml").read_bytes()[:cut])
