"""Verbs write what was said into the client's file, and nothing else."""

import difflib
import json
from pathlib import Path

import pytest

from firm import TODAY, FirmOnDisk, firm_on_disk, new_client

CLIENT = "kuusipuun-saha"
WHO = ("--by", "aino-virtanen", "--today", TODAY)
NOW = f"date: {TODAY}, by: aino-virtanen"
APPROVAL = "reason: Sovittu asiakkaan kanssa, approved_by: outi-peltola"
APPROVED = ("--reason", "Sovittu asiakkaan kanssa", "--approved-by", "outi-peltola")


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    firm = firm_on_disk(tmp_path)
    assert new_client(firm, "--team", "project-manager=aino-virtanen,mikko-lahtinen").code == 0
    return firm


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("done", "open-engagement", "--evidence", "10482"),
         ["-    status: open", "+    status: done", f"+    date: {TODAY}", "+    by: aino-virtanen",
          '+    evidence: "10482"']),
        (("start", "open-engagement"), ["-    status: open", "+    status: in-progress"]),
        (("wait", "open-engagement", "--reason", "Pankki: viikolla 48", "--follow-up", "2026-11-30"),
         ["-    status: open", "+    status: waiting", '+    reason: "Pankki: viikolla 48"',
          "+    follow_up: 2026-11-30"]),
        (("block", "open-engagement", "--reason", "Ei sopimusta"),
         ["-    status: open", "+    status: blocked", "+    reason: Ei sopimusta"]),
        (("waive", "study-client-business", *APPROVED),
         ["-    status: open", "+    status: not-applicable", f"+    date: {TODAY}", "+    by: aino-virtanen",
          "+    reason: Sovittu asiakkaan kanssa", "+    approved_by: outi-peltola"]),
        (("assign", "open-engagement", "--to", "Emma Saarela"), ["+    assignee: emma-saarela"]),
        (("move-due", "open-engagement", "--to", "2026-12-01", "--reason", "Loma"),
         ["+    due: 2026-12-01", "+    due_reason: Loma"]),
        (("meet", "internal-kickoff", "--date", "2026-11-30", "--time", "9:00"),
         ["+", "+meetings:", "+  internal-kickoff:                  # Sisäinen aloituspalaveri", "+    status: planned",
          "+    date: 2026-11-30", '+    time: "09:00"']),
        (("invoice", "onboarding-project", "--number", "20311", "--work", "Käyttöönottoprojekti"),
         ["+", "+invoicing:", "+  items:", "+    onboarding-project:", "+      work: Käyttöönottoprojekti",
          "+      status: invoiced", '+      invoice: "20311"', f"+      date: {TODAY}"]),
        (("write-off", "training", "--work", "Koulutus 3 h", *APPROVED),
         ["+", "+invoicing:", "+  items:", "+    training:", "+      work: Koulutus 3 h", "+      status: written-off",
          f"+      date: {TODAY}", "+      reason: Sovittu asiakkaan kanssa", "+      by: aino-virtanen",
          "+      approved_by: outi-peltola"]),
        (("uninvoiced", "--rows", "2"),
         ["+", "+invoicing:", f"+  uninvoiced: {{rows: 2, checked: {TODAY}, by: aino-virtanen}}"]),
        (("staff", "seller", "kari-akerlund", "katri-honkanen"),
         ["-  seller: kari-akerlund", "+  seller: [kari-akerlund, katri-honkanen]"]),
        (("move-date", "service_start", "--to", "2027-03-01", "--reason", "Pyyntö"),
         ["-  service_start: 2027-02-01", "+  service_start: 2027-03-01", "+", "+changes:",
          f"+  - {{kind: date-moved, what: service_start, from: 2027-02-01, to: 2027-03-01, {NOW}, reason: Pyyntö}}"]),
        (("move-date", "software_training", "--to", "2027-01-20"), ["+  software_training: 2027-01-20"]),
        (("remove-service", "payroll", *APPROVED),
         ["-services: [bookkeeping, payroll]", "+services: [bookkeeping]", "+", "+changes:",
          f"+  - {{kind: service-removed, what: payroll, {NOW}, {APPROVAL}}}"]),
        (("cancel", *APPROVED), []),
    ],
)  # fmt: skip
def test_a_verb_changes_these_lines_and_no_others(
    firm: FirmOnDisk, words: tuple[str, ...], expected: list[str]
) -> None:
    before = firm.text(CLIENT)
    shown = firm.run(words[0], CLIENT, *words[1:], *WHO, "--dry-run")
    assert firm.text(CLIENT) == before
    answer = firm.run(words[0], CLIENT, *words[1:], *WHO)
    if not expected:
        assert answer.code == 1  # an active client is cancelled only when its work is settled
        assert firm.text(CLIENT) == before
        return
    assert (answer.code, answer.err) == (0, "")
    assert changed_lines(before, firm.text(CLIENT)) == expected
    assert [line for line in shown.out.splitlines() if line[:1] in "+-" and line[:3] not in ("---", "+++")] == expected


def test_an_added_service_brings_its_tasks_in_the_processs_order(firm: FirmOnDisk) -> None:
    before = firm.text(CLIENT)
    answer = firm.run("add-service", CLIENT, "sales-ledger", "--reason", "Sovittu lisäpalvelu", *WHO)
    assert answer.code == 0, answer.err
    other = firm_on_disk(firm.root / "other")
    new_client(
        other,
        "--team",
        "project-manager=aino-virtanen,mikko-lahtinen",
        services=("bookkeeping", "payroll", "sales-ledger"),
    )
    tasks = [line for line in other.text(CLIENT).splitlines() if line.startswith("  ") and "#" in line]
    assert [line for line in firm.text(CLIENT).splitlines() if line.startswith("  ") and "#" in line] == tasks
    removed = [line for line in changed_lines(before, firm.text(CLIENT)) if line.startswith("-")]
    assert removed == ["-services: [bookkeeping, payroll]"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("done", CLIENT, "open-engagment"), "Tarkoititko: open-engagement?"),
        (("done", "kuusipun-saha", "open-engagement"), "Tarkoititko: kuusipuun-saha?"),
        (("done", CLIENT, "hold-quick-review"), f"aloitus meet {CLIENT} quick-review --held"),
        (("done", CLIENT, "open-engagement", "--by", "aino-virtannen"), "Tarkoititko: aino-virtanen?"),
        (("done", CLIENT, "open-engagement", "--date", "2027-01-01"), "tulevaisuudessa"),
        (("waive", CLIENT, "study-client-business", "--reason", "x y"), "--approved-by"),
        (("waive", CLIENT, "identify-client", *APPROVED), "ei voi merkitä ei koske -tilaan"),
        (("waive", CLIENT, "study-client-business", "--reason", "Ei koske", "--approved-by", "aino-virtanen"),
         "Aino Virtanen ei saa"),
        (("wait", CLIENT, "open-engagement", "--reason", "n/a"), "ei kerro mitään"),
        (("move-date", CLIENT, "service_start", "--to", "2027-01-01"), "--reason"),
        (("move-date", CLIENT, "service_start", "--to", "2027-01-04", "--reason", "Kiire"), "--approved-by"),
        (("remove-service", CLIENT, "payrol", *APPROVED), "Tarkoititko: payroll?"),
        (("move-date", CLIENT, "service_started", "--to", "2026-11-20", *APPROVED),
         f"aloitus start-service {CLIENT} --date 2026-11-20"),
        (("move-date", CLIENT, "xyz", "--to", "2026-11-20"), "service_started "),
        (("reopen", CLIENT, *APPROVED), "käynnissä"),
        (("decide", CLIENT, "internal-kickoff", "Etänä"), "aloitus meet"),
        (("act", CLIENT, "internal-kickoff", "Varaa", "--assignee", "client", "--due", "2027-01-01"),
         "päätöksiä eikä toimenpiteitä"),
        (("start-service", CLIENT), "Aloitusportin tehtävä on kesken: Tunnista asiakas"),
        (("close", CLIENT), f"Ohje: Kuittaa ne, jotka on tehty: aloitus done {CLIENT} TEHTÄVÄ…"),
        (("close", CLIENT), f"aloitus start-service {CLIENT} --date 2027-02-01"),
        (("done", CLIENT, "perusta asiakkaan"), "Tarkoititko: open-accounting-system?"),
        (("done", CLIENT, "xyz"), f"aloitus status {CLIENT}"),
        (("done", CLIENT, "open-engagement", "--by", "outi"), "Tarkoititko: outi-peltola?"),
        (("done", CLIENT, "open-engagement", "--by", "xyzzy"), "templates/people.yaml"),
        (("add-service", CLIENT, "reskontra", "--reason", "Sovittu"), "sales-ledger     Myyntireskontra"),
        (("add-fact", CLIENT, "alv", "--reason", "Sovittu"), "vat-liable"),
        (("assign", CLIENT, "open-engagement", "--to", "olli-kettunen"), "lähtenyt 31.7.2026"),
        (("staff", CLIENT, "accountant", "olli-kettunen"), "lähtenyt 31.7.2026"),
        (("meet", CLIENT, "internal-kickoff", "--held", "--cancelled"), "Anna vain toinen"),
        (("waive", CLIENT, "study-client-business", "--reason", "Ei koske", "--approved-by", "aino-virtanen"),
         "--approved-by outi-peltola"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_refused_with_what_to_do(
    firm: FirmOnDisk, words: tuple[str, ...], part: str
) -> None:
    before = firm.text(CLIENT)
    who = WHO if "--by" not in words else WHO[2:]
    answer = firm.run(*words, *who)
    assert answer.code in (1, 2)
    assert part in answer.err
    assert answer.out == ""
    assert firm.text(CLIENT) == before


def test_a_task_that_is_done_keeps_its_day_and_its_person(firm: FirmOnDisk) -> None:
    done = ("done", CLIENT, "open-engagement", "--by", "outi-peltola", "--date", "20.11.2026", "--today", TODAY)
    assert firm.run(*done).code == 0
    again = firm.run("done", CLIENT, "Perusta asiakas ja toimeksianto toiminnanohjausjärjestelmään", *WHO)
    assert "kaikki oli jo kirjattu" in again.out
    assert f"aloitus open {CLIENT} open-engagement" in again.out
    assert "    date: 2026-11-20\n    by: outi-peltola\n" in firm.text(CLIENT)
    more = firm.run("done", CLIENT, "open-engagement", "archive-agreement", "--evidence", "Toimeksianto 10482", *WHO)
    assert "Oli jo valmis" in more.out
    assert "Näyttö lisätty: Toimeksianto 10482" in more.out
    other = firm.run("done", CLIENT, "open-engagement", "--evidence", "Toimeksianto 10483", *WHO)
    assert "Näyttö vaihdettu: Toimeksianto 10483 (ennen: Toimeksianto 10482)" in other.out
    assert firm.run("done", CLIENT, "open-engagement", "--evidence", "Toimeksianto 10482", *WHO).code == 0
    assert "    date: 2026-11-20\n    by: outi-peltola\n    evidence: Toimeksianto 10482\n" in firm.text(CLIENT)
    assert firm.text(CLIENT).count("evidence: Toimeksianto 10482") == 2
    assert "oli valmis 20.11.2026, Outi Peltola" in firm.run("open", CLIENT, "open-engagement", *WHO).out


def passed_gate(firm: FirmOnDisk) -> tuple[str, ...]:
    """Who records, on the day after production began on 15.2.2027 and was recorded for the day before it."""
    known = json.loads(firm.run("status", CLIENT, "--json").out)["client"]["tasks"]
    gate = [task["id"] for task in known if task["at_start_gate"]]
    late = ("--by", "aino-virtanen", "--today", "2027-02-16")
    assert firm.run("done", CLIENT, *gate, *late, "--date", "2027-01-29", "--evidence", "Kirjattu").code == 0
    assert firm.run("start-service", CLIENT, "--date", "14.2.2027", *late).code == 0
    return late


def test_a_start_that_was_recorded_wrongly_is_corrected_by_the_command_that_is_told(firm: FirmOnDisk) -> None:
    late = passed_gate(firm)
    again = firm.run("start-service", CLIENT, "--date", "15.2.2027", *late)
    assert again.code == 2
    told = again.err.splitlines()[1].strip()
    assert told == f'aloitus move-date {CLIENT} service_started --to 2027-02-15 --reason "…" --approved-by TUNNUS'
    move = ("move-date", CLIENT, "service_started", "--to", "2027-02-15")
    assert "tarvitsee syyn ja hyväksynnän" in firm.run(*move, *late).err
    moved = firm.run(*move, *APPROVED, *late)
    assert (moved.code, moved.err) == (0, "")
    assert "Korjattu: Palvelutuotanto alkoi 14.2.2027 → 15.2.2027" in moved.out
    assert "service_start: 2027-02-01\n  service_started: 2027-02-15\n" in firm.text(CLIENT)
    assert "{kind: date-moved, what: service_started, from: 2027-02-14, to: 2027-02-15, " in firm.text(CLIENT)
    assert "kaikki oli jo kirjattu" in firm.run("start-service", CLIENT, "--date", "15.2.2027", *late).out


def test_the_real_start_of_a_service_of_its_own_day_is_corrected_too(firm: FirmOnDisk) -> None:
    firm.run("move-date", CLIENT, "service_starts.payroll", "--to", "2027-02-10", "--reason", "Pyyntö", *WHO)
    late = passed_gate(firm)
    name = "service_starts.payroll.started"
    move = ("move-date", CLIENT, name, "--to", "2027-02-11", *APPROVED, *late)
    not_yet = firm.run(*move)
    assert f"aloitus start-service {CLIENT} payroll --date 2027-02-11" in not_yet.err
    assert firm.run("start-service", CLIENT, "payroll", "--date", "2027-02-10", *late).code == 0
    assert (
        f"move-date {CLIENT} {name} --to 2027-02-11"
        in firm.run("start-service", CLIENT, "payroll", "--date", "2027-02-11", *late).err
    )
    assert firm.run(*move).code == 0
    assert "payroll: {agreed: 2027-02-10, started: 2027-02-11}" in firm.text(CLIENT)
    assert "what: service_starts.payroll, from: 2027-02-10, to: 2027-02-11" in firm.text(CLIENT)


def test_what_was_decided_and_agreed_is_entered_once(firm: FirmOnDisk) -> None:
    assert "Paikalla: " in firm.run("meet", CLIENT, "internal-kickoff", "--held", "--date", TODAY, *WHO).out
    for _ in range(2):
        assert firm.run("decide", CLIENT, "internal-kickoff", "Koulutus pidetään etänä", *WHO).code == 0
    assert firm.text(CLIENT).count("Koulutus pidetään etänä") == 1
    action = ("act", CLIENT, "internal-kickoff", "Toimita kuitit", "--assignee", "client", "--due", "2026-12-10")
    assert "Toimita kuitit – asiakas" in firm.run(*action, *WHO).out
    before = firm.text(CLIENT)
    assert f"aloitus move-due {CLIENT} toimita-kuitit" in firm.run(*action, *WHO).err
    assert firm.text(CLIENT) == before


def test_the_hour_of_a_meeting_is_told_as_the_wiki_writes_it(firm: FirmOnDisk) -> None:
    meet = ("meet", CLIENT, "internal-kickoff", "--date", "2026-11-23", "--time", "9:00", *WHO)
    assert "on 23.11.2026 klo 9.00\n" in firm.run(*meet).out
    assert "(23.11.2026 at 9.00)\n" in firm.run("--lang", "en", *meet, "--held").out


def test_who_is_replaced_in_a_role_is_told(firm: FirmOnDisk) -> None:
    said = firm.run("staff", CLIENT, "project-manager", "heidi-rautio", *WHO).out
    assert "Projektipäällikkö: Heidi Rautio (ennen Aino Virtanen ja Mikko Lahtinen)" in said
    assert "ennen" not in firm.run("staff", CLIENT, "project-manager", "heidi-rautio", *WHO).out


def test_what_is_next_comes_in_the_order_of_due_days(firm: FirmOnDisk) -> None:
    out = firm.run("done", CLIENT, "open-engagement", *WHO).out
    lines = [line for line in out.splitlines() if line.startswith("Seuraavaksi: ")]
    days = [tuple(map(int, reversed(line.rpartition("määräpäivä ")[2].split()[0].split(".")))) for line in lines]
    assert len(days) == 3
    assert days == sorted(days)


def test_when_the_gate_is_open_and_the_day_has_come_the_start_is_next(firm: FirmOnDisk) -> None:
    gate = [
        task["id"]
        for task in json.loads(firm.run("status", CLIENT, "--json").out)["client"]["tasks"]
        if task["at_start_gate"]
    ]
    late = ("--by", "aino-virtanen", "--today", "2027-02-01")
    out = firm.run("done", CLIENT, *gate, *late, "--evidence", "Kirjattu järjestelmään").out
    assert f"aloitus start-service {CLIENT}" in out
    assert "start-service" not in firm.run("start", CLIENT, "open-engagement", *WHO).out


def test_a_whole_onboarding_by_verbs_ends_in_a_granted_close(firm: FirmOnDisk) -> None:
    lines = firm.text(CLIENT).splitlines()
    tasks = [line.split(":")[0].strip() for line in lines if line.startswith("  ") and " # " in line]
    late = ("--by", "aino-virtanen", "--today", "2027-07-01")

    def said(*words: str) -> None:
        answer = firm.run(*words, *late)
        assert (answer.code, answer.err) == (0, ""), words

    said("done", CLIENT, *tasks, "--date", "2027-01-29", "--evidence", "Kirjattu järjestelmään")
    said("start-service", CLIENT, "--date", "2027-02-01")
    for meeting, day in (("internal-kickoff", "2026-11-30"), ("service-production-kickoff", "2026-12-14")):
        said("meet", CLIENT, meeting, "--held", "--date", day, "--minutes", "https://intra.example/1")
    assert "quick-review" in firm.run("close", CLIENT, *late).err
    said("meet", CLIENT, "quick-review", "--held", "--date", "2027-06-01")
    said("decide", CLIENT, "quick-review", "Työnjako toimii, palkkojen määräpäivä siirtyy")
    said(
        "act", CLIENT, "quick-review", "Päivitä palveluaikataulu", "--assignee", "aino-virtanen", "--due", "2027-06-15"
    )
    said("done", CLIENT, "paivita-palveluaikataulu", "--date", "2027-06-10")
    said("invoice", CLIENT, "onboarding-project", "--work", "Käyttöönotto", "--number", "20311", "--date", "2027-06-15")
    said("uninvoiced", CLIENT, "--rows", "0", "--date", "2027-06-20")
    answer = firm.run("close", CLIENT, "--erp-closed", "2027-06-30", *late)
    assert (answer.code, answer.err) == (0, "")
    assert "closure: {date: 2027-07-01, by: aino-virtanen, erp_closed: 2027-06-30}" in firm.text(CLIENT)
    assert firm.run("check", "--today", "2027-07-01").code == 0
    reopened = firm.run("reopen", CLIENT, *APPROVED, *late)
    assert reopened.code == 0
    assert "Vie tämä ensin omana muutoksenaan päähaaraan." in reopened.out
    assert "aloitus close" not in reopened.out
    assert "kind: reopened" in firm.text(CLIENT)
