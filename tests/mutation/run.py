"""Mutates the rules and the gate, and names every mutant that no test notices. Takes hours; outside CI's time.

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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

REPOSITORY = Path(__file__).parents[2]
ACCEPTED = Path(__file__).parent / "accepted.yaml"
MUTATED = ("gate/*", "rules/*")
GATE = "examples steps deeds last_day attribute_patterns cases histories refusals untrusted_names audit"
TESTS = ("tests/rules", *(f"tests/gate/test_{name}.py" for name in GATE.split()))
COPIED = ("templates", "clients", "site", ".github", ".gitlab-ci.yml", ".pre-commit-hooks.yaml", ".gitattributes")
NOTICED = ("killed", "timeout", "segfault", "caught by type check", "not checked")


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
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        clone = _clone(Path(folder) / "clone", chosen.patterns, chosen.tests)
        if not _mutate(clone, chosen.every, chosen.workers, Path(folder) / "log"):
            return 2
        known = {Mutant(one["in"], one["was"], one["now"]) for one in yaml.safe_load(ACCEPTED.read_text("utf-8"))}
        alive = list(_alive(clone))
    unknown = [mutant for mutant in alive if mutant not in known]
    for mutant in unknown:
        print(f"{mutant.function}\n- {mutant.was}\n+ {mutant.now}\n")
    print(f"{len(alive)} survived, {len(alive) - len(unknown)} of them for a reason that is written down")
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
        'pytest_add_cli_args = ["-n", "0", "-p", "no:cacheprovider"]\n'
    )


def _mutate(clone: Path, every: int, workers: int, log: Path) -> bool:
    # the mutants come before a program that is installed
    environment = {**os.environ, "PYTHONPATH": str(clone / "mutants" / "src")}
    run = [sys.executable, "-m", "mutmut", "run", "--max-children", str(workers)]
    chosen = []
    if every > 1:
        # mutants are made, then found not to have this name
        subprocess.run([*run, "none"], cwd=clone, capture_output=True, env=environment, check=False)
        made = [json.loads(meta.read_text("utf-8")) for meta in sorted(clone.glob("mutants/src/**/*.meta"))]
        chosen = [name for mutants in made for name in mutants["exit_code_by_key"]][::every]
    with log.open("wb") as output:
        done = subprocess.run(
            [*run, *chosen], cwd=clone, stdout=output, stderr=subprocess.STDOUT, env=environment, check=False
        )
    told = log.read_text("utf-8", "replace").strip()
    print(told[-3000:] if done.returncode else "\n".join(told.rpartition("\r")[2].splitlines()[-2:]))
    return done.returncode == 0


def _alive(clone: Path) -> Iterator[Mutant]:
    for line in _mutmut(clone, "results"):
        name, _, state = line.strip().partition(": ")
        if state and state not in NOTICED:
            changed = [text for text in _mutmut(clone, "show", name) if text[:3] not in ("+++", "---")]
            was, now = (" ".join(text[1:].strip() for text in changed if text.startswith(sign)) for sign in ("-", "+"))
            yield Mutant(name.partition("__mutmut_")[0], was, now)


def _mutmut(clone: Path, *words: str) -> list[str]:
    told = subprocess.run(
        [sys.executable, "-m", "mutmut", *words], cwd=clone, check=True, capture_output=True, text=True
    )
    return told.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
