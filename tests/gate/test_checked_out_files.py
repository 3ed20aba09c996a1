"""What a change has checked out steers nothing when named commits are judged, and is never written through."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from gate_cases import TODAY, closed, practice, unfinished, with_edits
from git_history import SYMLINK, Commit, Content, Files, Odd, make_history

FIRM = "templates/firm.yaml"
ENGLISH = {FIRM: [{"find": "languages: [fi, en]", "put": "languages: [en, fi]"}]}


def checked_out(root: Path, base: Files, head: Files) -> None:
    make_history(root, [Commit("main", base), Commit("change", head, ["main"])]).check_out("change")


def check(root: Path, *options: str) -> int:
    return run(["-C", str(root), "check", "--base", "main", "--today", TODAY, *options])


def test_what_is_said_of_a_change_is_said_in_the_language_of_base(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked_out(tmp_path, with_edits(unfinished(), ENGLISH), closed(unfinished()))
    assert check(tmp_path, "--head", "change") == 1
    assert capsys.readouterr().out.startswith("error[")
    assert check(tmp_path, "--head", "change", "--lang", "fi") == 1
    assert capsys.readouterr().out.startswith("virhe[")


def test_the_first_change_is_answered_in_its_own_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked_out(tmp_path, {"README.md": "x"}, with_edits(practice(), ENGLISH))
    assert check(tmp_path, "--head", "change") == 0
    assert "first change" in capsys.readouterr().out


def test_a_device_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    os.mkfifo(tmp_path / FIRM)
    asked = [sys.executable, "-m", "aloitus", "-C", str(tmp_path), "check", "--base", "main", "--head", "change"]
    done = subprocess.run(asked, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2


@pytest.mark.parametrize("report", ["gate.xml", "./gate.xml", "reports/../gate.xml"])
def test_a_report_takes_the_place_of_a_link_that_the_change_brings(tmp_path: Path, report: str) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("somebody's file", "utf-8")
    clone = tmp_path / "clone"
    brought: dict[str, Content] = {"gate.xml": Odd(SYMLINK, os.fsencode(theirs)), "reports": Odd(SYMLINK, b"/")}
    checked_out(clone, practice(), {**practice(), **brought})
    assert check(clone, "--head", "change", "--report", f"junit={report}") == 0
    assert theirs.read_text("utf-8") == "somebody's file"
    assert not (clone / "gate.xml").is_symlink()
    assert (clone / "gate.xml").read_text("utf-8").startswith("<?xml")


def test_a_report_is_not_written_through_a_folder_that_is_a_link(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "theirs").mkdir()
    clone = tmp_path / "clone"
    checked_out(clone, practice(), {**practice(), "reports": Odd(SYMLINK, b"../theirs")})
    assert check(clone, "--head", "change", "--report", "junit=reports/gate.xml") == 2
    assert "reports" in capsys.readouterr().err
    assert list((tmp_path / "theirs").iterdir()) == []


def test_a_report_takes_the_place_of_an_older_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    checked_out(tmp_path, practice(), {**practice(), "README.md": "x"})
    (tmp_path / "gate.xml").write_text("older", "utf-8")
    before = sorted(tmp_path.iterdir())
    assert check(tmp_path, "--head", "change", "--report", "junit=gate.xml") == 0
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "gate.xml").read_text("utf-8").startswith("<?xml")


def test_outside_of_the_clone_links_are_the_users_own(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    checked_out(clone, practice(), {**practice(), "README.md": "x"})
    (tmp_path / "report").write_text("", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "report")
    assert check(clone, "--head", "change", "--report", f"junit={tmp_path}/link") == 0
    assert (tmp_path / "report").read_text("utf-8").startswith("<?xml")
