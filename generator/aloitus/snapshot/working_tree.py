"""The working tree: the files under `clients/` and `templates/` as they stand on the disk."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from aloitus.errors import UserError, cause

FOLDERS = ("clients", "templates")
YAML_LIMIT = 256 * 1024 + 1
"""Of a YAML file no more is read than shows that it's too big."""


class WorkingTree:
    """`root` is the folder that holds `clients/` and `templates/`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self) -> "TreeFiles":
        """The regular files by their path from the root; links are not followed. Each is read when it's asked for."""
        paths = sorted(path for folder in FOLDERS for path in _below(self.root / folder, folder))
        if not paths:
            raise UserError("errors.no-practice", folder=str(self.root.absolute()))
        return TreeFiles(self.root, paths)


class TreeFiles(Mapping[str, bytes]):
    """Files by path, in alphabetical order, whose bytes are read one by one: a firm's clients may be thousands."""

    def __init__(self, root: Path, paths: list[str]) -> None:
        self._root = str(root)
        self._paths = dict.fromkeys(paths)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        try:
            with open(f"{self._root}/{path}", "rb") as file:  # noqa: PTH123 -- thousands of files: pathlib costs as much as reading
                return file.read(YAML_LIMIT if path.endswith(".yaml") else -1)
        except OSError as error:
            raise UserError("errors.unreadable", path=path, why=cause(error)) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __contains__(self, path: object) -> bool:
        return path in self._paths


def _below(folder: Path, name: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise UserError("errors.unreadable", path=name, why=cause(error)) from error
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _below(folder / entry.name, path)
        elif entry.is_file(follow_symlinks=False):
            yield path
