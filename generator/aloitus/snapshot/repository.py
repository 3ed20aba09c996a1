"""The repository that is judged: what its names stand for, and one state of it laid over another."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aloitus.errors import UserError
from aloitus.snapshot.git import Git, borrowing, first_line, git_in
from aloitus.snapshot.trees import read_names

ALL_NAMES = 16 << 20
"""Bytes of the list of all names in a repository: some 200,000 files, which git merges in a few seconds."""
ZEROS = re.compile(r"0{40}(0{24})?")
ID = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
SUFFIX = re.compile(r"[~^:]|@(?:\{|$)")
"""What may follow the name of a branch or tag: `main~1`, `main@{yesterday}`. A lone @ is HEAD."""
REFS = ("refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
"""Where git looks for a name, in this order."""
REF_LINE = "%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end) %(refname)"


@dataclass(frozen=True)
class Repository:
    """`user`: git on the clone itself, asked only for names. `git`: git on its objects, with no configuration."""

    root: Path
    user: Git
    git: Git
    object_format: str

    def commit(self, name: str) -> str:
        """The id of the commit that `name` stands for; UserError with what to do when there is none."""
        if not name.strip():
            raise UserError("git.empty-name")
        if ZEROS.fullmatch(name):
            raise UserError("git.no-commit-yet", exit_code=3)
        self._must_mean_one_thing(name)
        asked = self.user.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        found = asked.out.decode("ascii", "replace").strip()
        if asked.code or not ID.fullmatch(found):
            raise UserError("git.unknown-name", name=name)
        return found

    def _must_mean_one_thing(self, name: str) -> None:
        """UserError where several refs have the name: git takes a tag `origin/main` before the branch of that name."""
        spelled = SUFFIX.split(name)[0]
        if spelled in ("", "HEAD") or ID.fullmatch(spelled):
            return
        found = self._refs_called(spelled)
        if spelled.startswith("refs/") and not found:
            raise UserError("git.unknown-name", name=name)
        if len(set(found.values())) > 1:
            raise UserError("git.ambiguous-name", name=spelled, refs=tuple(found), full=tuple(found)[-1])

    def _refs_called(self, name: str) -> dict[str, str]:
        """By the full name of each ref that `name` may stand for, in git's own order: the id of what it points to.

        A name that is given in full stands for itself alone, though git would go on to a tag that begins with refs/.
        """
        full = [name] if name.startswith("refs/") else [shape.format(name) for shape in REFS]
        listed = self.user.output("for-each-ref", f"--format={REF_LINE}", *full).decode("utf-8", "backslashreplace")
        ids = {ref: commit for commit, _, ref in (line.partition(" ") for line in listed.splitlines())}
        return {ref: ids[ref] for ref in full if ref in ids}

    def merge_base(self, one: str, other: str) -> str:
        """The commit that both grew from; UserError when they have none in common."""
        asked = self.git.run("merge-base", "--end-of-options", one, other)
        if asked.code or not asked.out.strip():
            raise UserError("git.unrelated", exit_code=3, base=one[:12], head=other[:12])
        return asked.out.decode("ascii").split()[0]

    def merged(self, base: str, head: str) -> str:
        """The tree of `head` merged into `base`, made among borrowed objects: nothing is written to the clone.

        Git may look at each name of `head` for where a renamed file went, so they are counted first.
        """
        read_names(self.git, head, most_bytes=ALL_NAMES)
        asked = self.git.run("merge-tree", "--write-tree", "--name-only", "-z", "--end-of-options", base, head)
        parts = asked.out.split(b"\0")
        if asked.code == 1:
            files = tuple(name.decode("utf-8", "backslashreplace") for name in parts[1 : parts.index(b"", 1)])
            raise UserError("git.conflict", exit_code=3, files=files[:5])
        if asked.code:
            raise UserError("git.failed", exit_code=3, command="merge-tree", said=first_line(asked.message))
        return parts[0].decode("ascii").strip()


@contextmanager
def repository(root: Path) -> Iterator[Repository]:
    """The clone around `root`; UserError where there is none, or where its history is cut short."""
    user = git_in(root)
    asked = user.run(
        "rev-parse", "--is-shallow-repository", "--show-object-format",
        "--path-format=absolute", "--git-path", "objects", "--show-prefix",
    )  # fmt: skip
    if asked.code:
        raise UserError("git.no-repository", folder=os.fspath(root), said=first_line(asked.message))
    shallow, object_format, objects, prefix = os.fsdecode(asked.out).split("\n")[:4]
    if shallow == "true":
        raise UserError("git.shallow", exit_code=3)
    if prefix:
        raise UserError("git.not-the-root", folder=os.fspath(root))
    with borrowing(Path(objects), object_format) as git:
        yield Repository(root, user, git, object_format)
