"""The program's commands, timed as they are typed: whole processes, start-up and all."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Run:
    """Seconds from the start of the process to its end, and the most memory that it or a child held, in MB."""

    seconds: float
    memory: int


class Program:
    """The commands of one revision, whose source lies in `source`."""

    def __init__(self, source: Path) -> None:
        self._environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": ""}

    def run(self, *words: str, root: Path | None = None) -> Run:
        place = ("-C", str(root)) if root else ()
        return timed([sys.executable, "-m", "aloitus", *place, *words], self._environment)

    def check(self, root: Path, *clients: str) -> Run:
        return self.run("check", *clients, "--today", TODAY, root=root)

    def render_fresh(self, root: Path) -> Run:
        for folder in ("site/docs", ".aloitus"):
            shutil.rmtree(root / folder, ignore_errors=True)
        return self.run("render", "--today", TODAY, root=root)

    def render_edit(self, root: Path, client: int) -> Run:
        """After one task of one client has been ticked."""
        path = sorted((root / "clients").glob("*.yaml"))[client]
        text = path.read_text("utf-8")
        path.write_text(text.replace("status: open", "status: in-progress", 1), "utf-8")
        return self.run("render", "--today", TODAY, root=root)

    def wiki(self, root: Path) -> Run:
        for folder in ("site/docs", "site/public", ".aloitus"):
            shutil.rmtree(root / folder, ignore_errors=True)
        return self.rebuild(root)

    def rebuild(self, root: Path) -> Run:
        """The HTML, of pages that are rendered already."""
        return self.run("wiki", "--today", TODAY, root=root)


def timed(command: list[str], environment: Mapping[str, str]) -> Run:
    """By way of a small process: a child's peak of memory counts from that of the process that it was forked from."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCHER, *command],
        stdout=subprocess.PIPE,
        env=dict(environment),
        text=True,
        check=True,
    )
    seconds, memory, code = done.stdout.split()
    if code not in ("0", "1"):
        raise ChildProcessError(f"{command} ended with {code}")
    return Run(float(seconds), int(memory) // 1024)


LAUNCHER = """
import os, sys, time
nowhere = os.open(os.devnull, os.O_WRONLY)
started = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
_, status, used = os.wait4(child, 0)
print(time.perf_counter() - started, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
