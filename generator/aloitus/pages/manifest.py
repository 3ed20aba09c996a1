"""Which files earlier runs wrote: only those may a later run delete.

A run that is killed leaves no manifest, so each new path is noted in a journal before the file is made; the next run
reads the manifest and every journal as one.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from aloitus.errors import UserError, cause

_END = "# end"


class Manifest:
    """`part` names the manifest of a shard; the whole wiki's has no part, and takes over those of shards."""

    def __init__(self, folder: Path, part: str = "") -> None:
        self.folder = folder
        self._path = folder / f".manifest{part and '-'}{part}"
        self._journals = f".journal{part and '-'}{part}"
        self._ours = (f"{self._path.name}", f"{self._journals}.*") if part else (".manifest*", ".journal*")

    def paths(self) -> frozenset[str]:
        """The paths (posix, from the folder) that earlier runs wrote or were about to write."""
        noted = (path for file in self._files() for path in _whole_lines(file))
        return frozenset(path for path in noted if _is_inside(path))

    def journal(self, worker: int) -> "Journal":
        return Journal(self.folder / f"{self._journals}.{worker}")

    def is_whole(self) -> bool:
        """Whether the last run came to its end and its manifest was not damaged since."""
        return self._files() == [self._path] and _lines(self._path)[-2:-1] == [_END]

    def replace(self, paths: Iterable[str]) -> None:
        """What this run wrote is now all there is; journals have done their work."""
        text = "".join(f"{path}\n" for path in sorted(paths)) + f"{_END}\n"
        if self.is_whole() and self._path.read_text("utf-8") == text:
            return
        others = [file for file in self._files() if file != self._path]
        fresh = self.folder / f".new{self._path.name}"
        fresh.write_text(text, "utf-8")
        fresh.replace(self._path)
        for other in others:
            other.unlink()

    def _files(self) -> list[Path]:
        return sorted(file for pattern in self._ours for file in self.folder.glob(pattern))


class Journal:
    """Opened at the first note: most runs make no new file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def note(self, path: str) -> None:
        if self._file is None:
            try:
                self._file = self._path.open("ab", buffering=0)
            except OSError as error:
                raise UserError("errors.unwritable", path=str(self._path), why=cause(error)) from error
        self._file.write(f"{path}\n".encode())

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8", "replace").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return []


def _whole_lines(path: Path) -> list[str]:
    """A line that was being written when the run was killed has no end, and its file was not begun."""
    return [line for line in _lines(path)[:-1] if line != _END]


def _is_inside(path: str) -> bool:
    """A damaged manifest never leads out of its folder."""
    hidden_or_empty = "/." in f"/{path}" or "//" in f"/{path}/"
    return not hidden_or_empty and (os.sep == "/" or not any(mark in path for mark in "\\:"))
