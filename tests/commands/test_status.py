import json
import subprocess
import sys
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from small_practice import CLIENT, write_practice


def test_the_list_shows_every_client_with_progress_gate_and_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status"]) == 0
    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["Tilanne 23.11.2026 · 2 käyttöönottoa käynnissä · 0 tehtävää myöhässä"]
    rows = [[cell.strip() for cell in line if cell.strip()] for line in lines[3:]]
    assert rows == [
        [
            "Kuusipuun Saha Oy",
            "Odottaa asiakasta",
            "1/4",
            "0",
            "alku 1.12. 0/1",
            "kuusipuu",
            "24.11. Pekka Mäkinen: Avaa kirjanpitojärjestelmä",
        ],
        [
            "Honkalinna Oy",
            "Suunnitteilla",
            "0/4",
            "0",
            "alku – 0/1",
            "honkalinna",
            "Liisa Laine: Ota yhteyttä asiakkaaseen",
        ],
    ]


def test_a_client_shows_its_gates_and_unfinished_tasks_by_role(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "kuusipuu", "--today", "2026-11-27"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kuusipuun Saha Oy – Alku uhattuna",
        "Tilanne 27.11.2026 · valmiina 1/4",
        "",
        "Aloitusportti  0/1  Palvelutuotanto alkaa 1.12.2026. Puuttuu: Avaa kirjanpitojärjestelmä",
        "Päättäminen    0/4  Käyttöönottoa ei voi vielä sulkea.",
        "",
        "Projektipäällikkö – Liisa Laine  1/2",
        "  Avoin  1.4.2027  Pidä pikapalaveri (hold-quick-review)",
        "",
        "Kirjanpitäjä – Pekka Mäkinen  0/2",
        (
            "  Odottaa asiakasta  24.11.2026  Avaa kirjanpitojärjestelmä (open-accounting-system): "
            "Asiakas valitsee ohjelman ◇ portti"
        ),
        "  Avoin              15.12.2026  Siirrä saldot (transfer-balances)",
    ]


def test_the_answer_is_english_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "kuusipuu", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Accountant – Pekka Mäkinen  0/2" in out
    assert "Transfer the balances" in out


def test_json_gives_ids_days_and_gates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["version"], answer["today"]) == (1, "2026-11-23")
    assert [client["id"] for client in answer["clients"]] == ["honkalinna", "kuusipuu"]
    kuusipuu = answer["clients"][1]
    assert kuusipuu["progress"]["total"] == 4
    assert kuusipuu["next_task"]["id"] == "open-accounting-system"
    assert kuusipuu["start_gates"][0]["missing"] == ["open-accounting-system"]
    assert [criterion["met"] for criterion in kuusipuu["closure"]["criteria"]] == [False] * 4


def test_json_of_one_client_has_its_tasks_and_meetings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "kuusipuu", "--json"]) == 0
    client = json.loads(capsys.readouterr().out)["client"]
    assert client["tasks"][1]["due"] == "2026-11-24"
    assert client["tasks"][1]["reason"] == "Asiakas valitsee ohjelman"
    assert client["meetings"][0]["due"] == "2027-04-01"


def test_a_mistyped_client_gets_the_nearest_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "kuusipu"]) == 2
    assert capsys.readouterr().err == (
        "aloitus: asiakasta ”kuusipu” ei ole kansiossa clients/. Tarkoititko: kuusipuu?\n"
    )


def test_a_client_unlike_any_other_gets_no_suggestion(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(write_practice(tmp_path)), "status", "xyz"]) == 2
    assert capsys.readouterr().err == (
        "aloitus: asiakasta ”xyz” ei ole kansiossa clients/. Asiakkaat tunnuksineen näyttää: aloitus status\n"
    )


def test_a_file_that_cannot_be_read_is_counted_and_hides_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_practice(tmp_path, {"clients/rikki.yaml": "name: [\n"})
    assert run(["-C", str(tmp_path), "status"]) == 0
    captured = capsys.readouterr()
    assert "Kuusipuun Saha Oy" in captured.out
    assert captured.err == "1 asiakastiedostoa ei voitu lukea. Katso miksi: aloitus check\n"
    assert run(["-C", str(tmp_path), "status", "rikki"]) == 2
    assert "aloitus check rikki" in capsys.readouterr().err


def test_a_firm_of_an_unknown_country_has_its_weekdays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    firm = "name: Firma\nlanguages: [en]\ncountry: QQ\ntimezone: Europe/Helsinki\nas_of: 2026-11-23\n"
    write_practice(tmp_path, {"templates/firm.yaml": firm})
    assert run(["-C", str(tmp_path), "status", "kuusipuu"]) == 0
    assert "24.11.2026" in capsys.readouterr().out


def test_many_clients_look_the_same_whoever_reads_them(tmp_path: Path) -> None:
    """150 clients are read by several processes; with one processor, by one."""
    clients = {
        f"clients/asiakas-{number:03}.yaml": CLIENT.replace("Kuusipuun Saha Oy", f"Asiakas {number} Oy").replace(
            "business_id: 9000012-6", "business_id_pending: Perusteilla"
        )
        for number in range(150)
    }
    write_practice(tmp_path, clients)
    command = [sys.executable, "-m", "aloitus", "-C", str(tmp_path), "status"]
    shared = subprocess.run(command, capture_output=True, check=True)
    alone = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); import aloitus.cli; aloitus.cli.main()"
    serial = subprocess.run(
        [sys.executable, "-c", alone, "-C", str(tmp_path), "status"], capture_output=True, check=True
    )
    assert shared.stdout == serial.stdout
    assert shared.stdout.count(b"\n") == 3 + 152
