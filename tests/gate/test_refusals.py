"""What can't be judged is refused: exit 2 or 3, never 0, and what to do about it."""

import subprocess
from pathlib import Path

import pytest

from gate_cases import TODAY, closed, practice, unfinished, with_edits
from gate_check import check
from git_history import Commit, clean_environment, make_history


@pytest.mark.parametrize(
    ("base", "exit_code", "mend"),
    [
        ("HEAD", 3, "--base origin/main"),
        ("change", 3, "--base origin/main"),
        ("", 2, "--base origin/main"),
        ("--output=x", 2, "git fetch"),
        ("nowhere", 2, "git fetch"),
        ("0" * 40, 3, "--base origin/main"),
        ("main:clients", 2, "git fetch"),
        ("main^{tree}", 2, "git fetch"),
    ],
)
def test_a_base_that_says_nothing_is_refused_with_the_mend(
    tmp_path: Path, base: str, exit_code: int, mend: str
) -> None:
    make_history(tmp_path, [Commit("main", unfinished()), Commit("change", closed(unfinished()), ["main"])])
    told = check(tmp_path, base, "change", TODAY)
    assert told.exit == exit_code
    assert mend in told.refusal


def test_a_head_without_a_name_is_refused_with_the_mend(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("main", unfinished()), Commit("change", closed(unfinished()), ["main"])])
    told = check(tmp_path, "main", "", TODAY)
    assert told.exit == 2
    assert "--base origin/main" in told.refusal


def test_a_shallow_clone_is_refused_with_the_mend(tmp_path: Path) -> None:
    far = make_history(tmp_path / "far", [Commit("main", practice()), Commit("change", closed(practice()), ["main"])])
    near = tmp_path / "near"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", "--no-single-branch", far.root.as_uri(), near],
        env=clean_environment(), check=True,
    )  # fmt: skip
    told = check(near, "origin/main", "origin/change", TODAY)
    assert told.exit == 3
    assert "git fetch --unshallow" in told.refusal
    assert "fetch-depth: 0" in told.refusal


@pytest.mark.parametrize("conflicting", [True, False])
def test_what_cannot_be_merged_is_not_judged(tmp_path: Path, *, conflicting: bool) -> None:
    theirs = with_edits(practice(), {"clients/acme.yaml": [{"find": "name: Acme Oy", "put": "name: Acme Oyj"}]})
    ours = with_edits(practice(), {"clients/acme.yaml": [{"find": "name: Acme Oy", "put": "name: Acme Ab"}]})
    root = ["old"] if conflicting else []
    make_history(tmp_path, [Commit("old", practice()), Commit("main", theirs, ["old"]), Commit("change", ours, root)])
    told = check(tmp_path, "main", "change", TODAY)
    assert told.exit == 3
    assert told.findings == []


def test_a_policy_that_was_never_readable_cannot_judge(tmp_path: Path) -> None:
    process = "templates/processes/client-onboarding.yaml"
    broken = {**practice(), process: "title: [\n"}
    make_history(tmp_path, [Commit("main", broken), Commit("change", closed(practice()), ["main"])])
    told = check(tmp_path, "main", "change", TODAY)
    assert told.exit == 3
    assert "templates/processes/client-onboarding.yaml" in told.refusal
