"""A text of headings, lines and tables, before it's known whether a terminal or a pipe will have it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from rich.console import Console


class Tone(StrEnum):
    """What a colour says, where there are colours; the words say it, too."""

    PLAIN = ""
    GOOD = "green"
    BUSY = "blue"
    WAITING = "yellow"
    BAD = "red"
    QUIET = "dim"
    STRONG = "bold"


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`wide`: takes the room that the others leave, and wraps in it; exactly one of a table's columns is.

    `below`: on a terminal, which is narrow, it stands on a second line of the row, cut off where the screen ends.
    """

    title: str = ""
    wide: bool = False
    right: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Table
"""Blocks follow one another; an empty line stands where a `Line` has no cells."""

GAP = Line(())


def line(*parts: str | Cell) -> Line:
    return Line(tuple(part if isinstance(part, Cell) else Cell(part) for part in parts))


def show(blocks: Sequence[Block], stream: TextIO) -> None:
    """Colours and columns on a terminal, one row a line and nothing else in a pipe."""
    if stream.isatty():
        _show_on_terminal(blocks, stream)
    else:
        stream.writelines(f"{text.rstrip()}\n" for block in blocks for text in _plain(block))


def _plain(block: Block) -> list[str]:
    if isinstance(block, Line):
        return ["".join(cell.text for cell in block.cells)]
    titles = [column.title for column in block.columns]
    rows = [[cell.text for cell in row] for row in block.rows]
    printed = [titles, *rows] if any(titles) else rows
    widths = [max((len(row[number]) for row in printed), default=0) for number in range(len(titles))]
    return [
        "  ".join(
            text.rjust(width) if column.right else text.ljust(width)
            for text, width, column in zip(row, widths, block.columns, strict=True)
        )
        for row in printed
    ]


def _show_on_terminal(blocks: Sequence[Block], stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    for block in blocks:
        if isinstance(block, Line):
            console.print(Text.assemble(*((cell.text, cell.tone.value) for cell in block.cells)))
        elif any(column.below for column in block.columns):
            _print_double_rows(block, console)
        else:
            _print_wrapped(block, console)


def _print_wrapped(table: Table, console: "Console") -> None:
    from rich.table import Table as Grid
    from rich.text import Text

    titled = any(column.title for column in table.columns)
    grid = Grid(box=None, padding=(0, 2, 0, 0), show_header=titled, header_style="dim", expand=True)
    for column in table.columns:
        justify: Literal["left", "right"] = "right" if column.right else "left"
        grid.add_column(column.title, justify=justify, ratio=1 if column.wide else None, no_wrap=not column.wide)
    for row in table.rows:
        grid.add_row(*(Text(cell.text, cell.tone.value) for cell in row))
    console.print(grid)


def _print_double_rows(table: Table, console: "Console") -> None:
    from rich.text import Text

    heading = tuple(Cell(column.title, Tone.QUIET) for column in table.columns)
    above = [number for number, column in enumerate(table.columns) if not column.below]
    below = [number for number, column in enumerate(table.columns) if column.below]
    widths = {number: max(Text(row[number].text).cell_len for row in (heading, *table.rows)) for number in above}
    wide = next(number for number in above if table.columns[number].wide)
    widths[wide] = console.width - sum(widths.values()) + widths[wide] - 2 * (len(above) - 1)
    for row in (heading, *table.rows):
        cells = []
        for number in above:
            cell = Text(row[number].text, row[number].tone.value)
            cell.truncate(widths[number], overflow="ellipsis")
            cell.align("right" if table.columns[number].right else "left", widths[number])
            cells.append(cell)
        console.print(Text("  ").join(cells), no_wrap=True, overflow="crop")
        under = [Text(row[number].text, row[number].tone.value) for number in below if row[number].text]
        if under and row is not heading:
            console.print(Text("  ") + Text(" · ").join(under), no_wrap=True, overflow="ellipsis")
