"""GitLab's Code Quality report. Fingerprints don't depend on lines: a finding is known again when it moves."""

from aloitus.findings import Severity
from aloitus.reports.fingerprint import fingerprints
from aloitus.reports.json_text import json_text
from aloitus.reports.report import Report
from aloitus.reports.words import message_and_help

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    entries = [
        {
            "description": message_and_help(report, located),
            "check_name": f"{located.finding.code} {located.finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[located.finding.severity],
            "location": {
                "path": located.spot.path,
                "lines": {
                    "begin": located.spot.span.line if located.spot.span else 1,
                    "end": located.spot.span.end_line if located.spot.span else 1,
                },
            },
        }
        for located, fingerprint in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    return json_text(entries)
