"""Mutates the rules and the gate, and names every mutant that no test notices. Takes an hour; outside CI's time.

    python tests/mutation/run.py                                # all of rules/ and gate/
    python tests/mutation/run.py "gate/history/*"               # a part of them
    python tests/mutation/run.py "rules/*" --tests tests/rules  # with fewer tests, which is faster
    python tests/mutation/run.py --every 10                     # a sample: each tenth mutant

Needs mutmut (`pip install mutmut`). It works on a clone of HEAD in a temporary folder, so the tree stays as it is.
A mutant that does the same as the program, or that is left alone for another reason, stands in `accepted.yaml`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

REPOSITORY = Path(__file__).parents[2]
ACCEPTED = Path(__file__).parent / "accepted.yaml"
MUTATED = ("gate/*", "rules/*")
GATE = (
    "examples steps deeds last_day attribute_patterns attributes layout odd_names new_approvals what_changed "
    "moved_dates records_gone history_rules policy_rules cases histories many_findings refusals untrusted_names audit"
)
TESTS = ("tests/rules", *(f"tests/gate/test_{name}.py" for name in GATE.split()))
COPIED = ("templates", "clients", "site", ".github", ".gitlab-ci.yml", ".pre-commit-hooks.yaml", ".gitattributes")
OPTIONS = ("-n", "0", "-q", "-p", "no:cacheprovider", "-o", "tmp_path_retention_policy=none")


class Mutant(NamedTuple):
    """A line of a function, as it was and as it was made; lines that came or went have an empty side."""

    function: str
    was: str
    now: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", default=MUTATED)
    parser.add_argument("--tests", nargs="+", default=TESTS, help="which of them; fewer are faster")
    parser.add_argument("--every", type=int, default=1, help="only each so manieth mutant")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    known = {Mutant(one["in"], one["was"], one["now"]) for one in yaml.safe_load(ACCEPTED.read_text("utf-8"))}
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        clone = _clone(Path(folder) / "clone", chosen.patterns, chosen.tests)
        names = _made(clone)[:: chosen.every]
        tried = _tried(clone, names, chosen.tests, chosen.workers)
        if len(tried) < len(names):
            return 2
        alive = [_shown(clone, line.removeprefix("survived ")) for line in tried if line.startswith("survived ")]
    unknown = [mutant for mutant in alive if mutant not in known]
    for mutant in unknown:
        print(f"{mutant.function}\n- {mutant.was}\n+ {mutant.now}\n")
    written = len(alive) - len(unknown)
    print(f"of {len(names)} mutants {len(alive)} survived, {written} of them for a reason that is written down")
    return 1 if unknown else 0


def _clone(clone: Path, patterns: Sequence[str], tests: Sequence[str]) -> Path:
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
    with (clone / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(_settings(patterns, tests))
    # mutmut knows code by a folder of this name alone
    (clone / "generator").rename(clone / "src")
    # Python forgets a folder that isn't there when it starts
    (clone / "mutants" / "src").mkdir(parents=True)
    return clone


def _settings(patterns: Sequence[str], tests: Sequence[str]) -> str:
    return (
        "\n[tool.mutmut]\n"
        'source_paths = ["src"]\n'
        f"only_mutate = {[f'src/aloitus/{pattern}' for pattern in patterns]}\n"
        f"also_copy = {list(COPIED)}\n"
        f"pytest_add_cli_args_test_selection = {list(tests)}\n"
        'pytest_add_cli_args = ["-n", "0", "-p", "no:cacheprovider", "--collect-only"]\n'
    )


def _made(clone: Path) -> list[str]:
    """The mutants' names. mutmut makes all, then finds that none has the name it's asked for."""
    _mutmut(clone, "run", "none", may_fail=True)
    made = [json.loads(meta.read_text("utf-8")) for meta in sorted(clone.glob("mutants/src/**/*.meta"))]
    return [name for mutants in made for name in mutants["exit_code_by_key"]]


def _tried(clone: Path, names: Sequence[str], tests: Sequence[str], workers: int) -> list[str]:
    """`state name`, of each mutant; what pytest says where a test fails without one."""
    chosen, tried = clone.parent / "chosen", clone.parent / "tried"
    chosen.write_text("\n".join(names), "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "one_session", *OPTIONS, f"--basetemp={clone.parent / 'tests'}", *tests],
        cwd=clone / "mutants", text=True, capture_output=True, check=False,
        env=_environment(clone) | {"MUTANTS": str(chosen), "TRIED": str(tried), "MUTANT_WORKERS": str(workers)},
    )  # fmt: skip
    lines = tried.read_text("utf-8").splitlines() if tried.is_file() else []
    if len(lines) < len(names):
        print(told.stdout[-3000:], told.stderr[-3000:])
    return lines


def _environment(clone: Path) -> dict[str, str]:
    # the mutants come before a program that is installed
    return {**os.environ, "PYTHONPATH": f"{clone / 'mutants' / 'src'}{os.pathsep}{Path(__file__).parent}"}


def _shown(clone: Path, name: str) -> Mutant:
    changed = [text for text in _mutmut(clone, "show", name) if text[:3] not in ("+++", "---")]
    was, now = (" ".join(text[1:].strip() for text in changed if text.startswith(sign)) for sign in ("-", "+"))
    return Mutant(name.partition("__mutmut_")[0], was, now)


def _mutmut(clone: Path, *words: str, may_fail: bool = False) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=clone, env=_environment(clone), check=not may_fail, capture_output=True, text=True,
    )  # fmt: skip
    return told.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
