"""Reads trees and blobs from git objects: one process for the names, one for all the contents."""

import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from aloitus.errors import UserError
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.snapshot.git import Git

KINDS = {"120000": FileKind.SYMLINK, "160000": FileKind.SUBMODULE}
KEPT_BYTES = 256 * 1024 + 1
"""No file that is read may be longer than 256 KiB; one byte more is enough to see that it is."""


def read_names(git: Git, tree: str, *paths: str) -> tuple[TreeEntry, ...]:
    """Every file of a commit or tree; of `paths` alone, and what lies below them, where some are given."""
    listed = git.output("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree, *paths)
    return tuple(_entry(line) for line in listed.split(b"\0") if line)


def read_files(git: Git, tree: str, paths: Sequence[str]) -> Mapping[str, bytes]:
    """The content of those of `paths` that are files of a commit or tree, as `read_blobs` cuts it."""
    entries = [one for one in read_names(git, tree, *paths) if one.path in paths and one.kind is FileKind.FILE]
    contents = read_blobs(git, (entry.content for entry in entries))
    return {entry.path: contents[entry.content] for entry in entries}


def _entry(line: bytes) -> TreeEntry:
    head, _, path = line.partition(b"\t")
    mode, _, blob = head.decode("ascii").split(" ")[:3]
    return TreeEntry(file_name(path), kind_of(mode), blob)


def kind_of(mode: str) -> FileKind:
    return KINDS.get(mode, FileKind.FILE)


def file_name(path: bytes) -> str:
    return path.decode("utf-8", "backslashreplace")


def read_blobs(git: Git, blobs: Iterable[str]) -> Mapping[str, bytes]:
    """The content of each blob by its id, cut after `KEPT_BYTES`."""
    wanted = sorted(set(blobs))
    if not wanted:
        return {}
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{blob}\n" for blob in wanted).encode("ascii"))
        asked.seek(0)
        with subprocess.Popen(  # noqa: S603 - a fixed command; the ids go through stdin
            git.command("cat-file", "--batch"),
            stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(git.environment),
        ) as process:  # fmt: skip
            assert process.stdout is not None  # noqa: S101 - for the type checker: stdout is a pipe
            return {blob: _content(process.stdout, blob) for blob in wanted}


def _content(stream: IO[bytes], blob: str) -> bytes:
    _, kind, size = stream.readline().decode("ascii", "replace").rstrip("\n").rpartition(" blob ")
    if not kind:
        raise UserError("git.object-missing", exit_code=3, object=blob[:12])
    left = int(size) + 1  # a line feed follows each object
    content = stream.read(min(left, KEPT_BYTES + 1))
    left -= len(content)
    while left:
        skipped = stream.read(min(left, 1 << 20))
        if not skipped:
            break
        left -= len(skipped)
    return content[: min(int(size), KEPT_BYTES)]
