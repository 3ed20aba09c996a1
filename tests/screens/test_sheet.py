import io
import re

import pytest

from aloitus.screens.sheet import GAP, Block, Cell, Column, Table, Tone, line, show


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


TABLE = Table(
    (Column("Asiakas", wide=True), Column("Myöh.", right=True), Column("Seuraavaksi", below=True)),
    (
        (Cell("Kuusi Oy"), Cell("3", Tone.BAD), Cell("Soita")),
        (Cell("Hyvin pitkänimisen sukuyhtiön metsäkonepalvelut Oy"), Cell("12"), Cell("")),
    ),
)
WRAPPED = Table((Column(), Column(wide=True)), ((Cell("Avoin"), Cell("sana " * 30)),))


def test_a_pipe_gets_aligned_columns_and_no_colour() -> None:
    stream = io.StringIO()
    show([line("Tilanne ", Cell("hyvä", Tone.GOOD)), GAP, TABLE], stream)
    assert stream.getvalue().split("\n") == [
        "Tilanne hyvä",
        "",
        "Asiakas                                             Myöh.  Seuraavaksi",
        "Kuusi Oy                                                3  Soita",
        "Hyvin pitkänimisen sukuyhtiön metsäkonepalvelut Oy     12",
        "",
    ]


def test_a_table_without_titles_has_no_heading() -> None:
    stream = io.StringIO()
    show([Table((Column(), Column()), ((Cell("a"), Cell("b")),))], stream)
    assert stream.getvalue() == "a  b\n"


def on_screen(monkeypatch: pytest.MonkeyPatch, *blocks: Block) -> list[str]:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    stream = Screen()
    show(blocks, stream)
    return [re.sub("\x1b\\[[0-9;]*m", "", text).rstrip() for text in stream.getvalue().split("\n")]


def test_a_terminal_puts_what_is_below_on_a_second_line_and_cuts_long_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_screen(monkeypatch, TABLE) == [
        "Asiakas                            Myöh.",
        "Kuusi Oy                               3",
        "  Soita",
        "Hyvin pitkänimisen sukuyhtiön me…     12",
        "",
    ]


def test_a_terminal_wraps_the_wide_column(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = on_screen(monkeypatch, WRAPPED)
    assert len(printed) > 3
    assert all(len(text) <= 40 for text in printed)
    assert printed[0].startswith("Avoin  sana sana")
    assert printed[1].startswith("       sana")


def test_markup_in_a_name_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_screen(monkeypatch, line("[red]Oy[/red] :tada:"))[0] == "[red]Oy[/red] :tada:"


def test_a_tone_is_a_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Screen()
    show([line(Cell("Myöhässä", Tone.BAD))], stream)
    assert "\x1b[31mMyöhässä" in stream.getvalue()
