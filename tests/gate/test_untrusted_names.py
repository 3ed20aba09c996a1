"""Names of files, titles and branches in a change can't forge an annotation, a line or an escape sequence."""

import io
import json
import re
import unicodedata
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from aloitus.command_line.run import run
from gate_cases import CLOSING, TODAY, edited, practice
from git_history import Commit, Content, make_history

FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown")
SCHEMAS = {"json": "check-1", "gitlab": "gitlab-code-quality", "sarif": "sarif-2.1.0"}
FOLDER = Path(__file__).parents[1] / "schemas"
ODD = (
    "\x1b[31mred", "a\nb", "x\n::error::forged", "::error::forged", "\r::warning::x", "\u2028::error::x", "\u202egnp",
    "##[error]x", "##vso[task.complete]x", "%0A::error::x", "</failure>", "<script>", "[a](javascript:x)", "`x`|",
)  # fmt: skip
OURS = re.compile(r"::(error|warning|notice) (file|title)=")


def change() -> tuple[Mapping[str, Content], Mapping[str, Content]]:
    """A closing with an open task, among files and titles with odd names."""
    base = practice()
    titled = [
        {"find": "name: Acme Oy", "put": 'name: "::error::Acme ::stop-commands::x"'},
        {"find": "title: Hae paperiarkisto", "put": 'title: "::error file=x::\u00a0%0A::warning::y ##[error]z"'},
        {"find": "    status: done\n    date: 2026-05-28\n    by: tiina-tuki\n", "put": '    status: "::error::x"\n'},
    ]
    head = edited(edited(base, {"clients/acme.yaml": titled}, "test"), CLOSING, "test")
    return base, head | {f"clients/{name}.yaml": "name: x\n" for name in ODD}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("odd")
    base, head = change()
    make_history(root, [Commit("main", base), Commit("change", head, ["main"])])
    return root


def told(root: Path, *words: str) -> tuple[int, str]:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        code = run(["-C", str(root), "--lang", "en", "check", "--head", "change", "--today", TODAY, *words])
    return code, out.getvalue()


def harmful(text: str) -> list[str]:
    """Characters that steer a terminal, and lines that a forge would obey."""
    unseen = {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - {"\n"}
    lines = [
        line for line in text.split("\n") if line.lstrip().startswith("::") and not line.lstrip().startswith(":::")
    ]
    obeyed = [line for line in lines if not OURS.match(line)]
    return [*map(ascii, unseen), *obeyed, *re.findall(r"##(?:\[|vso\[)", text)]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_name_of_a_change_do_anything(repository: Path, name: str) -> None:
    code, text = told(repository, "--base", "main", "--output-format", name)
    assert code == 1
    assert harmful(text) == []
    if name in SCHEMAS:
        schema = json.loads((FOLDER / f"{SCHEMAS[name]}.schema.json").read_text("utf-8"))
        jsonschema.validate(json.loads(text), schema, cls=jsonschema.Draft202012Validator)
    if name == "junit":
        assert ET.fromstring(text).tag == "testsuites"  # noqa: S314 - we wrote it


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_exit_code(repository: Path, name: str) -> None:
    assert told(repository, "--base", "nowhere", "--output-format", name)[0] == 2
    assert told(repository, "--base", "change", "--output-format", name)[0] == 3


@pytest.mark.parametrize("base", [*ODD, "\udcff"])
def test_a_name_that_is_refused_stays_on_its_line(repository: Path, base: str) -> None:
    code, text = told(repository, "--base", base)
    assert code == 2
    assert harmful(text) == []
    assert text.count("\n") == 1


def test_files_that_conflict_are_named_without_obeying_them(tmp_path: Path) -> None:
    path = "clients/x\n::error::forged \x1b[31m.yaml"
    make_history(
        tmp_path,
        [
            Commit("old", {path: "a: 1\n"}), Commit("main", {path: "a: 2\n"}, ["old"]),
            Commit("change", {path: "a: 3\n"}, ["old"]),
        ],
    )  # fmt: skip
    code, text = told(tmp_path, "--base", "main")
    assert code == 3
    assert harmful(text) == []
    assert r"clients/x\n::error::forged \x1b[31m.yaml" in text
