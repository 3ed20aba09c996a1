from pathlib import Path

import pytest

from aloitus.command_line.run import run
from aloitus.i18n import wording
from aloitus.pipeline.finding_kinds import explanations_by_code, finding_kinds


@pytest.fixture
def here(tmp_path: Path) -> list[str]:
    """A folder without any practice: explanations need none."""
    return ["-C", str(tmp_path)]


def test_all_findings_are_listed_by_code(here: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*here, "--lang", "fi", "explain"]) == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()[:-1]]
    assert codes == sorted(finding_kinds())
    assert {"YML004", "VAL209", "CLO301", "HIS401"} <= set(codes)


@pytest.mark.parametrize("asked", ["CLO301", "clo301", "task-not-final", " CLO301 "])
def test_one_is_found_by_code_or_name(here: list[str], asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*here, "--lang", "en", "explain", asked]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CLO301 task-not-final (error)")
    assert "    status: closed" in out


def test_it_is_explained_in_finnish(here: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*here, "--lang", "fi", "explain", "CLO301"]) == 0
    assert "Näin on oikein" in capsys.readouterr().out


@pytest.mark.parametrize(("asked", "nearest"), [("task-not-finl", "CLO301"), ("xx", None)])
def test_a_mistyped_one_gets_the_nearest(
    here: list[str], asked: str, nearest: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*here, "--lang", "en", "explain", asked]) == 2
    err = capsys.readouterr().err
    assert (f"aloitus explain {nearest}" in err) if nearest else ("All of them: aloitus explain" in err)


def test_every_kind_has_an_explanation_for_formats_that_carry_them() -> None:
    told = explanations_by_code(wording("fi"))
    assert list(told) == list(finding_kinds())
    assert all(told.values())
