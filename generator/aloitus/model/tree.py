"""The names and kinds of files in one state of the repository, whatever it was read from."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    FILE = "file"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


@dataclass(frozen=True, slots=True)
class TreeEntry:
    r"""One file: its posix path from the repository's root, and the id of its content (git's object id).

    Bytes of a name that aren't UTF-8 stand as `\xNN` in `path`.
    """

    path: str
    kind: FileKind
    content: str
