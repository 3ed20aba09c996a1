"""JUnit XML, as Jenkins, GitLab and Azure read it: a failed test for each error; warnings and notes pass, and tell."""

from html import escape  # XML's own package would load the whole of urllib

from aloitus.findings import Severity
from aloitus.reports.report import Located, Report
from aloitus.reports.visible import visible_path
from aloitus.reports.words import message, message_and_help, summary_line


def render(report: Report) -> str:
    cases = [_case(report, located) for located in report.findings] or [_clean(report)]
    failures = sum(located.finding.severity is Severity.ERROR for located in report.findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="aloitus" {counts}>',
        f'  <testsuite name="aloitus check" {counts}>',
        *cases,
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(report: Report, located: Located) -> str:
    finding, span = located.finding, located.spot.span
    where = visible_path(located.spot.path)
    place = f"{where}:{span.line}:{span.column}" if span else where
    name = f"{finding.code} {finding.name} {place}"
    body = escape(f"{place}\n{message_and_help(report, located)}", quote=False)
    if finding.severity is Severity.ERROR:
        told = (
            f"<failure type={_attribute(finding.code)} message={_attribute(message(report, located))}>{body}</failure>"
        )
    else:
        told = f"<system-out>{body}</system-out>"
    return f"    <testcase classname={_attribute(where)} name={_attribute(name)}>\n      {told}\n    </testcase>"


def _clean(report: Report) -> str:
    return f'    <testcase classname="aloitus" name={_attribute(summary_line(report))}/>'


def _attribute(text: str) -> str:
    return f'"{escape(text)}"'
