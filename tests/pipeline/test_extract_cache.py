from collections.abc import Callable
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from small_practice import CLIENT, write_practice

TWIN = CLIENT.replace("Kuusipuun Saha", "Toinen Saha")
INVOICED = "\ninvoicing: {items: {project: {work: Projekti, status: invoiced, invoice: '20311', date: 2026-11-20}}}\n"


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return write_practice(tmp_path, {"clients/rikki.yaml": "name: [", "clients/kuusipuu.yaml": CLIENT + INVOICED})


def check(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a check of one client alone prints; the others are read, or remembered."""
    run(["-C", str(root), "check", "honkalinna", "kolmas", "--today", "2026-11-23", "--output-format", "concise"])
    return capsys.readouterr().out


def cache_of(root: Path) -> Path:
    return root / ".aloitus" / "extracts"


def third(root: Path, text: str) -> None:
    (root / "clients/kolmas.yaml").write_text(text, "utf-8")


def test_the_second_check_of_a_client_finds_what_the_first_did(
    practice: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    third(practice, TWIN.replace("9000012-6", "9000014-2") + INVOICED)
    first = check(practice, capsys)
    assert "20311" in first
    assert "kuusipuu" in cache_of(practice).read_text("utf-8")
    assert check(practice, capsys) == first


def test_only_files_that_changed_are_read_again(
    practice: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    third(practice, TWIN)
    assert "9000012-6" in check(practice, capsys)
    text = (practice / "clients/kuusipuu.yaml").read_text("utf-8")
    (practice / "clients/kuusipuu.yaml").write_text(text.replace("9000012-6", "9000015-0"), "utf-8")
    assert "9000012-6" not in check(practice, capsys)
    monkeypatch.setattr("aloitus.pipeline.extract_cache.load_client", None)
    assert "9000012-6" not in check(practice, capsys)


@pytest.mark.parametrize(
    "harm",
    [
        lambda cache: cache.unlink(),
        lambda cache: cache.write_bytes(cache.read_bytes()[:-40]),
        lambda cache: cache.write_bytes(cache.read_bytes().replace(b"9000012-6", b"9000099-9")),
        lambda cache: cache.write_bytes(cache.read_bytes().replace(b"extracts 1", b"extracts 9")),
    ],
)
def test_a_harmed_cache_changes_nothing(
    practice: Path, harm: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    third(practice, TWIN)
    first = check(practice, capsys)
    assert "9000012-6" in first
    harm(cache_of(practice))
    assert check(practice, capsys) == first


def test_a_check_of_all_neither_reads_nor_writes_it(practice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(practice), "check", "--today", "2026-11-23"]) == 1
    assert not cache_of(practice).exists()
    assert "rikki.yaml" in capsys.readouterr().out
