"""The documentation can't drift: commands, options, keys and finding codes are compared with the program."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context

from aloitus.command_line.group import COMMANDS, Aloitus
from aloitus.command_line.invocation import Invocation
from aloitus.i18n import wording
from aloitus.loading.schema.keys import FILES, ID, keys_of
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.reports.explain import explain

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "site" / "reference"
README = (ROOT / "README.md").read_text("utf-8")
UPDATE = "ALOITUS_UPDATE_GOLDEN" in os.environ


@pytest.mark.parametrize("file", FILES)
def test_every_key_of_the_files_is_documented(file: str) -> None:
    text = (REFERENCE / "files.md").read_text("utf-8")
    documented = set(re.findall(r"`([a-z_-]+)`", text)) | set(re.findall(r"[{`,] ?([a-z_-]+): ", text))
    keys = {key for path in keys_of(FILES[file]) for key in path if key != ID}
    assert len(keys) > 4
    assert keys - documented == set()


def same_as_written(path: Path, expected: str) -> None:
    if UPDATE:
        path.write_text(expected, "utf-8")
    assert path.read_text("utf-8") == expected, f"refresh it: ALOITUS_UPDATE_GOLDEN=1 pytest {__file__}"


def test_the_page_of_commands_is_what_help_says() -> None:
    group = Aloitus()
    parts = ["# The commands\n\nWhat `aloitus COMMAND --help` says; `--lang fi` says it in Finnish.\n"]
    with Context(group, info_name="aloitus", obj=Invocation(ROOT, "en", "en"), terminal_width=100) as root:
        parts.append(f"```text\n{group.get_help(root)}\n```\n")
        for name in COMMANDS:
            command = group.get_command(root, name)
            assert command is not None
            with Context(command, info_name=name, parent=root, terminal_width=100) as context:
                parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    same_as_written(REFERENCE / "commands.md", "\n".join(parts))


def test_every_command_stands_in_the_readme() -> None:
    assert {name for name in COMMANDS if not re.search(rf"aloitus {name}\b|`{name}`", README)} == set()


def test_the_page_of_findings_is_what_explain_says() -> None:
    say = wording("en")
    parts = ["# The findings\n\nWhat `aloitus explain CODE` says; the wiki has a page of it in each language.\n"]
    parts += [f"## {kind.code}\n\n```text\n{explain(kind, say)}```\n" for kind in finding_kinds().values()]
    same_as_written(REFERENCE / "findings.md", "\n".join(parts))


def test_every_finding_is_explained_in_both_languages() -> None:
    finnish = wording("fi")
    missing = [kind.code for kind in finding_kinds().values() if not finnish.has(f"{kind.wording_key}-explanation")]
    assert missing == []
    assert [kind.code for kind in finding_kinds().values() if not kind.explanation.strip()] == []


def test_links_and_pictures_of_the_readme_exist() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    local = [one or other for one, other in targets if not (one or other).startswith("http")]
    assert [target for target in local if not (ROOT / target).exists()] == []
    assert local


def test_links_inside_the_readme_lead_to_a_heading() -> None:
    headings = {
        re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    }
    anchors = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert anchors
    assert anchors - headings == set()


def test_every_room_of_the_program_stands_in_contributing() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Set up")[0]
    named = set(re.findall(r"`([a-z0-9_]+)(?:/|\.py)`", table))
    rooms = {path.stem for path in (ROOT / "generator" / "aloitus").iterdir() if path.name[0] not in "_."}
    assert rooms - named == set()


def test_every_command_stands_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert {name for name in COMMANDS if not re.search(rf"`(aloitus )?{name}\b", changelog)} == set()


@pytest.mark.parametrize("line", re.findall(r"aloitus (done saimaan.*|close saimaan[^`]*)", README))
def test_the_tour_s_commands_are_answered(tmp_path: Path, line: str) -> None:
    for name in ("clients", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    words = [sys.executable, "-m", "aloitus", "-C", str(tmp_path), *shlex.split(line), "--today", "2026-11-23"]
    said = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)
    if line.startswith("done"):
        assert (said.returncode, said.stderr) == (0, "")
        assert "Seuraavaksi: " in said.stdout
    else:
        assert said.returncode == 1
        assert "Ohje: Kun tuotanto on alkanut: aloitus start-service saimaan-logistiikka" in said.stderr


def test_the_tour_puts_the_file_back_before_it_asks_the_command_to_close() -> None:
    step = README[README.index("**5. ") : README.index("**6. ")]
    assert re.findall("`(git [^`]*|aloitus close)", step) == ["git checkout clients", "aloitus close"]


def test_the_tour_s_mistake_is_answered_as_the_readme_shows(tmp_path: Path) -> None:
    for name in ("clients", "templates", "site/guides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "clients" / "saimaan-logistiikka.yaml"
    entry, wrong = "(  train-client-on-software:.*\n    status:) in-progress", r"\1 valmis"
    file.write_text(re.sub(entry, wrong, file.read_text("utf-8")), "utf-8")
    command = [sys.executable, "-m", "aloitus", "-C", str(tmp_path), "check", "saimaan-logistiikka"]
    said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    shown = re.search(r"```text\n(virhe.*?)```", README, re.DOTALL)
    assert shown
    assert shown[1] in said.stdout
    assert said.returncode == 1
