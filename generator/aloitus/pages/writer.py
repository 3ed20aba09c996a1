"""Writes pages by difference: what stands on the disk already isn't touched, so that nothing rebuilds for it."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from aloitus.errors import UserError, cause
from aloitus.pages.manifest import Journal

PARTIAL = ".partial"


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


class PageWriter:
    """Puts files into `folder`. With `dry` it only says what it would do.

    A new file is noted in the journal and then made; one that others may be reading is written beside and moved
    into its place. Whatever a kill leaves half-written differs from what it should be, and the next run sees it.
    """

    def __init__(self, folder: Path, journal: Journal, known: frozenset[str], *, dry: bool = False) -> None:
        self._folder = str(folder)
        self._journal = journal
        self._known = known
        self._dry = dry
        self._made: set[str] = set()

    def put(self, path: str, content: bytes) -> Change | None:
        """What had to be done so that the file at `path` (posix, from the folder) holds `content`."""
        place = f"{self._folder}/{path}"
        try:
            standing = _read(place, len(content))
            change = None if standing == content else Change.NEW if standing is None else Change.CHANGED
            if not self._dry and (change or path not in self._known):
                self._write(path, place, content, change)
        except OSError as error:
            raise UserError("errors.unwritable", path=place, why=cause(error)) from error
        return change

    def _write(self, path: str, place: str, content: bytes, change: Change | None) -> None:
        if path not in self._known:
            self._journal.note(path)
        if change is Change.NEW:
            self._make_folder(place.rpartition("/")[0])
            _write(place, content, os.O_EXCL)
        elif change is Change.CHANGED:
            beside = f"{self._folder}/{PARTIAL}/{os.getpid()}"
            self._make_folder(f"{self._folder}/{PARTIAL}")
            _write(beside, content, os.O_TRUNC)
            os.replace(beside, place)  # noqa: PTH105 -- paths are strings here, for speed

    def _make_folder(self, folder: str) -> None:
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 -- as above
            self._made.add(folder)


def remove(folder: Path, paths: Iterable[str]) -> list[str]:
    """Deletes files, and the folders that this leaves empty; says which were there."""
    removed = []
    for path in sorted(paths):
        place = folder / path
        try:
            place.unlink()
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise UserError("errors.unwritable", path=str(place), why=cause(error)) from error
        removed.append(path)
        _remove_empty(place.parent, folder)
    return removed


def clear_partial(folder: Path) -> None:
    """What a killed run left half-written beside."""
    for left in (folder / PARTIAL).glob("*"):
        left.unlink()


def _remove_empty(emptied: Path, top: Path) -> None:
    while emptied != top:
        try:
            emptied.rmdir()
        except OSError:
            return
        emptied = emptied.parent


def _read(place: str, size: int) -> bytes | None:
    """The file's content, or as much as shows that it isn't `size` long; None when there is no file."""
    try:
        descriptor = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return os.read(descriptor, size + 1)
    finally:
        os.close(descriptor)


def _write(place: str, content: bytes, how: int) -> None:
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | how | getattr(os, "O_BINARY", 0), 0o666)
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
    finally:
        os.close(descriptor)
