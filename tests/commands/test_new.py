"""A new client's file: everything that applies, in the process's order, and a team that has room for it."""

import json
import re
from pathlib import Path

import pytest

from aloitus.i18n import wording
from aloitus.scaffolding.proposal import TELLABLE
from firm import TODAY, FirmOnDisk, firm_on_disk, new_client

CLIENT = "kuusipuun-saha"
FORM = """### Asiakkaan nimi

Kuusipuun Saha Oy

### Y-tunnus

9000012-6

### Palvelut

- [x] Kirjanpito (bookkeeping)
- [X] Palkanlaskenta (payroll)
- [ ] Ostoreskontra (purchase-ledger)

### Toimeksiantosopimus allekirjoitettu

2.11.2026

### Palvelutuotanto alkaa

2027-02-01

### Ensimmäinen palkanmaksupäivä

_No response_

### Yhteyshenkilö ja sähköposti

Sanna Saha <sanna@kuusipuu.example>

### Muuta sovittua

$(touch hostile) `id` ### Palvelut
# <script>
"""


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    return firm_on_disk(tmp_path)


def test_flags_a_file_and_a_form_make_the_same_client(firm: FirmOnDisk, tmp_path: Path) -> None:
    answer = new_client(firm, "--contact", "Sanna Saha <sanna@kuusipuu.example>")
    assert (answer.code, answer.err) == (0, "")
    by_flags = firm.text(CLIENT)

    for number, source in enumerate(("form", "json", "yaml")):
        other = firm_on_disk(tmp_path / f"other-{number}")
        if source == "form":
            answer = other.run("new", "--form", "--today", TODAY, stdin=FORM.encode())
        else:
            told = {
                "json": '{"name": "Kuusipuun Saha Oy", "business_id": "9000012-6", '
                '"services": ["bookkeeping", "payroll"], '
                '"dates": {"agreement_signed": "2026-11-02", "service_start": "2027-02-01"}, '
                '"contacts": [{"name": "Sanna Saha", "email": "sanna@kuusipuu.example"}]}',
                "yaml": "name: Kuusipuun Saha Oy\nbusiness_id: 9000012-6\nservices:\n  - bookkeeping\n  - payroll\n"
                "dates: {agreement_signed: 2026-11-02, service_start: 2027-02-01}\n"
                "contacts:\n  - name: Sanna Saha\n    email: sanna@kuusipuu.example\n",
            }[source]
            answer = other.run("new", "--from", "-", "--today", TODAY, stdin=told.encode())
        assert (answer.code, answer.err) == (0, ""), source
        made = other.text(CLIENT)
        assert made.partition("\nnotes:")[0].strip() == by_flags.strip(), source


def test_the_form_is_read_as_data_alone(firm: FirmOnDisk) -> None:
    assert firm.run("new", "--form", "--today", TODAY, stdin=FORM.encode()).code == 0
    assert "services: [bookkeeping, payroll]" in firm.text(CLIENT)
    assert "$(touch hostile)" in firm.text(CLIENT)


def test_a_form_that_says_too_little_is_answered_in_plain_words(firm: FirmOnDisk) -> None:
    answer = firm.run("new", "--form", "--today", TODAY, stdin=FORM.replace("2.11.2026", "marraskuussa").encode())
    assert answer.code == 1
    assert "Toimeksiantosopimus allekirjoitettu" in answer.err
    assert list((firm.root / "clients").iterdir()) == []


def test_the_scaffolded_file_is_one_that_check_accepts(firm: FirmOnDisk) -> None:
    new_client(firm)
    answer = firm.run("check", "--today", TODAY)
    assert answer.code == 0, answer.out
    lines = firm.text(CLIENT).splitlines()
    entries = [number for number, line in enumerate(lines) if line.startswith("  ") and " # " in line]
    assert len(entries) == 48
    assert all(lines[number - 1] == "" or lines[number - 1] == "tasks:" for number in entries)
    assert all(lines[number + 1] == "    status: open" for number in entries)
    assert "hold-quick-review" not in firm.text(CLIENT)  # the meeting's own record fulfils it


def test_the_team_has_the_roles_and_shares_the_load(firm: FirmOnDisk) -> None:
    new_client(firm)
    assert new_client(firm, "--name", "Toinen Oy", "--business-id", "9000020-6").code == 0
    texts = [firm.text(client) for client in (CLIENT, "toinen")]
    leads = [line for text in texts for line in text.splitlines() if line.startswith("  accountant:")]
    assert len(set(leads)) == 2
    assert "olli-kettunen" not in firm.text(CLIENT) + firm.text("toinen")  # who left


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--name", "KUUSIPUUN  saha oy", "--business-id", "9000020-6"), "on jo olemassa"),
        (("--name", "Toinen Oy"), "Y-tunnus 9000012-6 on jo asiakkaalla"),
        (("--name", "Toinen Oy", "--business-id", "9000020-5"), "--business-id 9000020-6"),
        (
            ("--name", "Toinen Oy", "--business-id", "9000020-6", "--start", "2026-10-01"),
            "ennen kuin toimeksiantosopimus",
        ),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--signed", "2026-12-01"), "tulevaisuudessa"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--fact", "vat-liabel"), "vat-liable"),
        (("--name", "株式会社", "--business-id", "9000020-6"), "--id"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--id", "../../toinen"), "--id toinen"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--id", "a/b"), "--id a-b"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--id", "con"), "--id con-client"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--on", "first_payday=31.2.2027"), "--on"),
        (("--name", "Toinen Oy", "--business-id", "9000020-6", "--contact", "Sanna s@a.example"), "Sanna Saha <"),
    ],
)
def test_a_client_that_exists_or_cannot_be_is_refused(firm: FirmOnDisk, words: tuple[str, ...], part: str) -> None:
    new_client(firm)
    answer = new_client(firm, *words)
    assert answer.code in (1, 2)
    assert part in answer.err
    assert [path.stem for path in (firm.root / "clients").iterdir()] == [CLIENT]


OVER = ("--by", "aino-virtanen", "--reason", "Asiakas perui", "--approved-by", "outi-peltola", "--today", TODAY)


def test_who_comes_back_after_an_onboarding_that_is_over_gets_a_file_of_their_own(firm: FirmOnDisk) -> None:
    new_client(firm, "--planned")
    running = new_client(firm, services=("sales-ledger",))
    assert running.code == 2
    assert running.err.splitlines()[1] == f'aloitus add-service {CLIENT} PALVELU --reason "…"'
    assert firm.run("add-service", CLIENT, "sales-ledger", "--by", "aino-virtanen", "--reason", "Sovittu").code == 0

    assert firm.run("cancel", CLIENT, *OVER).code == 0
    answer = new_client(firm, services=("sales-ledger",))
    assert (answer.code, answer.err) == (0, "")
    assert "business_id: 9000012-6" in firm.text(f"{CLIENT}-2")
    assert firm.run("check", "--today", TODAY).code == 0
    taken = new_client(firm, "--name", "Toinen Oy", "--business-id", "9000020-6", "--id", CLIENT)
    assert f"--id {CLIENT}-3" in taken.err


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("--service", "payroll", "--business-id", "9000012-5"), "--business-id 9000012-6"),
        (("--service", "payroll", "--business-id", "90000126"), "--business-id 9000012-6"),
        (("--service", "payroll", "--signed", "2026-11-02", "--start", "2027-02-01"), "--business-id 9000012-6"),
        (("--service", "payroll", "--business-id", "9000012-6", "--signed", "2026-11-02"), "--start VVVV-KK-PP"),
        (("--business-id", "9000012-6"), "--service bookkeeping"),
    ],
)
def test_what_options_lack_is_told_as_options(firm: FirmOnDisk, words: tuple[str, ...], advice: str) -> None:
    told = firm.run("new", "--name", "Toinen Oy", *words, "--today", TODAY).err
    assert advice in told
    assert "business_id" not in told
    assert "services:" not in told


def test_a_form_with_a_business_id_that_is_none_is_answered_with_what_to_do(firm: FirmOnDisk) -> None:
    wrong = ("intake", "--actor", "kakerlund", "--today", TODAY)
    told = firm.run(*wrong, stdin=FORM.replace("9000012-6", "90000126").encode()).out
    assert "se on 9000012-6. Ohje: Täytä" in told
    assert "Täytä tai korjaa lomakkeen kohta ”Y-tunnus”" in told
    missing = firm.run(*wrong, stdin=FORM.replace("2027-02-01", "_No response_").encode()).out
    assert "Täytä tai korjaa lomakkeen kohta ”Palvelutuotanto alkaa”" in missing


def test_the_seller_who_sends_the_form_is_the_seller(firm: FirmOnDisk) -> None:
    assert firm.run("intake", "--actor", "khonkanen", "--today", TODAY, stdin=FORM.encode()).code == 0
    assert "  seller: katri-honkanen\n" in firm.text(CLIENT)
    (firm.root / f"clients/{CLIENT}.yaml").unlink()
    assert firm.run("intake", "--actor", "kakerlund", "--today", TODAY, stdin=FORM.encode()).code == 0
    assert "  seller: kari-akerlund\n" in firm.text(CLIENT)


def test_services_and_facts_may_be_told_by_title_and_days_as_finland_writes_them(firm: FirmOnDisk) -> None:
    told = ("--service", "kirjanpito, palkanlaskenta", "--fact", "Laskutetaan kuluttajia", "--signed", "2.11.2026")
    assert firm.run("new", "--name", "A Oy", *told, "--start", "1.2.2027", "--planned", "--today", TODAY).code == 0
    text = firm.text("a")
    assert "services: [bookkeeping, payroll]\nfacts: [consumer-invoicing]\n" in text
    assert "  agreement_signed: 2026-11-02\n  service_start: 2027-02-01\n" in text


@pytest.mark.parametrize(
    ("told", "part"),
    [
        (b'{"name": "A Oy",\n "services": ["payroll"', "rivi 2:\naloitus: Merkiltä [ puuttuu sulkeva ]"),
        (b'["A Oy"]', "rivi 1:"),
        (b"\xff", "UTF-8"),
        (b'{"name": "A Oy", "contact": "Sanna Saha"}', "Tarkoititko: contacts? Tunnetut kohdat: id, name, business_id"),
        (b'{"name": "A Oy", "xyz": "1"}', "services, facts, dates"),
        (b'{"name": "A Oy", "id": "../a", "services": ["payroll"]}', "--id a"),
        (b'{"name": "A Oy", "services": ["payroll"], "dates": {"service_start": "31.2.2027"}}', "31.2.2027"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_what_is_wrong(firm: FirmOnDisk, told: bytes, part: str) -> None:
    answer = firm.run("new", "--from", "-", "--today", TODAY, stdin=told)
    assert answer.code in (1, 2)
    assert part in answer.err
    assert list((firm.root / "clients").iterdir()) == []


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_help_names_every_key_of_a_file_that_is_read(language: str) -> None:
    told = wording(language)("verbs.new.option-from")
    assert [key for key in ("id", *TELLABLE) if not re.search(rf"\b{key}\b", told)] == []


def test_as_many_tasks_are_told_as_the_status_counts(firm: FirmOnDisk) -> None:
    created = new_client(firm).out.splitlines()[0]
    tasks = json.loads(firm.run("status", CLIENT, "--json").out)["client"]["tasks"]
    assert created.endswith(f": {len(tasks)} tehtävää.")


def test_sync_lists_what_the_process_brought_and_touches_nothing_else(firm: FirmOnDisk) -> None:
    new_client(firm)
    before = firm.text(CLIENT)
    entry = before[before.index("  identify-client:") : before.index("  establish-beneficial-owners:")]
    without = before.replace(entry, "").replace(
        "business_id: 9000012-6", "business_id: 9000012-6   # kaupparekisteristä"
    )
    firm.write(CLIENT, without.replace("\n", "\r\n"))
    assert firm.run("sync", "--today", TODAY).code == 0
    wanted = before.replace("business_id: 9000012-6", "business_id: 9000012-6   # kaupparekisteristä")
    assert firm.text(CLIENT) == wanted.replace("\n", "\r\n")
    assert "jo tiedostoissa" in firm.run("sync", CLIENT, "--today", TODAY).out


def test_purging_leaves_the_id_and_who_removed_the_rest(firm: FirmOnDisk) -> None:
    new_client(firm, "--planned")
    who = ("--by", "aino-virtanen", "--reason", "Asiakas perui", "--approved-by", "outi-peltola")
    assert firm.run("cancel", CLIENT, *who, "--today", TODAY).code == 0
    early = firm.run("purge", CLIENT, *who, "--today", "2032-11-22")
    assert (early.code, "2032" in early.err) == (2, True)
    answer = firm.run("purge", CLIENT, *who, "--today", "2032-11-23")
    assert (answer.code, answer.err) == (0, "")
    assert "Kuusipuun" not in firm.text(CLIENT)
    assert "kind: purged" in firm.text(CLIENT)
    assert firm.run("check", "--today", "2032-11-23").code == 0
    assert CLIENT not in firm.run("status").out
    assert "poistettu" in firm.run("status", CLIENT).err
    assert firm.run("render", "--today", "2032-11-23").code == 0
    docs = firm.root / "site" / "docs" / "fi"
    assert [path for path in docs.rglob("*") if CLIENT in str(path.relative_to(docs))] == []
    assert CLIENT not in (docs / "clients" / "index.md").read_text("utf-8")


def test_a_shell_completes_clients_tasks_and_people(firm: FirmOnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    new_client(firm)
    monkeypatch.setenv("_ALOITUS_COMPLETE", "bash_complete")

    def offered(words: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", f"aloitus -C {firm.root} {words}")
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) + 2))
        return [line.removeprefix("plain,") for line in firm.run().out.splitlines()]

    assert offered("done ku") == [CLIENT]
    assert offered(f"done {CLIENT} open-") == ["open-engagement", "open-accounting-system"]
    assert offered(f"done {CLIENT} open-engagement --by aino") == ["aino-virtanen"]
    assert "service-production-kickoff" in offered(f"meet {CLIENT} s")
    assert "move-date" in offered("mov")
