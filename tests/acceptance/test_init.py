"""A new firm starts from the wheel alone: nothing of this repository is within reach."""

import difflib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from aloitus import __version__

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs."""
    build = pytest.importorskip("hatchling.build", reason="hatchling isn't installed, so no wheel can be built")
    folder = tmp_path_factory.mktemp("wheel")
    here = Path.cwd()
    try:
        os.chdir(ROOT)
        name = build.build_wheel(str(folder))
    finally:
        os.chdir(here)
    with zipfile.ZipFile(folder / name) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "LANG": "fi_FI.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "aloitus", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_firm_is_made_checked_used_and_rendered(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "init", "firma", "--name", "Uusi: Tili Oy")
    assert (made.returncode, made.stderr) == (0, "")
    firm = tmp_path / "firma"
    assert 'name: "Uusi: Tili Oy"' in (firm / "templates/firm.yaml").read_text("utf-8")
    assert "as_of" not in (firm / "templates/firm.yaml").read_text("utf-8")
    assert [path.name for path in (firm / "clients").iterdir()] == ["esimerkki.yaml"]
    assert json.loads((firm / ".aloitus/client.schema.json").read_text("utf-8"))["type"] == "object"
    checked = run(installed, firm, "check")
    assert checked.returncode == 0, checked.stdout
    done = run(installed, firm, "done", "esimerkki", "open-engagement", "--by", "ville-niemi", "--evidence", "10482")
    assert (done.returncode, done.stderr) == (0, "")
    rendered = run(installed, firm, "render")
    assert rendered.returncode == 0, rendered.stderr
    assert (firm / "site/docs/fi/clients/esimerkki/index.md").exists()
    assert (firm / ".vscode/settings.json").exists()
    assert {path.name for path in (firm / ".github/ISSUE_TEMPLATE").iterdir()} == {"new-client.yml", "task-done.yml"}


@pytest.mark.parametrize(
    ("forge", "pipeline"), [("github", ".github/workflows/check.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_new_firm_has_this_repositorys_gate_with_the_program_of_a_release(
    installed: Path, tmp_path: Path, forge: str, pipeline: str
) -> None:
    assert run(installed, tmp_path, "init", "firma", "--name", "A Oy", "--forge", forge).returncode == 0
    ours, theirs = ((root / pipeline).read_text("utf-8").splitlines() for root in (ROOT, tmp_path / "firma"))
    changed = [line.strip() for line in difflib.ndiff(ours, theirs) if line.startswith("+ ")]
    assert changed
    assert all(re.search(r'pip install --quiet -r "\S+/requirements.txt"$', line) for line in changed)
    assert (tmp_path / "firma" / "requirements.txt").read_text("utf-8") == f"aloitus=={__version__}\n"
    lacking = [
        line for line in run(installed, tmp_path / "firma", "doctor").stdout.splitlines() if line.startswith("EI")
    ]
    assert lacking
    assert all(line.endswith("omistajia ei ole nimetty") for line in lacking)


def test_a_folder_that_holds_something_is_left_alone(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "firma").mkdir()
    (tmp_path / "firma/muistio.txt").write_text("tärkeä", "utf-8")
    answer = run(installed, tmp_path, "init", "firma", "--name", "A")
    assert answer.returncode == 2
    assert "firma" in answer.stderr
    assert [path.name for path in (tmp_path / "firma").iterdir()] == ["muistio.txt"]
