"""One table of what a change is told: each row lays a little over the practice before the change, and after it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from aloitus.findings import KeyPath, Severity
from aloitus.gate.comparison import Review
from aloitus.gate.files.attributes import LONGEST
from aloitus.i18n import wording
from gate_practice import CLIENT, laid_over, start
from gate_values import findings_of
from git_history import Content
from golden import same_as_golden
from told import told

GOLDEN = Path(__file__).parent / "golden"
PROCESS = "templates/processes/client-onboarding.yaml"
REVIEW = Review("liisalaine", ())
CRITERIA = "gates: {closure: {criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]}}"
OWN_START = "service_starts: {payroll: {agreed: 2026-06-15}}\n"
MOVE = "{{kind: date-moved, what: {what}, from: {0}, to: {1}, date: 2026-11-10, by: liisa-laine, reason: Lomat}}"

Wanted = set[tuple[str, KeyPath]]


def moved(*days: tuple[str, str], what: str = "software_training") -> str:
    return f"changes: [{', '.join(MOVE.format(*pair, what=what) for pair in days)}]\n"


ROWS: dict[str, tuple[str, str, str, Wanted]] = {
    # what was recorded
    "a begun extra task under another id, though its own was free": (
        CLIENT,
        "extra_tasks: {scan: {title: Skannaa, role: accountant, status: in-progress}}",
        "extra_tasks: {scan: null, scan-2: {title: Skannaa, role: accountant, status: in-progress}}",
        {("HIS412", ("extra_tasks",))},
    ),
    # dates
    "a service's own day moves with an entry of its own": (
        CLIENT,
        OWN_START,
        "service_starts: {payroll: {agreed: 2026-06-22}}\n",
        {("HIS409", ("service_starts", "payroll", "agreed"))},
    ),
    "a day that is set and moved in one change": (
        CLIENT,
        "{}",
        "dates: {software_training: 2026-12-08}\n" + moved(("2026-12-01", "2026-12-08")),
        set(),
    ),
    "of a day that is set the entries still end where it stands": (
        CLIENT,
        "{}",
        "dates: {software_training: 2026-12-08}\n" + moved(("2026-12-01", "2026-12-09")),
        {("HIS409", ("changes", 0))},
    ),
    "two entries of one move, one of them of another": (
        CLIENT,
        "dates: {software_training: 2026-12-01}",
        "dates: {software_training: 2026-12-08}\n" + moved(("2026-12-01", "2026-12-08"), ("2026-12-02", "2026-12-09")),
        {("HIS409", ("changes", 1))},
    ),
    "entries in another order lead to the day": (
        CLIENT,
        "dates: {software_training: 2026-12-01}",
        "dates: {software_training: 2026-12-15}\n" + moved(("2026-12-08", "2026-12-15"), ("2026-12-01", "2026-12-08")),
        set(),
    ),
    "there and back again": (
        CLIENT,
        "dates: {software_training: 2026-12-01}",
        moved(("2026-12-01", "2026-12-08"), ("2026-12-08", "2026-12-01")),
        {("POL501", ("changes", 1, "approved_by"))},
    ),
    # services
    "an entry of a service that came doesn't make up for one that went": (
        CLIENT,
        "{}",
        (
            "services: [bookkeeping]\n"
            "changes: [{kind: service-added, what: payroll, date: 2026-11-10, by: liisa-laine, reason: Asiakas tilasi},"
            " {kind: service-removed, what: payroll, date: 2026-11-11, by: liisa-laine, reason: Asiakas perui,"
            " approved_by: eeva-esihenkilo}]"
        ),
        {("HIS410", ("services",)), ("POL508", ("changes", 1, "approved_by"))},
    ),
    # policy
    "a task of one service becomes another's": (
        PROCESS,
        "tasks: {agree-bank-authorisations: {when: {services: [bookkeeping]}}}",
        "tasks: {agree-bank-authorisations: {when: {services: [payroll]}}}",
        {("POL522", ("tasks", "agree-bank-authorisations", "when"))},
    ),
    "a task that had no service's condition gets one": (
        PROCESS,
        "{}",
        "tasks: {agree-bank-authorisations: {when: {services: [bookkeeping, payroll]}}}",
        {("POL522", ("tasks", "agree-bank-authorisations", "when"))},
    ),
    "a task that had ended comes to those under way until they sign": (
        PROCESS,
        "tasks: {agree-bank-authorisations: {until: 2027-01-01}}",
        "tasks: {agree-bank-authorisations: {until: 2027-01-01, running: true}}",
        {("POL520", ("tasks", "agree-bank-authorisations"))},
    ),
    "a process that had no criteria gets some": (PROCESS, "gates: {closure: null}", CRITERIA, set()),
    # files
    "an attribute after a mark of byte order": (".gitattributes", "", "\ufeffclients/*.yaml -diff\n", {("FIL607", ())}),
    "an attribute on a line that ends as Windows has it": (
        ".gitattributes",
        "",
        "*.png binary\r\nclients/*.yaml -diff\r\n",
        {("FIL607", ())},
    ),
    "an attribute in quotes, with what needs no escape": (
        ".gitattributes",
        "",
        '"clients/\\*.yaml" -diff\n',
        {("FIL607", ())},
    ),
    "attributes that nobody can read to their end": (".gitattributes", "", "#" * (LONGEST + 1), {("FIL607", ())}),
    "a name that only Windows can't hold": ("templates/pages/AUX.md.j2", "", "{{ wiki }}", {("FIL604", ())}),
    "a comment is no attribute": (".gitattributes", "", "# clients/*.yaml -diff\n", set()),
}


@pytest.mark.parametrize(("file", "before", "after", "expected"), ROWS.values(), ids=ROWS)
def test_a_change_is_told_what_it_lacks(file: str, before: str, after: str, expected: Wanted) -> None:
    base = laid_over(start(), file, before)
    assert errors(base, laid_over(base, file, after)) == expected


def errors(base: Mapping[str, Content], head: Mapping[str, Content]) -> Wanted:
    found = findings_of(base, head, REVIEW)
    return {(one.code, one.place.key) for one in found if one.severity is Severity.ERROR}


def test_what_is_told_of_each_row() -> None:
    findings = {}
    for name, (file, before, after, _expected) in ROWS.items():
        base = laid_over(start(), file, before)
        findings[name] = findings_of(base, laid_over(base, file, after), REVIEW)
    same_as_golden(GOLDEN / "steps.fi.txt", told(findings, wording("fi")))


def test_what_a_client_names_in_the_process_stays_there() -> None:
    base = laid_over(start(), PROCESS, "roles: {archivist: {title: Arkistoija}}\nservices: {advice: {title: Neuvonta}}")
    named = laid_over(base, CLIENT, "extra_tasks: {move-archive: {role: archivist}}\nservice_starts: {advice: {}}")
    gone = "roles: {archivist: null}\nservices: {advice: null}"
    assert errors(base, laid_over(base, PROCESS, gone)) == set()
    assert errors(named, laid_over(named, PROCESS, gone)) >= {("POL541", ("roles",)), ("POL541", ("services",))}


def test_without_a_forges_word_the_help_tells_how_it_is_given() -> None:
    file, before, after, _expected = ROWS["a task that had no service's condition gets one"]
    base = laid_over(start(), file, before)
    (finding,) = findings_of(base, laid_over(base, file, after), Review(known=False))
    assert finding.help
    assert finding.help.key == "pol.policy-history-help"
