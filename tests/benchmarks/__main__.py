"""Measures floors and program in one run, and prints them side by side: `cd tests && python -m benchmarks`.

Machines differ and are shared, so the goals are ratios of what was measured a moment apart.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.floors import Floors, measure_floors
from benchmarks.gate import print_gate
from benchmarks.practice_maker import REPOSITORY, make_practice
from benchmarks.runs import TODAY, Program, Run, timed
from benchmarks.scaling import print_scaling

Measure = Callable[[Program, int], Run]


@dataclass(frozen=True)
class Row:
    """`measure` is given the program and which round it is; `goal`, the floors and Python's own start-up, gives what a
    run should stay under, in seconds.
    """

    title: str
    measure: Measure
    goal: Callable[[Floors, float], float]
    said: str


def rows(root: Path, small: Path) -> list[Row]:
    named = sorted(path.stem for path in (root / "clients").glob("*.yaml"))[3]
    return [
        Row("aloitus --version", lambda p, _: p.run("--version"), lambda _f, s: 4 * s, "4 × python -c pass"),
        Row("aloitus --help", lambda p, _: p.run("--help"), lambda _f, s: 4 * s, "4 × python -c pass"),
        Row("check", lambda p, _: p.check(root), lambda f, _: 2.5 * f.events, "2.5 × events"),
        Row("check CLIENT", lambda p, _: p.check(root, named), lambda _f, _s: 0.3, "0.3 s"),
        Row(
            "render, fresh",
            lambda p, _: p.render_fresh(root),
            lambda f, _: 3 * f.render,
            "3 × (events + Jinja + write)",
        ),
        Row("render, one edit", lambda p, n: p.render_edit(root, n), lambda _f, _s: 0.5, "0.5 s"),
        Row("render, nothing new", lambda p, _: p.run("render", "--today", TODAY, root=root), lambda _f, _s: 0.5, "–"),
        Row("wiki, 100 clients", lambda p, _: p.wiki(small), lambda _f, _s: 8, "8 s"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--compare", metavar="REVISION", help="set another revision of the program beside this one")
    parser.add_argument("--only", help="rows whose title begins so")
    parser.add_argument("--gate", action="store_true", help="what a change and a long history cost; 2,000 clients")
    parser.add_argument("--scaling", action="store_true", help="how it grows with the firm; takes some minutes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="aloitus-benchmarks-") as name:
        folder = Path(name)
        if chosen.gate:
            print_gate(folder, 2 * chosen.clients, chosen.seed, Program(REPOSITORY / "generator"), chosen.rounds)
            return
        if chosen.scaling:
            print_scaling(folder, chosen.clients, chosen.seed, Program(REPOSITORY / "generator"))
            return
        root = make_practice(folder / "firm", chosen.clients, chosen.seed)
        small = make_practice(folder / "hundred", 100, chosen.seed)
        programs = {"now": Program(REPOSITORY / "generator")}
        if chosen.compare:
            programs[chosen.compare] = Program(_source_of(chosen.compare, folder / "other"))
        _print_table(root, small, programs, chosen.rounds, chosen.only or "")


def _source_of(revision: str, folder: Path) -> Path:
    folder.mkdir()
    archive = subprocess.run(
        ["git", "-C", str(REPOSITORY), "archive", revision, "generator"], capture_output=True, check=True
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    return folder / "generator"


def _print_table(root: Path, small: Path, programs: dict[str, Program], rounds: int, only: str) -> None:
    floors = measure_floors(root, date.fromisoformat(TODAY))
    start = statistics.median(timed([sys.executable, "-c", "pass"], {}).seconds for _round in range(9))
    print(f"{floors.clients} clients of {floors.size / 1024:.1f} KiB, {floors.pages} pages of theirs in all languages")
    for title, seconds in (
        ("python -c pass", start),
        ("read and hash", floors.read),
        ("PyYAML's C events", floors.events),
        ("Jinja, the same pages", floors.jinja),
        ("writing them", floors.write),
    ):
        print(f"  floor  {title:24} {seconds:8.3f} s")
    print(f"  {'':31}" + "".join(f"{name:>22}" for name in programs) + f"{'goal':>10}")
    for row in rows(root, small):
        if row.title.startswith(only):
            print(f"  {row.title:31}" + _measured(row, programs, rounds) + _goal(row, floors, start), flush=True)


def _measured(row: Row, programs: dict[str, Program], rounds: int) -> str:
    """The median of the rounds; the programs take turns, so that a busy minute slows them all."""
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(rounds):
        for place, (name, program) in enumerate(programs.items()):
            runs[name].append(row.measure(program, number * len(programs) + place))
    cells = []
    for done in runs.values():
        seconds = statistics.median(run.seconds for run in done)
        cells.append(f"{seconds:12.3f} s {max(run.memory for run in done):4} MB")
    return "".join(cells)


def _goal(row: Row, floors: Floors, start: float) -> str:
    return f"{row.goal(floors, start):8.3f} s  ({row.said})"


if __name__ == "__main__":
    main()
