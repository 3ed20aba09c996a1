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


def run_workflow(firm: FirmOnDisk, event: Mapping[str, str], *, may_open: bool = True) -> Mapping[str, str]:
    """Runs the workflow's `run` steps as the runner would, on a fresh clone of the remote.

    Gives what `gh` was asked for, by its first two words. `may_open`: whether the forge lets it open pull requests.
    """
    workflow = yaml.safe_load((firm.root / ".github/workflows/intake.yml").read_text("utf-8"))
    run = firm.root.parent / f"run-{len(list(firm.root.parent.glob('run-*')))}"
    tools = run / "bin"
    tools.mkdir(parents=True)
    git(run, "clone", "-q", str(firm.root.parent / "remote.git"), "clone")
    asked = f'"{run}/gh-$1-$2"'
    (tools / "gh").write_text(
        f'#!/bin/sh\n[ "$1 $2" = "pr create" ] && {"false" if may_open else "true"} && exit 1\n'
        f'for word; do last=$word; done\necho "$*" > {asked}\ncat "$last" >> {asked}\n'
    )
    # -I would keep the program under test from being found: it isn't installed here
    (tools / "python").write_text(f'#!/bin/sh\n[ "$1" = -m ] && exit 0\nshift\nexec "{sys.executable}" "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    outputs: dict[str, str] = {}
    for step in workflow["jobs"]["intake"]["steps"]:
        if "run" in step and _holds(step.get("if", ""), outputs):
            told = _run_step(run, firm.root.parent / "remote.git", step, event)
            outputs |= {f"steps.{step.get('id')}.outputs.{name}": value for name, value in told.items()}
    return {path.name.removeprefix("gh-"): path.read_text("utf-8") for path in run.glob("gh-*")}


def _holds(condition: str, outputs: Mapping[str, str]) -> bool:
    """A step's `if`, which compares outputs of earlier steps."""
    compared = re.sub(
        r"([\w.]+) ([=!]=) '(\w*)'", lambda it: repr((outputs.get(it[1], "") == it[3]) == (it[2] == "==")), condition
    )
    assert not set(re.findall(r"\w+", compared)) - {"True", "False"}, condition
    return not condition or bool(eval(compared.replace("&&", "and").replace("||", "or")))  # noqa: S307 -- truth values


def _run_step(run: Path, remote: Path, step: Mapping[str, Any], event: Mapping[str, str]) -> Mapping[str, str]:
    output = run / "output"
    output.write_text("", "utf-8")
    values = {
        "github.event.issue.body": event["body"],
        "github.event.sender.login": event["actor"],
        "github.event.issue.number": "7",
        "github.event.repository.default_branch": "main",
        "github.server_url": "https://forge.example",
        "github.repository": "firm/onboarding",
        "github.token": "secret",
    }
    wanted = {
        name: re.sub(r"\$\{\{ (.*?) \}\}", lambda it: values[it[1]], text) for name, text in step.get("env", {}).items()
    }
    environment = {
        **os.environ, **wanted, **({"REMOTE": str(remote)} if "REMOTE" in wanted else {}),
        "PATH": f"{run / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "generator"),
        "RUNNER_TEMP": str(run), "GITHUB_OUTPUT": str(output),
    }  # fmt: skip
    assert "${{" not in step["run"]  # nothing of the form ever stands in a script
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=run / "clone",
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


def test_a_form_that_was_refused_is_read_again_when_it_is_edited(firm: FirmOnDisk) -> None:
    missing = TASK_FORM.format(client="kuusipuun-saha", status="Tehty", evidence="10482")
    assert "muokkaa lomaketta" in run_workflow(firm, {"body": missing, "actor": "avirtanen"})["issue-comment"]
    mended = run_workflow(firm, {"body": missing.replace("Tehty", "Valmis"), "actor": "avirtanen"})
    assert set(mended) == {"pr-create", "issue-comment"}


def test_a_form_that_is_a_pull_request_is_changed_there_and_not_by_editing_the_form(firm: FirmOnDisk) -> None:
    body = TASK_FORM.format(client="kuusipuun-saha", status="Valmis", evidence="10482")
    run_workflow(firm, {"body": body, "actor": "avirtanen"})
    pushed = git(firm.root.parent / "remote.git", "rev-parse", "intake-7")
    assert run_workflow(firm, {"body": body.replace("10482", "10483"), "actor": "avirtanen"}) == {}
    assert git(firm.root.parent / "remote.git", "rev-parse", "intake-7") == pushed


def test_where_no_pull_request_may_be_opened_the_answer_has_the_link_for_it(firm: FirmOnDisk) -> None:
    body = TASK_FORM.format(client="kuusipuun-saha", status="Valmis", evidence="10482")
    asked = run_workflow(firm, {"body": body, "actor": "avirtanen"}, may_open=False)
    assert set(asked) == {"issue-comment"}
    assert "https://forge.example/firm/onboarding/compare/main...intake-7?expand=1" in asked["issue-comment"]


def test_what_is_no_form_is_left_alone(firm: FirmOnDisk) -> None:
    assert run_workflow(firm, {"body": "### Kysymys\n\nMilloin palaveri on?", "actor": "avirtanen"}) == {}


def test_a_name_on_the_forge_is_a_handle_and_nobodys_id(firm: FirmOnDisk) -> None:
    body = TASK_FORM.format(client="kuusipuun-saha", status="Valmis", evidence="10482")
    assert "aino-virtanen" in run_workflow(firm, {"body": body, "actor": "aino-virtanen"})["issue-comment"]
    assert git(firm.root.parent / "remote.git", "branch", "--list", "intake-7") == ""


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
