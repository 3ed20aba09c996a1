"""Sentences that several formats share."""

from aloitus.findings import Message
from aloitus.reports.report import Located, Report
from aloitus.reports.visible import visible

_LONGEST = 1_000
"""Characters of a sentence: a name in a file can be as long as the file may be."""


def message(report: Report, located: Located) -> str:
    return _said(report, located.finding.message)


def help_text(report: Report, located: Located) -> str | None:
    return _said(report, located.finding.help) if located.finding.help else None


def related_message(report: Report, located: Located, number: int) -> str:
    return _said(report, located.finding.related[number].message)


def _said(report: Report, message: Message) -> str:
    sentence = visible(report.say.say(message))
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}…"


def message_and_help(report: Report, located: Located) -> str:
    """Both in one text of two lines, for formats that have one field."""
    told = help_text(report, located)
    return message(report, located) + (f"\n{report.say('reports.help')}: {told}" if told else "")


def severity_word(report: Report, located: Located) -> str:
    return report.say(f"reports.{located.finding.severity.word}")


def summary_line(report: Report) -> str:
    """`2 virhettä, 1 varoitus (27 asiakasta)`; notes are told only where there are some."""
    say, summary = report.say, report.summary
    clients = say("reports.clients", n=summary.clients)
    counts = [
        say(f"reports.{key}", n=n)
        for key, n in (("errors", summary.errors), ("warnings", summary.warnings), ("notes", summary.notes))
        if n
    ]
    return f"{', '.join(counts) or say('reports.clean')} ({clients})"


def history_line(report: Report) -> str | None:
    """Said where there was nothing to compare with: much of what the gate stops can't be seen then."""
    return None if report.summary.history else report.say("reports.no-history")
