"""The process, the firm and its people."""

from datetime import date
from pathlib import Path

import pytest

from aloitus.loading.practice import load_firm, load_people, load_process
from aloitus.model.condition import ALWAYS, Condition
from aloitus.model.due_rule import DueRule, Offset, Roll, Unit
from aloitus.model.firm import Firm, Forge, ForgeKind, Person
from aloitus.model.process import (
    AgendaItem,
    ClosureCriterion,
    ClosureGate,
    Criterion,
    FulfilledBy,
    LiveContent,
    Process,
    Record,
    Side,
    StartGate,
    Step,
    Window,
)
from aloitus.model.text import Text
from file_text import LANGUAGES, firm_file, help_of, people_file, placed, process_file, spoken

TEMPLATES = Path(__file__).parents[2] / "templates"

FULL = (Path(__file__).parents[1] / "cases" / "files" / "process.yaml").read_text("utf-8")
"""A process with every key in it."""


def _full() -> Process:
    process, findings = process_file(FULL)
    assert not findings, [spoken(finding) for finding in findings]
    return process


def test_the_parts_of_a_process_are_read_whole() -> None:
    process = _full()
    assert (process.id, process.title.say("en")) == ("pieni", "Onboarding")
    assert process.dates["first_payday"].when == Condition(("payroll",))
    assert process.dates["first_payday"].default == DueRule("service_start", end_of_month=True)
    assert process.services["payroll"].lead == "payroll-accountant"
    assert process.facts["mid-year-payroll"].title == Text.plain("Kesken vuoden")
    assert process.phases["start"].id == "start"
    role = process.roles["payroll-implementer"]
    assert (role.responsibility, role.when) == (Text.plain("Palkanlaskennan prosessi"), Condition(("payroll",)))
    duty = process.responsibilities["deliver-receipts"]
    assert (duty.side, duty.when) == (Side.CLIENT, Condition(("bookkeeping",)))
    assert process.approvals == {"waiver": ("supervisor",), "late-review": ("supervisor", "project-manager")}


def test_a_task_of_a_process_is_read_whole() -> None:
    task = _full().tasks["open-engagement"]
    assert (task.id, task.phase, task.role) == ("open-engagement", "start", "support-services")
    assert task.when == Condition(("payroll", "bookkeeping"), ("data-transfer",))
    assert task.due == DueRule("agreement_signed", offsets=(Offset(2, Unit.WORKDAYS),))
    assert (task.roll, task.after, task.at_start_gate) == (Roll.FORWARD, ("report-new-client",), True)
    assert task.guide == "setting-up-an-engagement"
    assert task.steps == (
        Step(Text((("fi", "Ensin"), ("en", "First")))),
        Step(Text.plain("Sitten")),
        Step(Text((("fi", "Lopuksi"), ("en", "Last"))), Condition(facts=("vat-liable",))),
    )
    assert task.client_input == (
        Text((("fi", "Kaupparekisteriote"), ("en", "Register extract"))),
        Text.plain("Yhtiöjärjestys"),
    )
    assert task.evidence == Text((("fi", "Numero"), ("en", "Number")))
    assert (task.waivable, task.running) == (False, True)
    assert task.fulfilled_by == FulfilledBy(Record.MEETING, "quick-review")
    assert (task.applies_from, task.applies_until) == (date(2026, 9, 1), date(2027, 1, 1))


def test_a_meeting_of_a_process_is_read_whole() -> None:
    process = _full()
    review = process.meetings["quick-review"]
    assert review.due == DueRule("service_start", offsets=(Offset(4, Unit.MONTHS),))
    assert review.window == Window(
        DueRule("service_start", offsets=(Offset(3, Unit.MONTHS),)),
        DueRule("service_start", offsets=(Offset(7, Unit.MONTHS),)),
    )
    assert (review.duration, review.with_client, review.chair) == (30, False, "project-manager")
    assert (review.participants, review.also) == (("project-manager", "accountant"), ("seller",))
    assert review.agenda == (AgendaItem(Text.plain("Tehtävät"), 5, Condition(("payroll",)), LiveContent.OPEN_TASKS),)
    assert process.meetings["kickoff"].participants is None


def test_the_gates_of_a_process_are_read_whole() -> None:
    process = _full()
    assert process.start_gate == StartGate(Text.plain("Alku"), "service_start")
    assert process.closure_gate == ClosureGate(
        Text(()),
        (
            ClosureCriterion(Criterion.ALL_TASKS_FINAL),
            ClosureCriterion(Criterion.MEETING_HELD, "quick-review"),
            ClosureCriterion(Criterion.WORK_INVOICED),
            ClosureCriterion(Criterion.CLOSED_IN_ERP),
        ),
    )


def test_a_task_that_says_little_has_the_defaults() -> None:
    process, _ = process_file("title: P\ntasks: {a: {title: A, phase: p, role: r, due: service_start}}\n")
    task = process.tasks["a"]
    assert (task.when, task.roll, task.waivable, task.at_start_gate, task.fulfilled_by) == (
        ALWAYS,
        Roll.BACK,
        True,
        False,
        None,
    )


def test_the_firms_own_process_has_no_findings() -> None:
    path = TEMPLATES / "processes" / "client-onboarding.yaml"
    loaded = load_process(str(path), path.read_bytes(), LANGUAGES)
    assert not loaded.findings, [(placed(finding), spoken(finding)) for finding in loaded.findings]
    assert loaded.value
    assert len(loaded.value.tasks) >= 70
    assert not load_firm("templates/firm.yaml", (TEMPLATES / "firm.yaml").read_bytes()).findings
    assert not load_people("templates/people.yaml", (TEMPLATES / "people.yaml").read_bytes()).findings


@pytest.mark.parametrize(
    ("record", "value"),
    [
        ("invoicing.items", FulfilledBy(Record.INVOICING_ITEMS)),
        ("invoicing.uninvoiced", FulfilledBy(Record.UNINVOICED)),
        ("closure.erp_closed", FulfilledBy(Record.ERP_CLOSED)),
        ("meetings.a", FulfilledBy(Record.MEETING, "a")),
    ],
)
def test_a_task_is_fulfilled_by_a_record(record: str, value: FulfilledBy) -> None:
    process, _ = process_file(FULL.replace("meetings.quick-review", record))
    assert process.tasks["open-engagement"].fulfilled_by == value


PROCESS_MISTAKES = [
    (
        "fulfilled_by: meetings.quick-review",
        "fulfilled_by: meetings",
        "VAL216",
        "Choices: meetings.<id>, invoicing.items",
    ),
    ("fulfilled_by: meetings.quick-review", "fulfilled_by: [a]", "VAL203", ""),
    ("fulfilled_by: meetings.quick-review", "fulfilled_by: meeting", "VAL216", "closure.erp_closed"),
    ("all-tasks-final,", "all-tasks-done,", "VAL209", "Write: all-tasks-final"),
    ("{meeting-held: quick-review}", "meeting-held", "VAL209", ""),
    ("{meeting-held: quick-review}", "{meeting_held: quick-review}", "VAL201", "Did you mean: meeting-held?"),
    ("{meeting-held: quick-review}", "{}", "VAL202", "meeting-held: quick-review"),
    ("{meeting-held: quick-review}", "[]", "VAL209", ""),
    ("gate: start", "gate: begin", "VAL209", "Choices: start"),
    ("gate: start", "gate: starts", "VAL209", "Write: gate: start"),
    ("roll: forward", "roll: Forward", "VAL209", "Write: roll: forward"),
    ("side: client", "side: asiakas", "VAL209", "Write: side: client"),
    ("shows: open-tasks", "shows: tasks", "VAL209", "Write: shows: open-tasks"),
    ("duration: 30", "duration: 0", "VAL206", "digits only"),
    ("duration: 30", "duration: 30 min", "VAL206", "digits only"),
    ("participants: team", "participants: Team", "VAL203", "[one, another]"),
    ("participants: team", "participants: {a: b}", "VAL203", "[one, another]"),
    ("waiver:", "waivers:", "VAL201", "Did you mean: waiver?"),
    ("latest: service_start + 7 months", "latest: 7 months", "VAL210", ""),
    ("      - Sitten\n", "      - {sv: Sen}\n", "VAL215", "fi and en"),
    ("      - Sitten\n", "      - {fi: Sitten, when: {fact: [a]}}\n", "VAL201", "Did you mean: facts?"),
    ("      - Sitten\n", "      -\n", "VAL202", None),
    ("      - Sitten\n", "      - {when: {facts: [a]}}\n", "VAL202", "one language at least"),
    ("day: service_start", "day: Service start", "VAL208", ""),
    ("evidence: {fi: Numero, en: Number}", "evidence: {fi: [a], en: Number}", "VAL203", ""),
    ("    title: Perusta toimeksianto\n", "", "VAL202", ""),
    ("    phase: start\n", "", "VAL202", "phase: start"),
    ("    role: support-services\n", "", "VAL202", "role: support-services"),
    ("    due: agreement_signed + 2 workdays\n", "", "VAL202", "due: service_start - 15 workdays"),
    (
        "    criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]\n",
        "",
        "VAL202",
        "closed-in-erp]",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "code", "advice"), PROCESS_MISTAKES)
def test_a_mistake_in_a_process_is_one_finding(right: str, wrong: str, code: str, advice: str | None) -> None:
    assert right in FULL
    text = FULL.replace(right, wrong)
    if "criteria" in right:
        text = text.replace("  closure:\n", "  closure: {}\n")
    process, findings = process_file(text)
    (finding,) = findings
    assert finding.code == code
    assert (finding.help is None) if advice is None else advice in help_of(finding)
    assert process.tasks


def test_the_firm_is_read_whole() -> None:
    firm, findings = firm_file(
        "name: Esimerkkitilit Oy\nlanguages: [sv, fi]\ncountry: SE\ntimezone: Europe/Stockholm\nretention_years: 7\n"
        "as_of: 2026-11-23\nforge: {kind: gitlab, url: https://a.example/b, branch: trunk}\n"
    )
    assert not findings
    forge = Forge(ForgeKind.GITLAB, "https://a.example/b", "trunk")
    assert firm == Firm("Esimerkkitilit Oy", ("sv", "fi"), "SE", "Europe/Stockholm", 7, date(2026, 11, 23), forge)


def test_a_firm_with_a_name_alone_has_the_defaults() -> None:
    assert firm_file("name: F\n") == (Firm("F"), ())
    assert firm_file("name: F\nlanguages: []\nforge: {kind: github, url: u}\n")[0].languages == ("fi", "en")


@pytest.mark.parametrize(
    ("line", "code", "advice"),
    [
        ("timezone: Helsinki", "VAL217", "timezone: Europe/Helsinki"),
        ("timezone: ../etc/passwd", "VAL217", "timezone: Europe/Helsinki"),
        ("timezone: [a]", "VAL203", ""),
        ("country: fi", "VAL217", "country: FI"),
        ("country: [FI]", "VAL203", ""),
        ("languages: [suomi]", "VAL217", "fi or en"),
        ("languages: fi", "VAL203", ""),
        ("retention_years: 200", "VAL206", ""),
        ("forge: {kind: GitHub, url: u}", "VAL209", "kind: github"),
        ("forge: {url: u}", "VAL202", "kind: github"),
        ("forge: {kind: github}", "VAL202", "url: https://"),
        ("colour: red", "VAL201", "Did you mean: country?"),
        ("vat: red", "VAL201", "Here may stand"),
    ],
)
def test_a_mistake_in_the_firm_is_one_finding(line: str, code: str, advice: str) -> None:
    _, (finding,) = firm_file(f"name: F\n{line}\n")
    assert finding.code == code
    assert advice in help_of(finding)


def test_empty_settings_of_the_firm_have_the_defaults() -> None:
    assert firm_file("name: F\ncountry:\ntimezone: ~\nlanguages:\nas_of:\nforge:\n") == (Firm("F"), ())


def test_people_are_read_whole() -> None:
    people, findings = people_file(
        "liisa-laine: {name: Liisa Laine, email: l@a.example, roles: [project-manager, accountant], handle: LiisaL}\n"
        "olli: {name: Olli, left: 2026-07-31}\n"
    )
    assert not findings
    assert people == {
        "liisa-laine": Person("liisa-laine", "Liisa Laine", ("project-manager", "accountant"), "l@a.example", "LiisaL"),
        "olli": Person("olli", "Olli", left=date(2026, 7, 31)),
    }


def test_a_mistake_in_people_leaves_the_person() -> None:
    people, findings = people_file("liisa-laine: {nimi: Liisa, roles: supervisor}\nLiisa Laine: {name: Liisa}\n")
    assert [placed(finding) for finding in findings] == ["VAL201 1:15", "VAL203 1:35", "VAL208 2:1"]
    assert [help_of(finding) for finding in findings[:2]] == ["Did you mean: name?", "Write: roles: [supervisor]"]
    assert people == {"liisa-laine": Person("liisa-laine", "liisa-laine")}


def test_an_empty_record_that_fulfils_is_absent() -> None:
    process, findings = process_file(FULL.replace("fulfilled_by: meetings.quick-review", "fulfilled_by:"))
    assert not findings
    assert process.tasks["open-engagement"].fulfilled_by is None
