"""For people: each finding with the line it is about, as compilers show it.

```
virhe[CLO301]: Käyttöönotto on suljettu, mutta tehtävä ”Sovi pankkivaltuutukset” ei ole valmis
  --> clients/kuusipuu.yaml:31:13
   |
31 |     status: waiting
   |             ^^^^^^^
  ::: clients/kuusipuu.yaml:5:9
   |
 5 | status: closed
   |         ------ käyttöönotto on suljettu tässä
   = ohje: Kuittaa tehtävä, kun se on tehty (status: done, …)
```
"""

from collections.abc import Iterator

from aloitus.findings import Severity
from aloitus.reports.report import Located, Report, Spot
from aloitus.reports.visible import defused, visible, visible_path
from aloitus.reports.width import display_width
from aloitus.reports.words import help_text, history_line, message, related_message, severity_word, summary_line

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_FRAME = "1;34"
_BOLD = "1"
_LONGEST_LINE = 160


def render(report: Report) -> str:
    blocks = ["\n".join(_block(report, located)) for located in report.findings]
    closing = (summary_line(report), history_line(report), _more(report))
    blocks.append("\n".join(line for line in closing if line))
    return "\n\n".join(blocks) + "\n"


def _more(report: Report) -> str | None:
    return report.say("reports.explain", code=report.findings[0].finding.code) if report.findings else None


def _block(report: Report, located: Located) -> Iterator[str]:
    color = _COLORS[located.finding.severity]
    headline = f"{severity_word(report, located)}[{located.finding.code}]"
    yield f"{_painted(report, color, headline)}{_painted(report, _BOLD, f': {message(report, located)}')}"
    spots = (located.spot, *located.related)
    margin = max(len(str(spot.span.line)) if spot.span else 1 for spot in spots)
    yield from _place(report, located.spot, "-->", margin, "^", color, "")
    for number, spot in enumerate(located.related):
        yield from _place(report, spot, ":::", margin, "-", _FRAME, related_message(report, located, number))
    told = help_text(report, located)
    if told:
        label = _painted(report, _BOLD, report.say("reports.help"))
        yield f"{' ' * margin} {_painted(report, _FRAME, '=')} {label}: {told}"


def _place(report: Report, spot: Spot, arrow: str, margin: int, mark: str, color: str, label: str) -> Iterator[str]:
    where = visible_path(spot.path) + (f":{spot.span.line}:{spot.span.column}" if spot.span else "")
    alone = spot.span is None or spot.excerpt is None
    yield f"{' ' * margin}{_painted(report, _FRAME, arrow)} {where}{f': {label}' if alone and label else ''}"
    if spot.span is None or spot.excerpt is None:
        return
    text, start, length = _window(spot.excerpt, spot.span.column, _end_column(spot))
    bar = _painted(report, _FRAME, "|")
    yield f"{' ' * margin} {bar}"
    yield f"{_painted(report, _FRAME, str(spot.span.line).rjust(margin))} {bar} {text}".rstrip()
    marked = _painted(report, color, f"{mark * length}{f' {label}' if label else ''}")
    yield f"{' ' * margin} {bar} {' ' * start}{marked}"


def _end_column(spot: Spot) -> int:
    """Where the span ends on its first line: a value of many lines is marked to the end of it."""
    if spot.span is None or spot.excerpt is None:
        raise AssertionError(spot)
    if spot.span.end_line > spot.span.line:
        return len(spot.excerpt.rstrip()) + 1
    return spot.span.end_column


def _window(line: str, column: int, end: int) -> tuple[str, int, int]:
    """The line as it is shown, and the mark's start and length in columns of the terminal.

    Of a very long line the part around the mark is shown.
    """
    first = max(0, column - 1 - _LONGEST_LINE // 2) if len(line) > _LONGEST_LINE else 0
    last = first + _LONGEST_LINE
    stop = min(max(end, column) - 1, last)
    before = ("…" if first else "") + visible(line[first : column - 1])
    marked = visible(line[column - 1 : stop])
    after = visible(line[stop:last]) + ("…" if len(line) > last else "")
    return defused(before + marked + after), display_width(before), max(1, display_width(marked))


def _painted(report: Report, color: str, text: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if report.color else text
