"""Which files earlier runs wrote: only those may a later run delete.

A run that is killed leaves no manifest, so each new path is noted in a journal before the file is made; the next run
reads the manifest and every journal as one.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from aloitus.errors import UserError

_END = "# end"


class Manifest:
    """`part` names a manifest of its own for a shard of the wiki; the whole wiki's has none."""

    def __init__(self, folder: Path, part: str = "") -> None:
        self.folder = folder
        self._name = f".manifest{part and '-'}{part}"
        self._journals = f".journal{part and '-'}{part}."

    def paths(self) -> frozenset[str]:
        """The paths (posix, from the folder) that earlier runs wrote or were about to write."""
        noted = set(_whole_lines(self.folder / self._name))
        for journal in self._journal_files():
            noted.update(_whole_lines(journal))
        return frozenset(path for path in noted if _is_inside(path))

    def journal(self, worker: int) -> "Journal":
        return Journal(self.folder / f"{self._journals}{worker}")

    def is_whole(self) -> bool:
        """Whether the last run came to its end and its manifest was not damaged since."""
        return not self._journal_files() and _lines(self.folder / self._name)[-2:-1] == [_END]

    def replace(self, paths: Iterable[str]) -> None:
        """What this run wrote is now all there is; the journals have done their work."""
        text = "".join(f"{path}\n" for path in sorted(paths)) + f"{_END}\n"
        if self.is_whole() and (self.folder / self._name).read_text("utf-8") == text:
            return
        fresh = self.folder / f"{self._name}.new"
        fresh.write_text(text, "utf-8")
        fresh.replace(self.folder / self._name)
        for journal in self._journal_files():
            journal.unlink()

    def _journal_files(self) -> list[Path]:
        return sorted(self.folder.glob(f"{self._journals}*"))


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
                raise UserError("errors.unwritable", path=str(self._path), why=error.strerror or "") from error
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
    parts = path.split("/")
    return (
        bool(path)
        and not any(part in ("", ".", "..") or part.startswith(".") for part in parts)
        and (os.sep == "/" or not any(mark in path for mark in "\\:"))
    )
