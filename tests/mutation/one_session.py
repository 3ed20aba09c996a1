"""A pytest plugin that tries mutants made by mutmut, each in a fork of one session that has collected its tests.

A session for each mutant would spend nine tenths of its time on collecting. Which mutants, and where it's written what
became of them, comes in the environment: MUTANTS names a file of names, TRIED one of lines `state name`, MUTANT_WORKERS
how many are tried at once. Used by `run.py`.
"""

import gc
import os
import signal
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from _pytest.runner import runtestprotocol
from mutmut.state import state

SECONDS = 60
"""Enough for any of the tests: a mutant that needs more runs forever."""


class Tests:
    """Which tests call a function, the ones that noticed its last mutants first, then the fast ones."""

    def __init__(self) -> None:
        self._calling: defaultdict[str, list[tuple[float, pytest.Item]]] = defaultdict(list)
        self._noticed: dict[str, list[pytest.Item]] = {}

    def add(self, item: pytest.Item) -> bool:
        """Runs a test as it is, and remembers what it calls. False where it fails."""
        called = state()._stats  # noqa: SLF001 -- mutmut has no other way to say it
        called.clear()
        os.environ["MUTANT_UNDER_TEST"] = "stats"
        start = monotonic()
        passed = _passes(item)
        os.environ["MUTANT_UNDER_TEST"] = ""
        for function in called:
            self._calling[function].append((monotonic() - start, item))
        return passed

    def of(self, function: str) -> list[pytest.Item]:
        calling = [item for _, item in sorted(self._calling[function], key=lambda timed: timed[0])]
        first = self._noticed.get(function, [])
        return first + [item for item in calling if item not in first]

    def noticed(self, function: str, item: pytest.Item) -> None:
        before = self._noticed.get(function, [])
        self._noticed[function] = [item, *(one for one in before if one is not item)]


def pytest_runtestloop(session: pytest.Session) -> bool:
    tests = Tests()
    failing = [item.nodeid for item in session.items if not tests.add(item)]
    if failing:
        raise pytest.UsageError(f"these fail without a mutant: {failing}")
    names = Path(os.environ["MUTANTS"]).read_text("utf-8").split()
    with Path(os.environ["TRIED"]).open("a", encoding="utf-8") as tried:
        for name, became in _tried(names, tests, int(os.environ["MUTANT_WORKERS"])):
            tried.write(f"{became} {name}\n")
            tried.flush()
    return True


def _tried(names: list[str], tests: Tests, workers: int) -> Iterator[tuple[str, str]]:
    running: dict[int, tuple[str, list[pytest.Item], int]] = {}
    gc.freeze()  # else each fork copies what it looks at
    for name in names:
        chosen = tests.of(name.partition("__mutmut_")[0])
        if not chosen:
            yield name, "survived"
            continue
        while len(running) >= workers:
            yield _ended(running, tests)
        told, tell = os.pipe()
        child = os.fork()
        if not child:
            _try(name, chosen, tell)
        os.close(tell)
        running[child] = (name, chosen, told)
    while running:
        yield _ended(running, tests)


def _try(name: str, chosen: list[pytest.Item], tell: int) -> None:
    """In the fork: runs tests until one fails, and tells its number."""
    os.setpgid(0, 0)
    os.environ["MUTANT_UNDER_TEST"] = name
    for number, item in enumerate(chosen):
        signal.alarm(SECONDS)
        if not _passes(item):
            os.write(tell, str(number).encode())
            os._exit(1)
    os._exit(0)


def _ended(running: dict[int, tuple[str, list[pytest.Item], int]], tests: Tests) -> tuple[str, str]:
    while True:
        child, status = os.wait()
        if child in running:
            break
    name, chosen, told = running.pop(child)
    number = os.read(told, 9)
    os.close(told)
    if number:
        tests.noticed(name.partition("__mutmut_")[0], chosen[int(number)])
    else:
        _stop_what_it_began(child)
    return name, "killed" if status else "survived"


def _stop_what_it_began(child: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, nextitem=None, log=False))
