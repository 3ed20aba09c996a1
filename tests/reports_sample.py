"""A report built by hand: a closing with an open task, a value nobody can read, a file that's gone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from aloitus.findings import Finding, FindingKind, KeyPath, Message, Place, Related, Severity, Span
from aloitus.i18n import Wording, wording
from aloitus.reports.report import Report, in_order, summarise

CLIENT = "clients/kuusipuu.yaml"
PROCESS = "templates/processes/client-onboarding.yaml"
GONE = "clients/poissa.yaml"

EXPLAINED = "The task isn't final.\n\nSomething is still\nopen.\n"
NOT_FINAL = FindingKind("TST301", "not-final", Severity.ERROR, EXPLAINED)
ODD = FindingKind("TST201", "odd-value", Severity.WARNING, "A value is odd.\n")
MOVED = FindingKind("TST101", "gone", Severity.NOTE, "A file is gone.\n")

SENTENCES = {
    "fi": {
        "tst.not-final": "Tehtävä ”{task}” ({id}) ei ole valmis",
        "tst.not-final-help": "Kuittaa tehtävä: status: done, date: {today}",
        "tst.odd-value": "Arvo {value} on outo",
        "tst.gone": "Tiedosto {file} on poistettu",
        "tst.closed-here": "käyttöönotto on suljettu tässä",
        "tst.required-here": "prosessi vaatii tehtävän tässä",
    },
    "en": {
        "tst.not-final": "The task “{task}” ({id}) isn't final",
        "tst.not-final-help": "Sign the task off: status: done, date: {today}",
        "tst.odd-value": "The value {value} is odd",
        "tst.gone": "The file {file} is gone",
        "tst.closed-here": "the client is closed here",
        "tst.required-here": "required here",
    },
}


@dataclass(frozen=True)
class Lines:
    """A file whose spans are given by hand."""

    lines: tuple[str, ...]
    spans: dict[KeyPath, Span]

    def span(self, key: KeyPath, *, on_key: bool = False) -> Span:
        assert isinstance(on_key, bool)
        return self.spans[key]


SOURCES = {
    CLIENT: Lines(
        (
            "name: Kuusipuun Saha Oy",
            "status: closed",
            "notes: 株式会社 Sähkö ja Vesi",
            "tasks:",
            "  agree-bank-authorisations:",
            "    status: waiting",
            "    note: {",
            "      Soitettu }",
        ),
        {
            ("status",): Span(2, 9, 2, 15),
            ("notes",): Span(3, 13, 3, 18),
            ("tasks", "agree-bank-authorisations", "status"): Span(6, 13, 6, 20),
            ("tasks", "agree-bank-authorisations", "note"): Span(7, 11, 8, 17),
        },
    ),
    PROCESS: Lines(("",) * 11 + ("  agree-bank-authorisations:",), {("tasks",): Span(12, 3, 12, 28)}),
}


def not_final(task: str = "Sovi pankkivaltuutukset", file: str = CLIENT) -> Finding:
    return NOT_FINAL.at(
        Place(file, ("tasks", "agree-bank-authorisations", "status")),
        related=(
            Related(Message("tst.closed-here"), Place(file, ("status",))),
            Related(Message("tst.required-here"), Place(PROCESS, ("tasks",), on_key=True)),
        ),
        task=task,
        id="agree-bank-authorisations",
        today=date(2026, 5, 15),
    )


def odd(value: str = "Sähkö", *key: str) -> Finding:
    return ODD.at(Place(CLIENT, key or ("notes",)), help=False, value=value)


def gone(file: str = GONE) -> Finding:
    return MOVED.at(Place(file), help=False, file=file)


SAMPLE = (
    gone(),
    odd("{ Soitettu }", "tasks", "agree-bank-authorisations", "note"),
    odd(),
    not_final(),
)


def sample_wording(language: str = "fi") -> Wording:
    real = wording(language)
    return replace(real, sentences={**real.sentences, **SENTENCES[language]})


def a_report(
    findings: Iterable[Finding] = SAMPLE, *, language: str = "fi", history: bool = False, color: bool = False
) -> Report:
    findings = tuple(findings)
    return Report(
        in_order(findings, SOURCES),
        summarise(findings, clients=27, history=history),
        sample_wording(language),
        "0.1.0",
        explanations_url="https://wiki.example/checks/",
        explanations={NOT_FINAL.code: EXPLAINED},
        color=color,
    )
