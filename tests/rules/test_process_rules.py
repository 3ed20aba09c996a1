"""What is found in the firm's own files: each row lays a little over a sound process, or over the firm's people."""

from pathlib import Path

import pytest

from aloitus.findings import Example, KeyPath, Severity
from aloitus.i18n import wording
from aloitus.rules.approvals.approval import APPROVAL_KINDS
from aloitus.rules.process.circles import circles
from golden import same_as_golden
from rule_practice import PEOPLE as PEOPLE_OF_FIRM
from rule_practice import PROCESS, PROCESS_FILE, example_files, judge, judge_example, lay_over
from told import told

GOLDEN = Path(__file__).parent / "golden"
PEOPLE_FILE = "templates/people.yaml"


def found(text: str, file: str = PROCESS_FILE) -> dict[tuple[str, KeyPath], Severity]:
    findings = judge_example(Example(text, file=file)).findings
    return {(one.code, one.place.key): one.severity for one in findings if one.place.file == file}


NAMES = {
    "dates: {first_payday: {when: {services: [payrol]}}}": ("dates", "first_payday", "when", "services", 0),
    "dates: {first_payday: {default: end of month of start}}": ("dates", "first_payday", "default"),
    "services: {payroll: {lead: payroller}}": ("services", "payroll", "lead"),
    "roles: {payroll-implementer: {when: {services: [payrol]}}}": (
        "roles",
        "payroll-implementer",
        "when",
        "services",
        0,
    ),
    "responsibilities: {deliver-receipts: {when: {facts: [vat]}}}": (
        "responsibilities",
        "deliver-receipts",
        "when",
        "facts",
        0,
    ),
    "tasks: {open-engagement: {phase: begin}}": ("tasks", "open-engagement", "phase"),
    "tasks: {open-engagement: {due: signing + 1 workday}}": ("tasks", "open-engagement", "due"),
    "tasks: {open-engagement: {after: [nothing]}}": ("tasks", "open-engagement", "after", 0),
    "tasks: {open-engagement: {when: {facts: [vat]}}}": ("tasks", "open-engagement", "when", "facts", 0),
    "tasks: {open-engagement: {steps: [{fi: Avaa, when: {services: [pay]}}]}}": (
        "tasks",
        "open-engagement",
        "steps",
        0,
        "when",
        "services",
        0,
    ),
    "tasks: {hold-internal-kickoff: {fulfilled_by: meetings.kickoff}}": (
        "tasks",
        "hold-internal-kickoff",
        "fulfilled_by",
    ),
    "meetings: {quick-review: {due: start + 4 months}}": ("meetings", "quick-review", "due"),
    "meetings: {quick-review: {window: {earliest: start, latest: service_start + 7 months}}}": (
        "meetings",
        "quick-review",
        "window",
        "earliest",
    ),
    "meetings: {quick-review: {window: {earliest: service_start + 3 months, latest: start + 7 months}}}": (
        "meetings",
        "quick-review",
        "window",
        "latest",
    ),
    "meetings: {quick-review: {chair: manager}}": ("meetings", "quick-review", "chair"),
    "meetings: {quick-review: {participants: [supervisor, manager]}}": ("meetings", "quick-review", "participants", 1),
    "meetings: {quick-review: {also: [manager]}}": ("meetings", "quick-review", "also", 0),
    "meetings: {quick-review: {agenda: [{title: A, duration: 5, when: {services: [pay]}}]}}": (
        "meetings",
        "quick-review",
        "agenda",
        0,
        "when",
        "services",
        0,
    ),
    "gates: {start: {day: start}}": ("gates", "start", "day"),
    "gates: {closure: {criteria: [all-tasks-final, {meeting-held: review}, work-invoiced, closed-in-erp]}}": (
        "gates",
        "closure",
        "criteria",
        1,
        "meeting-held",
    ),
}


@pytest.mark.parametrize(("text", "key"), NAMES.items(), ids=NAMES)
def test_every_name_within_the_process_is_known(text: str, key: KeyPath) -> None:
    assert ("PRO701", key) in found(text)
    unknown = (one for one in judge_example(Example(text, file=PROCESS_FILE)).findings if one.code == "PRO701")
    assert {one.help.values["where"] for one in unknown if one.help} == {PROCESS_FILE}


ROWS: dict[str, tuple[str, set[tuple[str, KeyPath]]]] = {
    "a task may not wait for itself": (
        "tasks: {open-engagement: {after: [open-engagement]}}",
        {("PRO702", ("tasks", "open-engagement", "after"))},
    ),
    "a criterion that is missing can be pasted": (
        "gates: {closure: {criteria: [{meeting-held: quick-review}]}}",
        {("PRO704", ("gates", "closure", "criteria"))},
    ),
    "a meeting's due day lies in its window": (
        "meetings: {quick-review: {due: service_start + 8 months}}",
        {("PRO712", ("meetings", "quick-review", "due"))},
    ),
    "windows from different days are not compared": (
        "meetings: {quick-review: {window: {earliest: agreement_signed + 9 months, latest: service_start + 7 months}}}",
        set(),
    ),
    "working days, days and months are compared by their length": (
        "meetings: {quick-review: {window: {earliest: service_start + 60 workdays, latest: service_start + 200 days}}}",
        set(),
    ),
    "running needs a day to run from": (
        "tasks: {open-engagement: {running: true}}",
        {("PRO714", ("tasks", "open-engagement", "running"))},
    ),
    "a task may begin and end": (
        "tasks: {open-engagement: {from: 2026-01-01, until: 2026-09-01, running: true}}",
        set(),
    ),
    "every title that comes again is told of": (
        (
            "tasks: {identify-client: {title: {fi: Perusta toimeksianto, en: Set up the engagement}},"
            " run-parallel-payroll: {title: {fi: Sovi pankkivaltuutukset, en: Agree bank authorisations}}}"
        ),
        {
            ("PRO713", ("tasks", "identify-client", "title")),
            ("PRO713", ("tasks", "run-parallel-payroll", "title")),
        },
    ),
    "a guide that nobody could mean": (
        "tasks: {hold-quick-review: {guide: xyzzy}}",
        {("PRO708", ("tasks", "hold-quick-review", "guide"))},
    ),
    "a meeting may be due on the first day of its window": (
        "meetings: {quick-review: {due: service_start + 3 months}}",
        set(),
    ),
    "a service may be without a lead and a meeting without a chair": (
        "services: {payroll: {lead: null}}\nmeetings: {internal-kickoff: {chair: null}}",
        set(),
    ),
    "running may run from its first day or to its last": (
        (
            "tasks: {open-engagement: {from: 2026-01-01, running: true},"
            " agree-bank-authorisations: {until: 2026-09-01, running: true}}"
        ),
        set(),
    ),
    "without any criteria each is to be pasted": (
        "gates: {closure: null}",
        {("PRO704", ("gates", "closure", "criteria"))},
    ),
    "without meetings the quick review's usual name is shown": (
        "meetings: null\ntasks: {hold-internal-kickoff: null, hold-quick-review: null}\ngates: {closure: null}",
        {("PRO704", ("gates", "closure", "criteria"))},
    ),
    "a meeting takes as long as its agenda": (
        "meetings: {internal-kickoff: {duration: 1}}",
        {("PRO707", ("meetings", "internal-kickoff", "duration"))},
    ),
    "a meeting whose length is missing is told of that alone": (
        "meetings: {internal-kickoff: {duration: null}}",
        {("VAL202", ("meetings", "internal-kickoff"))},
    ),
    "without any approvals a supervisor's are proposed": (
        "approvals: null",
        {("PRO709", ("approvals", kind)) for kind in APPROVAL_KINDS},
    ),
    "an approver's role that nobody has isn't meant for another": (
        "roles: {archivist: {title: {fi: Arkistoija}}}\napprovals: {waiver: [project-manager, archivist]}",
        {("PRO710", ("approvals", "waiver", 1))},
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_a_process_is_sound(text: str, expected: set[tuple[str, KeyPath]]) -> None:
    assert set(found(text)) == expected


def test_a_guide_missing_in_another_language_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("rule_practice").GUIDES, "en", ("know-your-client",))
    (finding,) = judge_example(Example("title: {fi: Otsikko, en: Title}", file=PROCESS_FILE)).findings
    assert (finding.code, finding.place.key) == ("PRO708", ("tasks", "open-engagement", "guide"))
    assert finding.severity is Severity.WARNING
    assert finding.help
    assert finding.help.key != "rules.did-you-mean"


PEOPLE = {
    "a handle isn't another's id": (
        "matti-makinen: {handle: Liisa-Laine}",
        {("PRO715", ("matti-makinen", "handle"))},
    ),
    "a handle may be one's own id": ("matti-makinen: {handle: matti-makinen}", set()),
    "an approver's role is known": ("matti-makinen: {roles: [accountant, supervisor]}", set()),
}


@pytest.mark.parametrize(("text", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_people_are_told_apart(text: str, expected: set[tuple[str, KeyPath]]) -> None:
    assert set(found(text, PEOPLE_FILE)) == expected


def test_circles_are_found_once_from_their_first_member() -> None:
    names = {"a": ["b"], "b": ["c", "x"], "c": ["b", "a"], "d": ["d", "a"], "e": []}
    assert list(circles(names)) == [("b", "c"), ("a", "b", "c"), ("d",)]
    assert list(circles({"a": ["d"], "d": ["d"]})) == [("d",)]


def test_a_long_chain_is_no_circle_and_no_burden() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert list(circles(chain)) == []


def test_a_circle_is_told_from_its_first_member() -> None:
    assert list(circles({"a": ["c"], "b": ["c"], "c": ["b"]})) == [("b", "c")]


def test_what_is_told_of_each_row() -> None:
    of_process = {text: judge_example(Example(text, file=PROCESS_FILE)) for text in NAMES}
    of_process |= {name: judge_example(Example(text, file=PROCESS_FILE)) for name, (text, _expected) in ROWS.items()}
    of_people = {name: judge_example(Example(text, file=PEOPLE_FILE)) for name, (text, _expected) in PEOPLE.items()}
    findings = {name: judged.findings for name, judged in (of_process | of_people).items()}
    same_as_golden(GOLDEN / "processes.fi.txt", told(findings, wording("fi")))


def test_roles_of_people_are_those_of_processes_and_of_their_approvals() -> None:
    process = lay_over(PROCESS, "approvals: {waiver: [supervisor, partner]}")
    people = lay_over(PEOPLE_OF_FIRM, "eeva-esihenkilo: {roles: [supervisor, accountant, project-manager, partner]}")
    judged = judge(example_files() | {PROCESS_FILE: process, PEOPLE_FILE: people})
    assert [one.code for one in judged.findings if one.place.file == PEOPLE_FILE] == []


def test_a_role_that_nobody_knows_is_sought_among_the_processes() -> None:
    judged = judge_example(Example("matti-makinen: {roles: [xyzzy]}", file=PEOPLE_FILE))
    (finding,) = (one for one in judged.findings if one.place.file == PEOPLE_FILE)
    assert finding.help
    assert finding.help.values["where"] == "templates/processes"


def test_without_a_process_no_role_is_unknown() -> None:
    files = {file: text for file, text in example_files().items() if file != PROCESS_FILE}
    assert [one.code for one in judge(files).findings if one.place.file == PEOPLE_FILE] == []
