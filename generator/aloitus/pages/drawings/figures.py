"""What stands around a chart: the drawing for wide screens, a list for the others, its figures as a table."""

from collections.abc import Iterable, Sequence

from aloitus.i18n import Wording
from aloitus.pages.markup import Markup, attribute, escape

Cell = str | Markup


def figure(drawing: Markup, rows: Iterable[Markup], table: Markup, say: Wording) -> Markup:
    """A chart. `rows` say the same one by one where the drawing would be too small, and on paper."""
    listed = Markup(" ").join(Markup("<li>") + row + Markup("</li>") for row in rows)
    return (
        Markup('<div class="chart"><div class="chart-drawing" data-search-exclude>')
        + drawing
        + Markup('</div><ul class="rows chart-list">')
        + listed
        + Markup("</ul>")
        + behind(table, say)
        + Markup("</div>")
    )


def behind(table: Markup, say: Wording) -> Markup:
    """A table that unfolds: the figures of a drawing."""
    return Markup("<details><summary>") + say("drawings.as-table") + Markup("</summary>") + table + Markup("</details>")


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]], caption: str) -> Markup:
    """A plain table whose first column names its rows; the others are figures, set right."""
    names = Markup("").join(
        Markup(f'<th scope="col"{_figure(at)}>') + name + Markup("</th>") for at, name in enumerate(head)
    )
    body = Markup("").join(Markup("<tr>") + _cells(row) + Markup("</tr>") for row in rows)
    return (
        Markup('<table class="ledger"><caption class="hidden-text">')
        + caption
        + Markup("</caption><thead><tr>")
        + names
        + Markup("</tr></thead><tbody>")
        + body
        + Markup("</tbody></table>")
    )


def bar(parts: Iterable[tuple[str, float]], whole: float, label: str) -> Markup:
    """A horizontal bar in a row: its parts by class and size, out of `whole`."""
    cells = "".join(
        f'<i class="is-{kind}" style="width:{100 * size / whole:.1f}%"></i>' for kind, size in parts if size and whole
    )
    return Markup(f'<span class="chart-bar" role="img" aria-label="{attribute(label)}">{cells}</span>')


def rate_bar(percent: float, target: float | None, label: str) -> Markup:
    """A share with a stroke where its target is."""
    stroke = f'<b style="left:{target:.0f}%"></b>' if target is not None else ""
    filled = f'<i class="is-share" style="width:{percent:.0f}%"></i>'
    return Markup(f'<span class="chart-bar rate" role="img" aria-label="{attribute(label)}">{filled}{stroke}</span>')


def share(part: int, whole: int) -> int:
    """A percentage, rounded; never 100 or 0 unless it is so."""
    rounded = round(100 * part / whole) if whole else 0
    if 0 < part < whole:
        return min(max(rounded, 1), 99)
    return rounded


def _cells(row: Sequence[Cell]) -> Markup:
    first = Markup('<th scope="row">') + escape(row[0]) + Markup("</th>")
    return first + Markup("").join(Markup('<td class="n">') + escape(cell) + Markup("</td>") for cell in row[1:])


def _figure(at: int) -> str:
    return ' class="n"' if at else ""
