"""`aloitus doctor` sees a gate that is missing or weakened."""

import io
import shutil
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from gate_cases import PRACTICE

ROOT = Path(__file__).parents[2]
WORKFLOW = ".github/workflows/check.yml"


def firm(folder: Path) -> Path:
    shutil.copytree(PRACTICE, folder)
    for name in (WORKFLOW, ".github/CODEOWNERS", ".gitattributes"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def doctor(root: Path) -> tuple[int, str]:
    out = io.StringIO()
    with redirect_stdout(out):
        code = run(["-C", str(root), "--lang", "en", "doctor"])
    return code, out.getvalue()


def test_what_is_shipped_is_sound(tmp_path: Path) -> None:
    code, said = doctor(firm(tmp_path / "firm"))
    assert (code, [line for line in said.splitlines() if line.startswith("NO")]) == (0, [])
    assert "required check" in said


def test_a_workflow_that_only_opens_pull_requests_is_no_gate(tmp_path: Path) -> None:
    root = firm(tmp_path / "firm")
    intake = ROOT / "generator" / "aloitus" / "starting" / "files" / "intake.yml"
    shutil.copy(intake, root / ".github" / "workflows" / "intake.yml")
    code, said = doctor(root)
    assert code == 0, said
    assert "intake.yml" not in said


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ("runs-on: ubuntu-latest", "runs-on: ubuntu-latest\n    continue-on-error: true", "goes on after a failure"),
        ('markdown=$RUNNER_TEMP/summary.md"', 'markdown=$RUNNER_TEMP/summary.md" || true', "goes on after a failure"),
        (
            'markdown=$RUNNER_TEMP/summary.md"',
            'markdown=$RUNNER_TEMP/summary.md" || echo ok',
            "goes on after a failure",
        ),
        ("if: github.event_name != 'push'", "if: false", "never runs"),
        ("if: github.event_name != 'push'", "if: ${{ false }}", "never runs"),
        ("  pull_request:\n", "  pull_request:\n    paths: ['docs/**']\n", "some paths only"),
        ("  pull_request:\n", "  pull_request_target:\n", "pull_request_target"),
        ("fetch-depth: 0", "fetch-depth: 1", "whole history"),
        ("  merge_group:\n", "", "merge queue"),
        ('BASE="refs/remotes/origin/$BASE"', 'BASE="origin/$BASE"', "refs/remotes/origin/"),
        ('--base "$BASE"', "--base origin/main", "refs/remotes/origin/"),
        ("--actor", "--lang", "--actor and --approved-by"),
        ("--base", "--lang", "No workflow runs the gate"),
    ],
)
def test_a_weakened_workflow_is_seen(tmp_path: Path, find: str, put: str, said: str) -> None:
    root = firm(tmp_path / "firm")
    text = (root / WORKFLOW).read_text("utf-8")
    assert find in text
    (root / WORKFLOW).write_text(text.replace(find, put), "utf-8")
    code, told = doctor(root)
    assert code == 1
    assert any(said in line for line in told.splitlines() if line.startswith("NO"))


def test_a_missing_workflow_and_owners_are_seen(tmp_path: Path) -> None:
    root = firm(tmp_path / "firm")
    shutil.rmtree(root / ".github")
    code, told = doctor(root)
    assert code == 1
    assert "No workflow runs the gate" in told
    assert "no CODEOWNERS" in told


@pytest.mark.parametrize(
    ("owners", "covered"),
    [
        ("* @eeva\n", True),
        ("/templates/ @eeva\n/.github/ @eeva\n", True),
        ("templates/ @eeva\n.github @eeva\n", True),
        ("/templates/** @eeva\n/.github/** @eeva\n", True),
        ("* @eeva\n/templates/\n", False),
        ("/clients/ @eeva\n", False),
        ("*.md @eeva\n", False),
        ("# /templates/ @eeva\n", False),
    ],
)
def test_owners_cover_the_templates_or_do_not(tmp_path: Path, owners: str, *, covered: bool) -> None:
    root = firm(tmp_path / "firm")
    (root / ".github/CODEOWNERS").write_text(owners, "utf-8")
    code, told = doctor(root)
    assert (code == 0) is covered
    assert ("templates/people.yaml has no code owners" in told) is not covered


def test_a_dangerous_attribute_is_seen(tmp_path: Path) -> None:
    root = firm(tmp_path / "firm")
    (root / "clients/.gitattributes").write_text("*.yaml -diff\n", "utf-8")
    code, told = doctor(root)
    assert code == 1
    assert "clients/.gitattributes: *.yaml -diff" in told


def test_a_firm_whose_approvers_the_forge_does_not_know_is_told(tmp_path: Path) -> None:
    root = firm(tmp_path / "firm")
    people = root / "templates/people.yaml"
    people.write_text(people.read_text("utf-8").replace(", handle: annaa", "").replace(", handle: EeroE", ""), "utf-8")
    code, told = doctor(root)
    assert code == 1
    assert "need a handle" in told
