"""Annotations of GitHub Actions: what blocks first, nine of them and how many more there are.

GitHub shows ten of a step, and no more; the whole is for the job summary (`--report markdown=$GITHUB_STEP_SUMMARY`).
"""

from aloitus.findings import Severity
from aloitus.reports.report import Located, Report
from aloitus.reports.visible import visible_path
from aloitus.reports.words import history_line, message_and_help, summary_line

MOST_SHOWN = 9
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    shown, rest = report.findings[:MOST_SHOWN], report.findings[MOST_SHOWN:]
    lines = [_annotation(report, located) for located in shown]
    if rest:
        more = report.say("reports.more", n=len(rest))
        lines.append(f"::{_COMMANDS[rest[0].finding.severity]} title=aloitus::{_data(more)}")
    lines += [line for line in (summary_line(report), history_line(report)) if line]
    return "\n".join(lines) + "\n"


def _annotation(report: Report, located: Located) -> str:
    finding, span = located.finding, located.spot.span
    properties = {"file": visible_path(located.spot.path)}
    if span:
        properties["line"] = str(span.line)
        properties["endLine"] = str(span.end_line)
        # GitHub refuses columns of an annotation that covers several lines.
        if span.end_line == span.line:
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.code} {finding.name}"
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(message_and_help(report, located))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
