"""Mutates the rules and the gate, and names every mutant that no test notices. Takes hours; outside CI's time.

    python tests/mutation/run.py                   # all of rules/ and gate/
    python tests/mutation/run.py "gate/history/*"  # a part of them
    python tests/mutation/run.py "rules/*" --tests tests/rules

Needs mutmut (`pip install mutmut`). It works on a clone of HEAD in a temporary folder, so the tree stays as it is.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
MUTATED = ("gate/*", "rules/*")
TESTS = ("tests/rules", "tests/gate/test_examples.py", "tests/gate/test_cases.py", "tests/gate/test_histories.py")
COPIED = ("templates", "clients", "site", ".github", ".gitlab-ci.yml", ".pre-commit-hooks.yaml", ".gitattributes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", default=MUTATED)
    parser.add_argument("--tests", nargs="+", default=TESTS, help="which of them; fewer are faster")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
        with (clone / "pyproject.toml").open("a", encoding="utf-8") as settings:
            settings.write(_settings(chosen.patterns, chosen.tests))
        log = Path(folder) / "log"
        run = [sys.executable, "-m", "mutmut", "run", "--max-children", str(chosen.workers)]
        # mutmut knows code by a folder of this name alone
        (clone / "generator").rename(clone / "src")
        # the mutants come before a program that is installed: Python forgets a folder that isn't there when it starts
        mutants = clone / "mutants" / "src"
        mutants.mkdir(parents=True)
        environment = {**os.environ, "PYTHONPATH": str(mutants)}
        with log.open("wb") as output:
            done = subprocess.run(run, cwd=clone, stdout=output, stderr=subprocess.STDOUT, env=environment, check=False)
        if done.returncode:
            print(log.read_text("utf-8", "replace")[-3000:])
            return done.returncode
        told = subprocess.run(
            [sys.executable, "-m", "mutmut", "results"], cwd=clone, check=True, capture_output=True, text=True
        )
        survivors = [line for line in told.stdout.splitlines() if line.strip()]
        print(log.read_text("utf-8", "replace").strip().rpartition("\r")[2].splitlines()[-1])
        for line in survivors:
            print(line)
            name = line.split(":")[0].strip()
            shown = subprocess.run(
                [sys.executable, "-m", "mutmut", "show", name], cwd=clone, check=False, capture_output=True, text=True
            )
            print(
                "\n".join(
                    text for text in shown.stdout.splitlines() if text[:1] in "+-" and text[:3] not in ("+++", "---")
                )
            )
    return 1 if survivors else 0


def _settings(patterns: Sequence[str], tests: Sequence[str]) -> str:
    return (
        "\n[tool.mutmut]\n"
        'source_paths = ["src"]\n'
        f"only_mutate = {[f'src/aloitus/{pattern}' for pattern in patterns]}\n"
        f"also_copy = {list(COPIED)}\n"
        f"pytest_add_cli_args_test_selection = {list(tests)}\n"
        'pytest_add_cli_args = ["-n", "0", "-p", "no:cacheprovider"]\n'
    )


if __name__ == "__main__":
    sys.exit(main())
