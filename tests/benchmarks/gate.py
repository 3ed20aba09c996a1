"""What the gate costs: a change of five clients beside a check of them all, and the audit of a long history."""

import statistics
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.practice_maker import TODAY, make_practice
from benchmarks.runs import Program, Run
from git_history import clean_environment

CHANGED = 5
COMMITS = 2_000
FEW_CLIENTS = 200
GOAL_CHECK, GOAL_AUDIT = 1.5, 60


def print_gate(folder: Path, clients: int, seed: int, program: Program, rounds: int) -> None:
    """The two checks take turns, so that a busy minute slows both."""
    many = make_practice(folder / "many", clients, seed)
    make_history(many, [_client_files(many)[:CHANGED]])
    plain: list[Run] = []
    based: list[Run] = []
    for _round in range(rounds):
        plain.append(program.check(many))
        based.append(program.run("check", "--base", "main~1", "--head", "main", "--today", str(TODAY), root=many))
    whole, change = (statistics.median(run.seconds for run in runs) for runs in (plain, based))
    print(
        f"  check --base, {CHANGED} of {clients} clients changed: {change:.2f} s, {change / whole:.2f} times"
        f" a check ({whole:.2f} s), goal at most {GOAL_CHECK}; {max(run.memory for run in based)} MB"
    )
    few = make_practice(folder / "few", FEW_CLIENTS, seed)
    files = _client_files(few)
    make_history(few, [[files[number % FEW_CLIENTS]] for number in range(COMMITS)])
    audit = program.run("audit", root=few)
    print(
        f"  audit of {COMMITS} commits, {FEW_CLIENTS} clients: {audit.seconds:.1f} s, goal under {GOAL_AUDIT} s;"
        f" {audit.memory} MB"
    )


def _client_files(root: Path) -> list[Path]:
    return sorted((root / "clients").glob("*.yaml"))


def make_history(root: Path, edited: list[list[Path]]) -> None:
    """A repository whose first commit holds what stands there; each other one begins a task of some clients."""
    environment = clean_environment()
    subprocess.run(["git", "init", "-q", "-b", "main", root], env=environment, check=True)
    stream = b"".join(_stream(root, edited))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, env=environment, check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=root, env=environment, check=True)


def _stream(root: Path, edited: list[list[Path]]) -> Iterator[bytes]:
    files = [path for part in ("templates", "clients") for path in (root / part).rglob("*") if path.is_file()]
    known = {path: path.read_bytes() for path in files}
    begun = datetime.combine(TODAY, datetime.min.time(), UTC) - timedelta(minutes=len(edited) + 1)
    for number, changed in enumerate([files, *edited]):
        when = int((begun + timedelta(minutes=number)).timestamp())
        yield f"commit refs/heads/main\ncommitter Testi <testi@example.invalid> {when} +0000\ndata 6\nChange\n".encode()
        for path in changed:
            known[path] = known[path] if number == 0 else _ticked(known[path])
            yield f"M 100644 inline {path.relative_to(root).as_posix()}\ndata {len(known[path])}\n".encode()
            yield known[path] + b"\n"


def _ticked(text: bytes) -> bytes:
    """The file with its first open task begun or, where none is open, all begun ones open again."""
    is_open, begun = b"    status: open\n", b"    status: in-progress\n"
    return text.replace(is_open, begun, 1) if is_open in text else text.replace(begun, is_open)
