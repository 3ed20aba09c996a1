"""Every key of a client's file ends up where the model has it."""

# ruff: noqa: RUF001 - look-alike letters are what is tested

from datetime import date, time
from pathlib import Path

import pytest

from aloitus.loading.practice import load_client
from aloitus.model.client import (
    CLIENT_SIDE,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    Contact,
    InvoicingStatus,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.process import Side
from file_text import SOUND, a_client, client_file, found_in, help_of, placed, spoken, the_finding

FILES = Path(__file__).parent.parent / "cases" / "files"


def _example(name: str) -> Client:
    loaded = client_file((FILES / f"{name}.yaml").read_bytes(), f"clients/{name}.yaml")
    assert not loaded.findings, [spoken(finding) for finding in loaded.findings]
    assert loaded.value
    return loaded.value


def test_the_active_example_is_read_whole() -> None:
    client = _example("active")
    assert (client.id, client.name, client.business_id) == ("active", "Kuusipuun Saha Oy", "9000012-6")
    assert (client.process, client.status, client.group) == ("client-onboarding", ClientStatus.ACTIVE, "kuusipuu")
    assert (client.language, client.services) == ("fi", ("bookkeeping", "payroll", "purchase-ledger"))
    assert client.facts == ("data-transfer", "vat-liable")
    assert client.dates["service_started"] == date(2026, 11, 2)
    assert client.service_starts == {
        "payroll": ServiceStart(date(2027, 1, 4)),
        "purchase-ledger": ServiceStart(date(2026, 11, 2), date(2026, 11, 2)),
    }
    assert client.team["project-manager"] == ("mikko-lahtinen", "aino-virtanen")
    assert client.team["accountant"] == ("riikka-nieminen",)
    assert client.contacts == (
        Contact("Sanna Saha", "sanna@kuusipuu.example", "+358 40 000 0000"),
        Contact("Kalle Kuusi", "kalle@kuusipuu.example"),
    )
    assert client.systems == {"accounting": "Netvisor", "erp_engagement": "10482"}
    assert client.erp_tasks == {"project-manager": "88121", "accountant": "88122"}
    assert client.responsibilities == {"prepare-payments": Side.CLIENT}
    assert client.notes
    assert client.notes.startswith("Soita iltapäivisin;")


def test_the_entries_of_the_active_example_are_read_whole() -> None:
    client = _example("active")
    assert client.tasks["open-engagement"] == TaskEntry(
        Status.DONE, date(2026, 8, 19), "emma-saarela", "Toimeksianto 10482"
    )
    assert client.tasks["agree-bank-authorisations"] == TaskEntry(
        Status.WAITING,
        reason="Pankin sopimus tulossa viikolla 49",
        follow_up=date(2026, 12, 1),
        note="Soitettu 12.11., lomake lähetetty",
    )
    assert client.tasks["set-up-assets-loans-and-accruals"] == TaskEntry(
        Status.OPEN, due=date(2026, 12, 4), due_reason="Asiakkaan loma", assignee="aino-virtanen"
    )
    assert client.tasks["run-parallel-payroll"].approved_by == "outi-peltola"
    extra = client.extra_tasks["move-archive"]
    assert (extra.id, extra.title.say("fi"), extra.role) == ("move-archive", "Hae paperiarkisto", "support-services")
    assert (extra.due, extra.entry) == (
        date(2026, 12, 11),
        TaskEntry(Status.IN_PROGRESS, note="Noin 20 mappia", assignee="ville-niemi"),
    )
    assert client.extra_tasks["connect-scale"].title.say("en") == "Connect the scale to invoice checking"


def test_the_meetings_of_the_active_example_are_read_whole() -> None:
    meetings = _example("active").meetings
    kickoff = meetings["internal-kickoff"]
    assert (kickoff.status, kickoff.date, kickoff.time) == (MeetingStatus.HELD, date(2026, 8, 27), time(9))
    assert len(kickoff.participants) == 4
    assert kickoff.decisions[1] == "Koulutus pidetään etänä: Teams-linkki kutsussa"
    action = kickoff.actions["book-training"]
    assert (action.id, action.assignee, action.due) == ("book-training", "mikko-lahtinen", date(2026, 9, 4))
    assert action.entry == TaskEntry(Status.DONE, date(2026, 9, 3), "mikko-lahtinen")
    production = meetings["service-production-kickoff"]
    assert production.client_participants == ("Sanna Saha", "Kalle Kuusi")
    assert production.actions["send-payroll-agreements"].assignee == CLIENT_SIDE
    assert meetings["quick-review"].status is MeetingStatus.PLANNED


def test_the_invoicing_and_changes_of_the_active_example_are_read_whole() -> None:
    client = _example("active")
    item = client.invoicing["onboarding-project"]
    assert (item.id, item.work.say("fi"), item.status) == (
        "onboarding-project",
        "Käyttöönottoprojekti",
        InvoicingStatus.INVOICED,
    )
    assert (item.invoice, item.date) == ("20398", date(2026, 11, 13))
    assert client.invoicing["training"].approved_by == "outi-peltola"
    assert client.uninvoiced == Uninvoiced(2, date(2026, 11, 16), "hanna-lindqvist")
    assert client.changes[0] == Change(
        ChangeKind.DATE_MOVED,
        date(2026, 9, 25),
        "mikko-lahtinen",
        "Asiakas pyysi viikon lisää",
        "service_start",
        date(2026, 10, 26),
        date(2026, 11, 2),
    )
    assert client.closure is None


def test_the_closed_example_is_read_whole() -> None:
    client = _example("closed")
    assert client.status is ClientStatus.CLOSED
    assert client.closure == Closure(date(2026, 7, 16), "aino-virtanen", date(2026, 7, 16))
    assert {entry.status for entry in client.tasks.values()} == {Status.DONE, Status.NOT_APPLICABLE}


def test_a_group_and_a_pending_business_id_are_read() -> None:
    client = a_client("group: kuusipuu\nbusiness_id_pending: Yritys perusteilla\n")
    assert (client.group, client.business_id_pending) == ("kuusipuu", "Yritys perusteilla")


def test_a_side_is_overridden_in_a_word_or_as_the_process_writes_it() -> None:
    sides = a_client("responsibilities: {a: client, b: {side: firm}}\n").responsibilities
    assert sides == {"a": Side.CLIENT, "b": Side.FIRM}
    assert help_of(the_finding("responsibilities: {a: asiakas}\n")) == "Write: a: client"
    assert found_in("responsibilities: {a: {}}\n") == ["VAL202 5:23"]


@pytest.mark.parametrize("name", ["name", "process", "status", "services"])
def test_a_file_needs_name_process_status_and_services(name: str) -> None:
    text = "".join(line for line in SOUND.splitlines(keepends=True) if not line.startswith(name))
    loaded = client_file(text)
    (finding,) = loaded.findings
    assert placed(finding) == "VAL202 1:1"
    assert spoken(finding) == f"The key {name} is missing"
    assert f"for instance: {name}: " in help_of(finding)
    assert loaded.value
    assert loaded.value.id == "esimerkki"


def test_an_empty_required_key_is_pointed_at() -> None:
    loaded = client_file(SOUND.replace("Kuusipuun Saha Oy", ""))
    (finding,) = loaded.findings
    assert placed(finding) == "VAL202 1:1"
    assert spoken(finding) == "The key name has no value"
    assert loaded.value
    assert loaded.value.name == "esimerkki"


def test_services_without_a_value_are_missing() -> None:
    assert [placed(finding) for finding in client_file(SOUND.replace("[bookkeeping]", "")).findings] == ["VAL202 4:1"]


def test_a_purged_client_needs_no_services() -> None:
    purge = "{kind: purged, date: 2033-01-02, by: outi-peltola, reason: Säilytysaika päättyi}"
    text = f"name: Poistettu\nprocess: client-onboarding\nstatus: closed\nchanges: [{purge}]\n"
    loaded = client_file(text)
    assert not loaded.findings


@pytest.mark.parametrize(
    ("added", "place", "suggestion"),
    [
        ("note: a\n", "5:1", "notes"),
        ("extra-tasks: {}\n", "5:1", "extra_tasks"),
        ("Tasks: {}\n", "5:1", "tasks"),
        ("tasks: {a: {evidense: x}}\n", "5:13", "evidence"),
        ("tasks: {a: {followup: 2026-01-01}}\n", "5:13", "follow_up"),
        ("meetings: {a: {participant: []}}\n", "5:16", "participants"),
        ("invoicing: {item: {}}\n", "5:13", "items"),
        ("changes: [{kind: imported, form: 2026-01-01}]\n", "5:28", "from"),
        ("closure: {erp_close: 2026-01-01}\n", "5:11", "erp_closed"),
        ("systems: {erp_task: {}}\n", "5:11", "erp_tasks"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_known_one(added: str, place: str, suggestion: str) -> None:
    finding = the_finding(added)
    assert placed(finding) == f"VAL201 {place}"
    assert finding.place.on_key
    assert help_of(finding) == f"Did you mean: {suggestion}?"


@pytest.mark.parametrize("key", ["waivable", "optional", "criteria", "window", "gate", "roll", "weekday"])
def test_what_the_process_requires_is_no_key_of_a_client(key: str) -> None:
    assert {placed(finding) for finding in client_file(f"{SOUND}{key}: x\n").findings} == {"VAL201 5:1"}
    assert found_in(f"tasks: {{a: {{{key}: x}}}}\n") == ["VAL201 5:13"]


def test_a_key_is_not_suggested_when_it_is_there_already() -> None:
    assert help_of(the_finding("notes: a\nnote: b\n")).startswith("Here may stand:")


def test_a_misspelt_required_key_is_one_finding() -> None:
    loaded = client_file(SOUND.replace("status", "stаtus"))
    (finding,) = loaded.findings
    assert spoken(finding) == "The key stаtus isn't known: it has the character U+0430 CYRILLIC SMALL LETTER A"
    assert help_of(finding) == "Did you mean: status?"


def test_a_key_without_its_space_is_told_so() -> None:
    finding = the_finding("closure: {date:2026-01-01}\n")
    assert help_of(finding) == "Write: date: 2026-01-01"
    assert found_in("contacts:\n  - {name:a}\n") == ["VAL201 6:6"]


@pytest.mark.parametrize(
    ("added", "place", "message"),
    [
        ("tasks: []\n", "5:8", "a set of keys is meant here, and this is a list: []"),
        ("tasks: [a, b, c, d]\n", "5:8", "this is a list: [a, b, c, …]"),
        ("tasks: {a: done}\n", "5:12", "a set of keys is meant here, and this is a single value: done"),
        ("facts: vat-liable\n", "5:8", "a list is meant here, and this is a single value: vat-liable"),
        ("facts: {a: b}\n", "5:8", "a list is meant here, and this is a set of keys: {…}"),
        ("team: {a: {b: c}}\n", "5:11", "a single value or a list is meant here, and this is a set of keys"),
        ("contacts: [Sanna]\n", "5:12", "a set of keys is meant here, and this is a single value: Sanna"),
        ("notes: [a]\n", "5:8", "a single value is meant here, and this is a list: [a]"),
        ("dates: 2026-01-01\n", "5:8", "a set of keys is meant here"),
        ("meetings: {a: []}\n", "5:15", "a set of keys is meant here"),
        ('tasks: ""\n', "5:8", "a set of keys is meant here"),
        ("extra_tasks: {a: x}\n", "5:18", "a set of keys is meant here"),
    ],
)
def test_a_value_of_another_shape_is_refused(added: str, place: str, message: str) -> None:
    finding = the_finding(added)
    assert placed(finding) == f"VAL203 {place}"
    assert message in spoken(finding)
    assert finding.help


def test_a_missing_space_is_seen_where_keys_or_items_are_meant() -> None:
    assert help_of(the_finding("tasks:\n  a:\n    status:done\n")) == "Write: status: done"
    assert help_of(the_finding("facts:\n  -vat-liable\n")) == "Write: - vat-liable"


def test_bad_fields_are_left_out_and_the_rest_is_kept() -> None:
    loaded = client_file(f"{SOUND}tasks: {{a: {{status: done, date: 1.2.2026, by: Liisa Laine, evidence: X}}}}\n")
    assert len(loaded.findings) == 2
    assert loaded.value
    assert loaded.value.tasks["a"] == TaskEntry(Status.DONE, evidence="X")


def test_a_record_without_what_it_needs_has_a_stand_in() -> None:
    loaded = client_file(f"{SOUND}extra_tasks: {{a: , b: {{role: r}}}}\nmeetings: {{m: {{actions: {{c: {{}}}}}}}}\n")
    assert [placed(finding) for finding in loaded.findings] == [
        "VAL202 5:18",
        "VAL202 5:18",
        "VAL202 5:23",
        "VAL202 6:29",
        "VAL202 6:29",
    ]
    assert loaded.value
    assert loaded.value.extra_tasks["a"].title.say("fi") == "a"
    assert loaded.value.meetings["m"].actions["c"].assignee == ""


def test_items_that_can_not_be_used_are_left_out() -> None:
    invoicing = "invoicing: {items: {a: {status: open}}, uninvoiced: {checked: 2026-01-01}}\n"
    added = f"{invoicing}changes: [{{what: x}}]\ncontacts: [{{}}]\n"
    loaded = client_file(SOUND + added)
    assert [finding.code for finding in loaded.findings] == ["VAL202"] * 4
    assert loaded.value
    assert (loaded.value.uninvoiced, loaded.value.changes, loaded.value.contacts) == (None, (), ())
    assert loaded.value.invoicing["a"].work.say("fi") == "a"


def test_an_item_twice_is_refused_in_a_list_of_ids() -> None:
    finding = the_finding("facts: [vat-liable, data-transfer, vat-liable]\n")
    assert placed(finding) == "VAL218 5:36"
    assert spoken(finding) == "vat-liable stands in the list twice"
    a_client("meetings: {a: {client_participants: [Sanna, Sanna], decisions: [a, a]}}\n")


def test_an_empty_item_is_refused() -> None:
    assert found_in("facts: [vat-liable, ~]\n") == ["VAL202 5:21"]
    assert found_in("facts:\n  - vat-liable\n  -\n") == ["VAL202 7:4"]
    assert found_in("contacts: [, ]\n") == ["YML004 5:12"]


def test_a_team_role_has_one_person_or_several() -> None:
    assert a_client("team: {a: x, b: [x, y], c: }\n").team == {"a": ("x",), "b": ("x", "y")}
    assert found_in("team: {a: X y}\n") == ["VAL208 5:11"]


def test_keys_that_are_ids_are_judged_as_ids() -> None:
    assert found_in("tasks: {Open Engagement: {status: done}}\n") == ["VAL208 5:9"]
    assert found_in("team: {project manager: x}\n") == ["VAL208 5:8"]
    assert found_in("dates: {service-start: 2026-01-01, service_start: 2026-01-01}\n") == []
    assert found_in("dates: {Service start: 2026-01-01}\n") == ["VAL208 5:9"]


def test_a_text_by_language_is_in_the_firms_languages() -> None:
    tasks = a_client("extra_tasks: {a: {title: {fi: Nouda, en: Fetch}, role: r}}\n").extra_tasks
    assert (tasks["a"].title.say("fi"), tasks["a"].title.say("en")) == ("Nouda", "Fetch")
    assert found_in("extra_tasks: {a: {title: {fi: Nouda, sv: Hämta}, role: r}}\n") == ["VAL215 5:38"]
    assert found_in("extra_tasks: {a: {title: {fi: , en: }, role: r}}\n") == ["VAL202 5:26"]


def test_without_the_firms_languages_any_may_be_used() -> None:
    text = f"{SOUND}language: sv\nextra_tasks: {{a: {{title: {{sv: Hämta}}, role: r}}}}\n"
    assert not load_client("clients/a.yaml", text.encode(), first_language="fi").findings
    (finding,) = load_client("clients/a.yaml", b"%slanguage: Ruotsi\n" % SOUND.encode(), first_language="fi").findings
    assert finding.code == "VAL217"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Kuusipuun Saha", "kuusipuun-saha"),
        ("../x", "x"),
        ("a b", "a-b"),
        ("a" * 300, "a" * 63),
        ("ACME", "acme"),
        ("äiti", "aiti"),
    ],
)
def test_a_file_name_that_is_no_id_is_refused(name: str, suggestion: str) -> None:
    loaded = client_file(SOUND, f"clients/{name.replace('/', '')}.yaml")
    (finding,) = loaded.findings
    assert placed(finding) == "VAL214 1:1"
    assert help_of(finding).endswith(f"Call the file: {suggestion}.yaml")


def test_a_file_name_that_says_nothing_gets_no_suggestion() -> None:
    (finding,) = client_file(SOUND, "clients/株式会社.yaml").findings
    assert finding.help is None


def test_several_findings_come_in_the_order_of_their_places() -> None:
    added = "tasks: {a: {status: Done, date: 1.2.2026}}\nnote: a\nstatus: closed\ngroup: A\n"
    assert found_in(added) == ["VAL209 5:21", "VAL204 5:33", "VAL201 6:1", "YML011 7:1", "VAL208 8:8"]


def test_order_quotes_and_indentation_change_nothing() -> None:
    text = (FILES / "active.yaml").read_text("utf-8")
    blocks = "\n".join(line for line in text.splitlines() if line and not line.startswith("#")) + "\n"
    rewritten = blocks.replace("status: done", "'status': \"done\"").replace("  ", "    ")
    assert client_file(rewritten, "clients/active.yaml").value == _example("active")
