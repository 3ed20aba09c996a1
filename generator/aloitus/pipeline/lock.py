"""One run at a time writes a practice's pages."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WORK = ".aloitus"
"""The folder of what only saves work: ignored by git, and safe to delete at any time."""


@contextmanager
def only_run(root: Path, on_wait: Callable[[], None]) -> Iterator[int | None]:
    """Waits until no other run is at work, `on_wait` being told once; gives the lock's file descriptor.

    Processes that inherit the descriptor hold the lock, too: when a run is killed, the next one waits for what that
    one had started. Where files can't be locked (Windows) nobody waits, and there is no descriptor.
    """
    if sys.platform == "win32":
        yield None
        return
    import fcntl

    (root / WORK).mkdir(parents=True, exist_ok=True)
    with (root / WORK / "lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            on_wait()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()
