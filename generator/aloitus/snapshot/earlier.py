"""Earlier contents of a file, for when the latest can't be read."""

from collections.abc import Iterator
from typing import NamedTuple

from aloitus.snapshot.git import Git
from aloitus.snapshot.trees import read_blobs

NOTHING = frozenset({"0" * 40, "0" * 64})


class Version(NamedTuple):
    """A file as a commit of the first-parent history left it."""

    commit: str
    content: bytes


def earlier_versions(git: Git, commit: str, path: str) -> Iterator[Version]:
    """The file's versions along the first parents of `commit`, the newest first; nothing where it was removed."""
    listed = git.output(
        "log", "--first-parent", "--diff-merges=first-parent", "--format=%H", "--raw", "--no-abbrev", "--no-renames",
        "-z", "--end-of-options", commit, "--", f":(top,literal){path}",
    )  # fmt: skip
    for at, blob in _versions(listed):
        yield Version(at, read_blobs(git, [blob])[blob])


def _versions(listed: bytes) -> Iterator[tuple[str, str]]:
    """With `-z` a commit's id, then `:mode mode blob blob status` and the path, each ended by NUL."""
    commit = ""
    for part in listed.split(b"\0"):
        text = part.lstrip(b"\n").decode("ascii", "replace")
        if text.startswith(":"):
            blob, status = text.split(" ")[3:5]
            if blob not in NOTHING and status != "D":
                yield commit, blob
        elif len(text) in (40, 64) and not text.strip("0123456789abcdef"):
            commit = text
