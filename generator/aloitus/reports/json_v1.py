"""For programs: JSON, version 1. Keys and codes never change; new keys may come."""

from aloitus.reports.json_text import json_text
from aloitus.reports.report import Located, Report, Spot
from aloitus.reports.words import help_text, message, related_message


def render(report: Report) -> str:
    summary = report.summary
    whole = {
        "version": 1,
        "findings": [_finding(report, located) for located in report.findings],
        "summary": {
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notes": summary.notes,
            "clients": summary.clients,
            "history": summary.history,
        },
    }
    return json_text(whole)


def _finding(report: Report, located: Located) -> dict[str, object]:
    finding, span = located.finding, located.spot.span
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "message": message(report, located),
        "help": help_text(report, located),
        **_place(located.spot),
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "related": [
            {"message": related_message(report, located, number), **_place(spot)}
            for number, spot in enumerate(located.related)
        ],
        "url": report.url(finding.code),
    }


def _place(spot: Spot) -> dict[str, object]:
    span = spot.span
    return {"path": spot.path, "line": span.line if span else None, "column": span.column if span else None}
