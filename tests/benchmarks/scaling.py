"""How time and memory grow with the firm: ten times the clients to render, three times the pages to build as HTML."""

import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.practice_maker import make_practice
from benchmarks.runs import Program, Run

TIMES_TO_RENDER, TIMES_TO_BUILD = 10, 3
PAGES_A_CLIENT = 25
"""About as many as a client has in two languages."""
GOAL_RENDER, GOAL_MEMORY, GOAL_BUILD = 12, 400, 1.25


def print_scaling(folder: Path, clients: int, seed: int, program: Program) -> None:
    few, many = _both(folder, clients, TIMES_TO_RENDER, seed, program.render_fresh)
    times = many.seconds / few.seconds
    print(
        f"  render, {clients} → {clients * TIMES_TO_RENDER} clients: {few.seconds:.1f} s → {many.seconds:.1f} s,",
        end="",
    )
    print(f" {times:.1f} times (goal {GOAL_RENDER}); {many.memory} MB (goal {GOAL_MEMORY})")
    pages: list[int] = []

    def build(root: Path) -> Run:
        program.render_fresh(root)
        run = program.rebuild(root)
        pages.append(sum(1 for _page in (root / "site/public").rglob("*.html")))
        return run

    few, many = _both(folder, 1000 // PAGES_A_CLIENT, TIMES_TO_BUILD, seed, build)
    each = [run.seconds / count for run, count in zip((few, many), pages, strict=True)]
    print(f"  HTML, {pages[0]} → {pages[1]} pages: {few.seconds:.1f} s → {many.seconds:.1f} s,", end="")
    print(f" {each[1] / each[0]:.2f} times a page (goal {GOAL_BUILD})")


def _both(folder: Path, clients: int, times: int, seed: int, measure: Callable[[Path], Run]) -> list[Run]:
    runs = []
    for count in (clients, clients * times):
        root = make_practice(folder / f"firm-of-{count}", count, seed)
        runs.append(measure(root))
        shutil.rmtree(root)
    return runs
