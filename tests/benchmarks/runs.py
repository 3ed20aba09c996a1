"""The program's commands, timed as they are typed: whole processes, start-up and all."""

import os
import shutil
import subprocess
import sys
import time
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
        return self.run("wiki", "--today", TODAY, root=root)


def timed(command: list[str], environment: Mapping[str, str]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=dict(environment))
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.stderr is not None
    if process.returncode not in (0, 1):
        raise ChildProcessError(process.stderr.read().decode())
    process.stderr.close()
    return Run(seconds, used.ru_maxrss // 1024)
