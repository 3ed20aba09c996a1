import json
import subprocess
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from small_practice import CLIENT, write_practice

TYPO = CLIENT.replace("status: waiting", "status: waitign")


def check(root: Path, *words: str) -> int:
    return run(["-C", str(root), "check", "--today", "2026-11-23", *words])


def test_a_clean_practice_passes_and_says_that_history_was_not_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(write_practice(tmp_path)) == 0
    assert "Historiaa ei arvioitu" in capsys.readouterr().out


def test_a_mistyped_status_is_shown_with_its_place_and_what_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO})) == 1
    out = capsys.readouterr().out
    assert "--> clients/kuusipuu.yaml:20:13" in out
    assert "20 |     status: waitign" in out
    assert "status: waiting" in out.split("ohje:")[1]


def test_the_answer_is_english_when_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO}), "--lang", "en") == 1
    assert capsys.readouterr().out.startswith("error[")


def test_a_broken_file_does_not_hide_another_ones_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO, "clients/rikki.yaml": "name: ["})
    assert check(tmp_path, "--output-format", "concise") == 1
    out = capsys.readouterr().out
    assert "clients/kuusipuu.yaml:20:13" in out
    assert "clients/rikki.yaml:1:" in out


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("templates/people.yaml", "liisa-laine: ["),
        ("templates/people.yaml", None),
        ("templates/processes/client-onboarding.yaml", "title: ["),
    ],
)
@pytest.mark.parametrize("named", [(), ("honkalinna",)])
def test_a_template_that_cannot_be_read_is_told_of_once_and_not_wherever_it_is_named(
    tmp_path: Path, template: str, text: str | None, named: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    write_practice(tmp_path, {template: text})
    assert check(tmp_path, "--output-format", "json", *named) == 1
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [one["path"] for one in told] == [template]


@pytest.mark.parametrize("name", ["honkalinna", "clients/honkalinna.yaml"])
def test_a_named_client_alone_is_told_of(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO})
    assert check(tmp_path, name) == 0
    assert "kuusipuu" not in capsys.readouterr().out
    assert check(tmp_path, "kuusipuu", "honkalinna") == 1


def test_what_is_wrong_elsewhere_is_told_of_where_it_decides_the_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_practice(tmp_path)
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Start")):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True)
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO})
    assert check(tmp_path, "honkalinna", "--base", "main", "--output-format", "json") == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["findings"] == []
    assert "1 virhe on muualla (kuusipuu). Kaikki näyttää: aloitus check --base main" in told.err
    assert check(tmp_path, "--base", "main") == 1
    assert "muualla" not in capsys.readouterr().err


def test_a_named_client_is_judged_beside_all_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its business id is another client's, which its own file can't tell."""
    write_practice(tmp_path, {"clients/toinen.yaml": CLIENT.replace("Kuusipuun Saha", "Toinen Saha")})
    assert check(tmp_path, "toinen") == 1
    assert "9000012-6" in capsys.readouterr().out


def test_an_unknown_client_gets_the_nearest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(write_practice(tmp_path), "honkalina") == 2
    assert "Tarkoititko: honkalinna?" in capsys.readouterr().err


def test_a_closed_client_is_held_to_the_closing_criteria(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = CLIENT.replace("status: active", "status: closed", 1)
    closed += "\nclosure: {date: 2026-11-20, by: liisa-laine, erp_closed: 2026-11-20}\n"
    assert check(write_practice(tmp_path, {"clients/kuusipuu.yaml": closed}), "--output-format", "json") == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert "CLO301" in {finding["code"] for finding in findings if finding["severity"] == "error"}


def test_a_client_of_an_unknown_process_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = CLIENT.replace("process: client-onboarding", "process: client-onbording")
    assert check(write_practice(tmp_path, {"clients/kuusipuu.yaml": text}), "--output-format", "concise") == 1
    assert "clients/kuusipuu.yaml:3:10" in capsys.readouterr().out


def test_the_firms_pinned_day_does_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a day before anything was done, what is recorded is in the future."""
    assert run(["-C", str(write_practice(tmp_path)), "check", "--today", "2026-11-01"]) == 1
    assert "2026" in capsys.readouterr().out


def test_reports_are_written_beside_what_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO})
    reports = ("--report", "json=out.json", "--report", "sarif=out.sarif", "--report", "junit=out.xml")
    assert check(tmp_path, *reports) == 1
    assert capsys.readouterr().out.startswith("virhe[")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["summary"]["errors"] == 1
    sarif = json.loads((tmp_path / "out.sarif").read_text("utf-8"))
    assert sarif["version"] == "2.1.0"
    assert "VAL" in json.dumps(sarif["runs"][0]["tool"])
    assert (tmp_path / "out.xml").read_text("utf-8").startswith("<?xml")


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(write_practice(tmp_path), "--report", "json=no/such/folder/out.json") == 2
    assert "no/such/folder/out.json" in capsys.readouterr().err


def test_many_files_are_told_of_in_the_same_order_whoever_reads_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = {f"clients/asiakas-{number:03}.yaml": TYPO for number in range(110)}
    write_practice(tmp_path, clients)
    assert check(tmp_path) == 1
    shared = capsys.readouterr().out
    monkeypatch.setattr("os.sched_getaffinity", lambda _pid: {0})
    assert check(tmp_path) == 1
    assert capsys.readouterr().out == shared
    assert shared.count("VAL209") >= 110


SETTINGS = "site_name: Aloitus\nsite_url: https://wiki.example/onboarding\n"


@pytest.mark.parametrize(
    ("language", "page"),
    [(None, "onboarding/checks/val209/"), ("fi", "onboarding/checks/val209/"), ("en", "onboarding/en/checks/val209/")],
)
def test_reports_link_to_what_the_wiki_says_of_a_finding(
    tmp_path: Path, language: str | None, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO, "mkdocs.yml": SETTINGS})
    spoken = ("--lang", language) if language else ()
    reports = ("--report", "sarif=out.sarif", "--report", "markdown=out.md")
    assert check(tmp_path, *spoken, "--output-format", "json", *reports) == 1
    url = f"https://wiki.example/{page}"
    assert [one["url"] for one in json.loads(capsys.readouterr().out)["findings"]] == [url]
    sarif = json.loads((tmp_path / "out.sarif").read_text("utf-8"))
    assert [rule["helpUri"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]] == [url]
    assert f"[VAL209]({url})" in (tmp_path / "out.md").read_text("utf-8")


@pytest.mark.parametrize("settings", [None, "site_name: Aloitus\n", "site_url: javascript:alert(1)\n"])
def test_a_wiki_without_an_address_is_not_linked_to(
    tmp_path: Path, settings: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO, "mkdocs.yml": settings})
    assert check(tmp_path, "--output-format", "json") == 1
    assert [one["url"] for one in json.loads(capsys.readouterr().out)["findings"]] == [None]


def test_a_report_in_a_language_that_the_wiki_has_not_links_to_its_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    firm = "name: Testi\nlanguages: [fi]\n"
    write_practice(tmp_path, {"clients/kuusipuu.yaml": TYPO, "mkdocs.yml": SETTINGS, "templates/firm.yaml": firm})
    assert check(tmp_path, "--lang", "en", "--output-format", "json") == 1
    urls = {one["url"] for one in json.loads(capsys.readouterr().out)["findings"] if one["code"] == "VAL209"}
    assert urls == {"https://wiki.example/onboarding/checks/val209/"}
