"""Where the reader found no id, the id that was meant is told by whoever knows which there are."""

from dataclasses import replace
from datetime import date

import pytest

from aloitus.findings import Finding
from aloitus.model.firm import Person
from aloitus.model.process import Responsibility, Side
from aloitus.rules.meant_names import MOST_NAMED, with_meant_names
from builders import a_client, a_meeting, a_process, a_task, text
from client_case import a_case
from file_text import SOUND, client_file, help_of, spoken

PROCESS = a_process(
    a_task("open-engagement", title=text("Perusta toimeksianto")),
    meetings=[a_meeting("internal-kickoff", "service_start", title=text("Sisäinen aloituspalaveri"))],
    responsibilities={"deliver": Responsibility("deliver", text("Tositteiden toimitus"), Side.CLIENT)},
)
CASE = a_case(a_client(), PROCESS, date(2026, 5, 15))


def told(lines: str) -> Finding:
    (finding,) = with_meant_names(client_file(f"{SOUND}{lines}\n").findings, CASE)
    return finding


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("tasks: {a: {by: Liisa}}", "by: liisa-laine"),
        ("tasks: {a: {approved_by: Eeva Esihenkilö}}", "approved_by: eeva-esihenkilo"),
        ("extra_tasks: {a: {title: A, role: Palkanlaskija}}", "role: payroll-accountant"),
        ("extra_tasks: {a: {title: A, role: seller, assignee: Liisa L}}", "assignee: liisa-laine"),
        ("meetings: {a: {participants: [Mäkinen]}}", "matti-makinen"),
        ("meetings: {a: {actions: {b: {title: B, assignee: TIINA}}}}", "assignee: tiina-tuki"),
        ("team: {seller: Matti Mäkinen}", "seller: matti-makinen"),
        ("team: {seller: [matti mäkinen]}", "matti-makinen"),
        ("team: {seller: [liisa laine]}", "liisa-laine"),
        ("team: {Palkanlaskija: liisa-laine}", "payroll-accountant"),
        ("systems: {erp_tasks: {Palkanlaskija: x}}", "payroll-accountant"),
        ("tasks: {Perusta toimeksianto: {}}", "open-engagement"),
        ("meetings: {Aloituspalaveri: {}}", "internal-kickoff"),
        ("responsibilities: {Tositteiden toimitus: firm}", "deliver"),
        ("dates: {First payday: 2026-05-31}", "first_payday"),
        ("facts: [VAT liable]", "vat-liable"),
        ("service_starts: {Payroll: {agreed: 2026-06-01}}", "payroll"),
        ("invoicing: {items: {a: {work: W, by: Liisa}}}", "by: liisa-laine"),
        ("closure: {by: Liisa}", "by: liisa-laine"),
    ],
)
def test_the_id_that_was_meant_is_the_one_to_write(lines: str, written: str) -> None:
    finding = told(lines)
    assert spoken(finding).startswith("“")
    assert help_of(finding) == f"Write instead: {written}"


@pytest.mark.parametrize(
    ("lines", "written"),
    [
        ("closure: {by: Outi}", "Known: liisa-laine, matti-makinen, tiina-tuki and eeva-esihenkilo"),
        ("closure: {by: 'liisa-laine, matti-makinen'}", "Known: liisa-laine, matti-makinen, tiina-tuki"),
        ("team: {seller: 'liisa-laine, matti-makinen'}", "If they are several ids, write: seller: [liisa-laine, matti"),
        ("facts: [Verot]", "Known: data-transfer and vat-liable"),
        ("team: {Myyntitykki: liisa-laine}", "Known: seller, supervisor, project-manager, accountant, payroll-accoun"),
        ("group: Kuusi", "Ids are lower-case letters a to z, digits and hyphens. Did you mean: group: kuusi"),
        (
            "extra_tasks: {Arkisto: {title: A, role: seller}}",
            "Ids are lower-case letters a to z, digits and hyphens. D",
        ),
    ],
)
def test_no_id_is_made_up_where_the_known_ones_can_be_told(lines: str, written: str) -> None:
    assert help_of(told(lines)).startswith(written)


def test_a_service_is_known_by_its_title() -> None:
    (finding,) = with_meant_names(client_file(SOUND.replace("[bookkeeping]", "[Payroll]")).findings, CASE)
    assert help_of(finding) == "Write instead: payroll"


def test_where_there_are_too_many_to_list_their_file_is_named() -> None:
    many = replace(PROCESS, tasks={f"task-{number}": a_task(f"task-{number}") for number in range(20)})
    people = {f"person-{number}": Person(f"person-{number}", f"N{number}") for number in range(20)}
    case = replace(a_case(a_client(), many, date(2026, 5, 15)), people=people)
    read = client_file(f"{SOUND}tasks: {{Outo: {{}}}}\nclosure: {{by: Outi}}\n").findings
    files = [finding.help.values["where"] for finding in with_meant_names(read, case) if finding.help]
    assert files == ["templates/processes/client-onboarding.yaml", "templates/people.yaml"]


def test_what_is_told_of_the_value_stays_what_the_reader_told() -> None:
    lines = "closure: {by: Liisa}"
    (read,) = client_file(f"{SOUND}{lines}\n").findings
    assert (told(lines).message, told(lines).place) == (read.message, read.place)


def test_of_very_many_the_first_are_named() -> None:
    lines = "tasks:\n" + "".join(f"  a{number}: {{by: Liisa}}\n" for number in range(MOST_NAMED + 1))
    helps = [help_of(finding) for finding in with_meant_names(client_file(SOUND + lines).findings, CASE)]
    assert [told.startswith("Write instead") for told in helps] == [True] * MOST_NAMED + [False]


def test_where_the_firms_people_could_not_be_read_the_reader_has_its_say() -> None:
    read = client_file(f"{SOUND}closure: {{by: Liisa}}\ntasks: {{a: {{status: x}}}}\n").findings
    assert with_meant_names(read, a_case(a_client(), PROCESS, date(2026, 5, 15), knows_people=False)) == list(read)
