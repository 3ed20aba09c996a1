"""One line a finding: `clients/kuusipuu.yaml:31:13: virhe[CLO301] …`."""

from aloitus.reports.report import Located, Report
from aloitus.reports.visible import visible_path
from aloitus.reports.words import history_line, message, severity_word, summary_line


def render(report: Report) -> str:
    lines = [_line(report, located) for located in report.findings]
    lines += [line for line in (summary_line(report), history_line(report)) if line]
    return "\n".join(lines) + "\n"


def _line(report: Report, located: Located) -> str:
    span = located.spot.span
    where = visible_path(located.spot.path) + (f":{span.line}:{span.column}" if span else "")
    return f"{where}: {severity_word(report, located)}[{located.finding.code}] {message(report, located)}"
