"""Reading and writing one file so that of two edits at once neither is lost, and nobody reads half a file."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from aloitus.errors import UserError, cause

WORK = ".aloitus"
"""The folder of what only saves work; it lies beside the files, so that a rename from it is one step."""
_TRIES = 20
_PATIENCE = 30.0


@contextmanager
def only_editor(root: Path) -> Iterator[None]:
    """Waits until no other command edits the files under `root`; UserError after half a minute."""
    folder = root / WORK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "edit.lock").open("ab")
    except OSError as error:
        raise UserError("errors.unwritable", path=WORK, why=cause(error)) from error
    with file:
        deadline = time.monotonic() + _PATIENCE
        while not _try_to_lock(file.fileno()):
            if time.monotonic() > deadline:
                raise UserError("editing.busy")
            time.sleep(0.02)
        yield


def edit_file(root: Path, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """`change` is given the file as it stands; what it makes of it is written, and given back.

    It's called again when an editor saved the file meanwhile. Hold the lock of `only_editor` around this.
    """
    for _ in range(_TRIES):
        data = read_bytes(root, path)
        changed = change(data)
        if changed == data or _replace(root, path, changed, expected=data):
            return changed
    raise UserError("editing.changed-meanwhile", path=path)


def create_file(root: Path, path: str, data: bytes) -> None:
    """A file that isn't there yet; UserError if it is."""
    if not _replace(root, path, data, expected=None):
        raise UserError("editing.exists", path=path)


def put_file(root: Path, path: str, data: bytes) -> None:
    """A file that the program makes, whatever stood there; one that's the same already isn't touched."""
    standing = read_bytes(root, path) if os.path.lexists(root / path) else None
    if standing != data and not _replace(root, path, data, expected=standing):
        raise UserError("editing.changed-meanwhile", path=path)


def read_bytes(root: Path, path: str) -> bytes:
    try:
        return (root / path).read_bytes()
    except OSError as error:
        raise UserError("errors.unreadable", path=path, why=cause(error)) from error


def _replace(root: Path, path: str, data: bytes, *, expected: bytes | None) -> bool:
    """False when the file isn't as expected (None: not there) at the last moment before it's written."""
    target = root / path
    fresh = root / WORK / f"edit-{os.getpid()}.tmp"
    try:
        fresh.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        there = target.read_bytes() if os.path.lexists(target) else None
        if there != expected:
            return False
        if there is not None:
            fresh.chmod(target.stat().st_mode & 0o777)
        os.replace(fresh, target)  # noqa: PTH105 -- one step, on every system
    except OSError as error:
        raise UserError("errors.unwritable", path=path, why=cause(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return True


if sys.platform == "win32":

    def _try_to_lock(descriptor: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_to_lock(descriptor: int) -> bool:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
