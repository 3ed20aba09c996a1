"""Reads trees and blobs from git objects: one process for the names, one for all the contents."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import IO

from aloitus.errors import UserError
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.snapshot.git import Git

FOLDER = "040000"
KINDS = {"120000": FileKind.SYMLINK, "160000": FileKind.SUBMODULE}
KEPT_BYTES = 256 * 1024 + 1
"""No file that is read may be longer than 256 KiB; one byte more is enough to see that it is."""
SOME_NAMES = 4 << 20
"""Bytes of a list of names, with which all folders that are judged get by many times over: some 50,000 files."""


def read_names(git: Git, tree: str, *paths: str, most_bytes: int = SOME_NAMES) -> tuple[TreeEntry, ...]:
    """Every file of a commit or tree; of `paths` alone, and what lies below them, where some are given.

    UserError where they are too many, or where the tree names one of them twice: git's commands wouldn't agree on
    which one of the two is meant.
    """
    listed = [
        _named(line)
        for line in git.records(
            "ls-tree", "-r", "-t", "-z", "--full-tree", "--end-of-options", tree, *paths, most_bytes=most_bytes
        )
    ]
    for (_, _, name), (_, _, following) in pairwise(sorted(listed, key=itemgetter(2))):
        if name == following:
            raise UserError("git.named-twice", exit_code=3, path=name)
    return tuple(TreeEntry(name, kind_of(mode), blob) for mode, blob, name in listed if mode != FOLDER)


def top_names(git: Git, tree: str) -> Iterator[str]:
    """What lies at the root of a commit or tree, as git is to be asked for it."""
    listed = git.records("ls-tree", "--name-only", "-z", "--full-tree", "--end-of-options", tree, most_bytes=SOME_NAMES)
    return map(os.fsdecode, listed)


def read_files(git: Git, tree: str, paths: Sequence[str]) -> Mapping[str, bytes]:
    """The content of those of `paths` that are files of a commit or tree, as `read_blobs` cuts it."""
    entries = [one for one in read_names(git, tree, *paths) if one.path in paths and one.kind is FileKind.FILE]
    contents = read_blobs(git, (entry.content for entry in entries))
    return {entry.path: contents[entry.content] for entry in entries}


def _named(line: bytes) -> tuple[str, str, str]:
    """A file's or folder's mode, id and path."""
    head, _, path = line.partition(b"\t")
    mode, _, blob = head.decode("ascii").split(" ")[:3]
    return mode, blob, file_name(path)


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
