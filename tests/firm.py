"""A practice on disk: the firm's own templates, and clients that tests make of them by the program's commands."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
TODAY = "2026-11-23"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class FirmOnDisk:
    """`run` gives a command line to the program, as a user would."""

    root: Path

    def run(self, *words: str, stdin: bytes = b"") -> Answer:
        environment = {**os.environ, "LANG": "C.UTF-8", "PYTHONPATH": str(REPOSITORY / "generator")}
        done = subprocess.run(
            [sys.executable, "-m", "aloitus", "-C", str(self.root), *words],
            capture_output=True,
            input=stdin,
            env=environment,
            check=False,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    def text(self, client: str) -> str:
        return (self.root / f"clients/{client}.yaml").read_bytes().decode()

    def write(self, client: str, text: str) -> None:
        (self.root / f"clients/{client}.yaml").write_bytes(text.encode())


def firm_on_disk(root: Path) -> FirmOnDisk:
    """Without clients."""
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copytree(REPOSITORY / "site/guides", root / "site/guides")
    (root / "clients").mkdir()
    return FirmOnDisk(root)


def new_client(firm: FirmOnDisk, *words: str, services: Sequence[str] = ("bookkeeping", "payroll")) -> Answer:
    """Kuusipuun Saha Oy, unless `words` say something else."""
    flags = [word for service in services for word in ("--service", service)]
    told = [
        "--name",
        "Kuusipuun Saha Oy",
        "--business-id",
        "9000012-6",
        "--signed",
        "2026-11-02",
        "--start",
        "2027-02-01",
    ]
    return firm.run("new", *told, *flags, "--today", TODAY, *words)
