"""Runs `aloitus check --base … --head …` on a repository, in this process."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aloitus.command_line.run import run


@dataclass(frozen=True)
class Told:
    exit: int
    findings: list[dict[str, Any]]
    refusal: str = ""
    summary: dict[str, Any] | None = None


def check(root: Path, base: str, head: str | None, today: str, options: tuple[str, ...] = ()) -> Told:
    """What the command says of a change as JSON; `head` is None for the working tree."""
    return check_tree(root, today, ("--base", base, *(("--head", head) if head is not None else ()), *options))


def check_tree(root: Path, today: str, options: tuple[str, ...] = ()) -> Told:
    """What the command says of the working tree, or as `options` have it."""
    words = ["-C", str(root), "--lang", "en", "check", "--today", today, "--output-format", "json", *options]
    out, said = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(said):
        code = run(words)
    if not out.getvalue():
        return Told(code, [], said.getvalue())
    told = json.loads(out.getvalue())
    return Told(code, told["findings"], said.getvalue(), told["summary"])
