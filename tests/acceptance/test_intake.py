"""A submitted form becomes a commit on a branch: the workflow's own steps, run on real git with a bare remote."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from aloitus.i18n import wording
from aloitus.scaffolding.form_fields import new_client_fields
from aloitus.scaffolding.from_form import answers
from firm import FirmOnDisk, firm_on_disk, new_client

ROOT = Path(__file__).parent.parent.parent
HOSTILE = "$(touch {folder}/hostile) `touch {folder}/hostile`; touch {folder}/hostile #'\"\n::set-output name=x::y"
TASK_FORM = """### Asiakkaan tunnus

{client}

### Tehtävän tunnus

open-engagement

### Tilanne

{status}

### Päivä

_No response_

### Mistä sen näkee

{evidence}

### Syy, jos tehtävä odottaa tai on estynyt

_No response_
"""


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    """A clone of a bare remote, with the forms and the workflow in it."""
    firm = firm_on_disk(tmp_path / "clone")
    assert new_client(firm).code == 0
    assert firm.run("forms").code == 0
    (firm.root / "requirements.txt").write_text("", "utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(firm.root, "init", "-q", "-b", "main")
    git(firm.root, "add", ".")
    git(firm.root, "commit", "-q", "-m", "Start")
    git(firm.root, "push", "-q", str(tmp_path / "remote.git"), "main")
    return firm


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout


def run_workflow(firm: FirmOnDisk, event: Mapping[str, str]) -> Mapping[str, str]:
    """Runs the workflow's `run` steps as the runner would; gives what `gh` was asked for, by its first two words."""
    workflow = yaml.safe_load((firm.root / ".github/workflows/intake.yml").read_text("utf-8"))
    temporary = firm.root.parent
    tools = temporary / "bin"
    tools.mkdir()
    asked = f'"{temporary}/gh-$1-$2"'
    (tools / "gh").write_text(
        f'#!/bin/sh\nfor word; do last=$word; done\necho "$*" > {asked}\ncat "$last" >> {asked}\n'
    )
    # -I would keep the program under test from being found: it isn't installed here
    (tools / "python").write_text(f'#!/bin/sh\n[ "$1" = -m ] && exit 0\nshift\nexec "{sys.executable}" "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    outputs: dict[str, str] = {}
    for step in workflow["jobs"]["intake"]["steps"]:
        if "run" not in step or ("if" in step and outputs.get("written") != "yes"):
            continue
        outputs |= _run_step(firm, step, event, tools)
    return {path.name.removeprefix("gh-"): path.read_text("utf-8") for path in temporary.glob("gh-*")}


def _run_step(firm: FirmOnDisk, step: Mapping[str, Any], event: Mapping[str, str], tools: Path) -> Mapping[str, str]:
    temporary = firm.root.parent
    output = temporary / "output"
    output.write_text("", "utf-8")
    values = {
        "github.event.issue.body": event["body"],
        "github.event.issue.user.login": event["actor"],
        "github.event.issue.number": "7",
        "github.event.repository.default_branch": "main",
        "github.token": "secret",
    }
    remote = {"REMOTE": str(temporary / "remote.git")}
    wanted = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda it: values.get(it[1], ""), text)
        for name, text in step.get("env", {}).items()
    }
    environment = {
        **os.environ, **wanted, **({} if "REMOTE" not in wanted else remote),
        "PATH": f"{tools}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "generator"),
        "RUNNER_TEMP": str(temporary), "GITHUB_OUTPUT": str(output),
    }  # fmt: skip
    assert "${{" not in step["run"]  # nothing of the form ever stands in a script
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=firm.root,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, (step["name"], done.stdout.decode(), done.stderr.decode())
    return dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())


def test_a_task_told_by_form_is_a_commit_on_a_branch(firm: FirmOnDisk) -> None:
    body = TASK_FORM.format(client="kuusipuun-saha", status="Valmis", evidence=HOSTILE.format(folder=firm.root.parent))
    asked = run_workflow(firm, {"body": body, "actor": "AVirtanen"})
    pushed = git(firm.root.parent / "remote.git", "show", "intake-7:clients/kuusipuun-saha.yaml")
    entry = pushed[pushed.index("  open-engagement:") : pushed.index("  create-onboarding-tasks:")]
    assert "status: done" in entry
    assert "by: aino-virtanen" in entry
    assert not (firm.root.parent / "hostile").exists()
    assert "Valmis" in asked["issue-comment"]
    assert "--head intake-7 --base main" in asked["pr-create"]


def test_a_new_client_by_form_is_a_commit_on_a_branch(firm: FirmOnDisk) -> None:
    form = yaml.safe_load((firm.root / ".github/ISSUE_TEMPLATE/new-client.yml").read_text("utf-8"))
    told = {
        "name": "Toinen Oy",
        "business-id": "9000020-6",
        "agreement-signed": "2.11.2026",
        "service-start": "2027-02-01",
    }
    parts = []
    for field in form["body"]:
        label, options = field["attributes"]["label"], field["attributes"].get("options", [])
        ticked = [
            f"- [{'x' if 'payroll)' in one['label'] and field['id'] == 'services' else ' '}] {one['label']}"
            for one in options
        ]
        parts.append(f"### {label}\n\n{chr(10).join(ticked) or told.get(field['id'], '_No response_')}\n")
    run_workflow(firm, {"body": "\n".join(parts), "actor": "avirtanen"})
    pushed = git(firm.root.parent / "remote.git", "show", "intake-7:clients/toinen.yaml")
    assert "services: [payroll]" in pushed
    assert git(firm.root.parent / "remote.git", "diff", "--name-only", "main", "intake-7").split() == [
        "clients/toinen.yaml"
    ]


@pytest.mark.parametrize(
    ("client", "status", "actor", "part"),
    [
        ("../../etc/passwd", "Valmis", "avirtanen", "ei ole kansiossa"),
        ("kuusipuun-saha", "Odottaa asiakasta", "avirtanen", "Syy"),
        ("kuusipuun-saha", "Tehty", "avirtanen", "Tilanne"),
        ("kuusipuun-saha", "Valmis", "tuntematon", "tuntematon"),
    ],
)
def test_a_form_that_will_not_do_is_answered_and_nothing_is_pushed(
    firm: FirmOnDisk, client: str, status: str, actor: str, part: str
) -> None:
    asked = run_workflow(firm, {"body": TASK_FORM.format(client=client, status=status, evidence="x1"), "actor": actor})
    assert part in asked["issue-comment"]
    assert "pr-create" not in asked
    assert git(firm.root.parent / "remote.git", "branch", "--list", "intake-7") == ""
    assert git(firm.root, "status", "--porcelain") == "" or git(firm.root, "status", "--porcelain").split() == [
        "??",
        ".aloitus/",
    ]


def test_every_field_of_the_forms_is_read_back_in_both_languages(firm: FirmOnDisk) -> None:
    from aloitus.pipeline.opened import open_practice

    process = open_practice(firm.root).processes["client-onboarding"]
    fields = new_client_fields(process)
    for language in ("fi", "en"):
        say = wording(language)
        text = "\n".join(f"### {say.show(field.label)}\n\n<!-- esimerkki -->{field.id}\n" for field in fields)
        assert {field.id: answer for field, answer in answers(text + "\n/label ~x\n", fields).items()} == {
            field.id: field.id for field in fields
        }
