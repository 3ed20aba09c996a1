"""Markdown, for job summaries and comments: every finding, and nothing of the files can be more than text."""

import re

from aloitus.reports.report import Located, Report, Spot
from aloitus.reports.visible import visible, visible_path
from aloitus.reports.words import help_text, history_line, message, related_message, severity_word, summary_line

_UNSAFE = re.compile(r"[!-~]")
_HARMLESS = frozenset("/-(),';?%+.")
_ADDRESS = re.compile(r"(?<=www)\.", re.IGNORECASE)


def render(report: Report) -> str:
    parts = [f"## {text(summary_line(report))}"]
    history = history_line(report)
    if history:
        parts.append(text(history))
    parts += [_item(report, located) for located in report.findings]
    return "\n\n".join(parts) + "\n"


def _item(report: Report, located: Located) -> str:
    finding = located.finding
    url = report.url(finding.code)
    code = f"[{finding.code}]({url})" if url else finding.code
    lines = [
        f"- **{severity_word(report, located)} {code}** {text(message(report, located))}<br>",
        f"  {_place(located.spot)}",
    ]
    told = help_text(report, located)
    if told:
        lines[-1] += "<br>"
        lines.append(f"  *{report.say('reports.help')}:* {text(told)}")
    for number, spot in enumerate(located.related):
        lines[-1] += "<br>"
        lines.append(f"  {text(related_message(report, located, number))}: {_place(spot)}")
    return "\n".join(lines)


def _place(spot: Spot) -> str:
    where = text(visible_path(spot.path))
    return f"{where}, {spot.span.line}:{spot.span.column}" if spot.span else where


def text(plain: str) -> str:
    """Text inside a line of Markdown: marks become numeric references, which no extension reads as marks.

    Letters, digits, and marks that mean nothing inside a line stay readable; a dot doesn't make an address.
    """
    return _UNSAFE.sub(_reference, _ADDRESS.sub("\x00", visible(plain))).replace("\x00", "&#46;")


def _reference(found: re.Match[str]) -> str:
    mark = found[0]
    # A colon before a space can't be part of an address or an emoji's name.
    in_text = mark == ":" and found.string[found.end() : found.end() + 1] == " "
    return mark if mark.isalnum() or mark in _HARMLESS or in_text else f"&#{ord(mark)};"
