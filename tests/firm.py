"""A practice on disk: the firm's own templates, and clients that tests make of them by the program's commands."""

import io
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from aloitus.cli import main

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
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _stream in range(2))
        given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
        streams = patch.multiple(sys, stdin=given, stdout=out, stderr=err)
        with patch.dict(os.environ, {"LANG": "C.UTF-8"}), streams:
            code = _exit_code(["-C", str(self.root), *words])
        return Answer(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))

    def text(self, client: str) -> str:
        return (self.root / f"clients/{client}.yaml").read_bytes().decode()

    def write(self, client: str, text: str) -> None:
        (self.root / f"clients/{client}.yaml").write_bytes(text.encode())


def _exit_code(words: list[str]) -> int:
    try:
        main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0


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
