"""A change told in the words of business: what was done, what moved, what closing still lacks."""

import json
import subprocess
from pathlib import Path

import pytest

from firm import TODAY, FirmOnDisk, firm_on_disk, new_client

CLIENT = "kuusipuun-saha"
WHO = ("--by", "aino-virtanen", "--today", TODAY)
BASE = ("diff", "--base", "main", "--today", TODAY)


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    firm = firm_on_disk(tmp_path)
    new_client(firm)
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Start")):
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True)
    return firm


def told(firm: FirmOnDisk) -> list[str]:
    answer = firm.run(*BASE)
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


def test_what_was_recorded_is_told_in_a_line_a_client(firm: FirmOnDisk) -> None:
    firm.run("done", CLIENT, "open-engagement", "identify-client", "staff-the-engagement", *WHO)
    firm.run("wait", CLIENT, "take-over-the-project", "--reason", "Pankki", *WHO)
    firm.run("move-date", CLIENT, "service_start", "--to", "2027-03-01", "--reason", "Pyyntö", *WHO)
    (line,) = told(firm)
    assert line.startswith("Kuusipuun Saha Oy (kuusipuun-saha): 3 tehtävää valmistui, 1 tehtävä odottaa (Ota käyttöön")
    assert "Käyttöönoton pikapalaveri (sisäinen) nyt heinäkuussa" in line
    assert line.endswith("”Palvelutuotanto alkaa” siirtyi 28 päivää myöhemmäksi (1.3.2027)")


def test_a_new_name_another_layout_and_comments_are_nothing(firm: FirmOnDisk) -> None:
    text = firm.text(CLIENT).replace("name: Kuusipuun Saha Oy", 'name: "Kuusipuun Sahat Oy"   # uusi nimi')
    text = text.replace("services: [bookkeeping, payroll]", "services:\n  - bookkeeping\n  - payroll")
    firm.write(CLIENT, text.replace("\n", "\r\n"))
    assert told(firm) == ["Muutos ei muuta mitään asiakkaiden käyttöönotoissa."]


def test_tasks_that_are_listed_as_open_are_nothing(firm: FirmOnDisk) -> None:
    entry = firm.text(CLIENT)
    at = entry.index("  identify-client:")
    firm.write(CLIENT, entry[:at] + entry[entry.index("  establish-beneficial-owners:") :])
    assert told(firm) == ["Muutos ei muuta mitään asiakkaiden käyttöönotoissa."]


READY = """
meetings:
  internal-kickoff: {status: held, date: 2027-01-11, participants: [aino-virtanen, sari-ohman], minutes: Muistio 1}
  service-production-kickoff: {status: held, date: 2027-01-12, participants: [aino-virtanen], minutes: Muistio 2}
  quick-review: {status: held, date: 2027-06-01, participants: [aino-virtanen, sari-ohman], minutes: Muistio 3}
invoicing:
  items:
    onboarding-project: {work: Käyttöönotto, status: %s, invoice: "20311", date: 2027-06-15}
  uninvoiced: {rows: 0, checked: 2027-06-20, by: aino-virtanen}
"""


def test_what_closing_lacks_is_counted_as_close_does(firm: FirmOnDisk) -> None:
    done = "status: done\n    date: 2027-01-29\n    by: aino-virtanen\n    evidence: Kirjattu"
    text = firm.text(CLIENT).replace("    status: open", f"    {done}")
    text = text.replace("service_start: 2027-02-01", "service_start: 2027-02-01\n  service_started: 2027-02-01")
    late = ("--today", "2027-07-01")
    for status, told, code in (("open", "sulkemista estää 1 asia", 1), ("invoiced", "käyttöönoton voi sulkea", 0)):
        firm.write(CLIENT, text + READY % status)
        assert firm.run("diff", "--base", "main", *late).out.rstrip().endswith(f"; {told}")
        assert firm.run("close", CLIENT, "--by", "aino-virtanen", "--dry-run", *late).code == code


def test_a_service_that_starts_on_another_day_is_told(firm: FirmOnDisk) -> None:
    firm.run("move-date", CLIENT, "service_starts.payroll", "--to", "2027-02-15", "--reason", "Pyyntö", *WHO)
    assert "Palkanlaskenta alkaa 14 päivää myöhemmin (15.2.2027)" in told(firm)[0]


def test_what_is_not_committed_yet_is_compared_with_the_last_commit(firm: FirmOnDisk) -> None:
    unchanged = firm.run("diff", "--base", "HEAD", "--today", TODAY)
    assert (unchanged.code, unchanged.out) == (0, "Muutos ei muuta mitään asiakkaiden käyttöönotoissa.\n")
    firm.run("done", CLIENT, "open-engagement", *WHO)
    assert "1 tehtävä valmistui" in firm.run("diff", "--base", "HEAD", "--today", TODAY).out


def test_hostile_names_are_shown_as_text_in_a_comment(firm: FirmOnDisk) -> None:
    new_client(firm, "--name", "<b>[x](javascript:1)</b> @kaikki", "--id", "paha", "--business-id", "9000020-6")
    out = firm.run(*BASE, "--output-format", "markdown").out
    assert "<b>" not in out
    assert "[x](" not in out


def test_a_changed_process_tells_whose_tasks_and_days_change(firm: FirmOnDisk) -> None:
    path = firm.root / "templates/processes/client-onboarding.yaml"
    text = path.read_text("utf-8")
    new = (
        "tasks:\n  uusi-tehtava:\n    title: {fi: Uusi tehtävä, en: New}\n    phase: start\n    role: seller\n"
        "    due: agreement_signed + 3 workdays\n    from: 2026-01-01\n"
    )
    text = text.replace("\ntasks:\n", f"\n{new}", 1).replace(
        "due: agreement_signed + 2 workdays", "due: service_start", 1
    )
    path.write_text(text, "utf-8")
    answer = json.loads(firm.run(*BASE, "--output-format", "json").out)
    assert answer["clients"] == []
    assert [(one["kind"], one["clients"]) for one in answer["processes"]] == [
        ("process-gained", [CLIENT]),
        ("process-moved", [CLIENT]),
    ]
    assert answer["processes"][0]["text"] == "1 asiakas saa tehtävän ”Uusi tehtävä”"
