"""A state of the repository: the names of all its files, and the bytes of those that are asked for."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aloitus.errors import UserError, cause
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.snapshot.git import Git
from aloitus.snapshot.repository import Repository
from aloitus.snapshot.trees import KEPT_BYTES, file_name, read_blobs, read_names, top_names

GUIDES = "site/guides/"
"""The guides' names are needed: tasks refer to them."""
JUDGED_FOLDERS = frozenset({"clients", "templates", ".aloitus"})
JUDGED_FILES = frozenset({*JUDGED_FOLDERS, ".gitattributes"})
"""At the root: a symlink or submodule in a folder's place is listed as a file of that name."""


@dataclass(frozen=True)
class State:
    """`read` gives the bytes of entries by path, in one go: what is slow is the going."""

    entries: tuple[TreeEntry, ...]
    read: Callable[[Iterable[TreeEntry]], Mapping[str, bytes]]


@dataclass(frozen=True)
class Step:
    """The states that a change is judged by: `policy` is the tip of base, whose rules count.

    `base` is what `head` is compared with: the tip of base, too, but in a working tree what it grew from.
    """

    policy_commit: str
    base_commit: str
    policy: State
    base: State
    head: State


def step(repository: Repository, base_name: str, head_name: str | None, *, judged: bool = True) -> Step:
    """The step from base to head, or to the working tree where no head is named; UserError when there is none.

    One that's judged has to change something: a gate that compares a commit with itself would let all through.
    """
    tip = repository.commit(base_name)
    head = repository.commit("HEAD" if head_name is None else head_name)
    grown_from = repository.merge_base(tip, head)
    policy = committed(repository.git, tip)
    if head_name is None:
        base = policy if grown_from == tip else committed(repository.git, grown_from)
        edited = working_state(repository)
        if judged and grown_from == head:
            _must_be_edited(edited, base, base_name)
        return Step(tip, grown_from, policy, base, edited)
    if judged and grown_from == head:
        raise UserError("git.nothing-new", exit_code=3, base=base_name, head=head_name)
    merged = head if grown_from == tip else repository.merged(tip, head)
    return Step(tip, tip, policy, policy, committed(repository.git, merged))


def committed(git: Git, tree: str) -> State:
    """The state in a commit or tree."""

    def read(entries: Iterable[TreeEntry]) -> Mapping[str, bytes]:
        wanted = tuple(entries)
        contents = read_blobs(git, (entry.content for entry in wanted))
        return {entry.path: contents[entry.content] for entry in wanted}

    tops = [name for name in top_names(git, tree) if name.casefold() in JUDGED_FILES]
    return State(tuple(it for it in read_names(git, tree, *tops, GUIDES) if is_judged(it.path)), read)


def _must_be_edited(state: State, base: State, base_name: str) -> None:
    if base_name in ("HEAD", "@") or set(state.entries) == set(base.entries):
        raise UserError("git.nothing-edited", exit_code=3, base=base_name)


def working_state(repository: Repository) -> State:
    """The files on the disk that git tracks or would add; what it is told to ignore isn't part of a change."""
    git = repository.user
    listed = git.output("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate")
    paths = sorted({path for path in listed.split(b"\0") if is_judged(file_name(path))})
    contents: dict[str, bytes] = {}
    entries = tuple(entry for path in paths if (entry := _on_disk(repository, path, contents)))
    return State(entries, lambda wanted: {entry.path: contents[entry.path] for entry in wanted})


def is_judged(path: str) -> bool:
    """Whether a file is one that the gate looks at, or lies where such a file could be mistaken for it."""
    top, *below = path.casefold().split("/")
    return top in (JUDGED_FOLDERS if below else JUDGED_FILES) or path.startswith(GUIDES)


def _on_disk(repository: Repository, path: bytes, contents: dict[str, bytes]) -> TreeEntry | None:
    place = os.path.join(os.fsencode(repository.root), path)  # noqa: PTH118 - names are bytes here
    name = file_name(path.rstrip(b"/"))
    try:
        mode = os.lstat(place).st_mode
        if stat.S_ISDIR(mode):  # git lists a folder as a file only where another repository lies in it
            return TreeEntry(name, FileKind.SUBMODULE, "")
        if stat.S_ISLNK(mode):
            return TreeEntry(name, FileKind.SYMLINK, "")
        with open(place, "rb") as file:  # noqa: PTH123
            contents[name] = file.read(KEPT_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise UserError("git.unreadable", exit_code=3, path=name, why=cause(error)) from error
    return TreeEntry(name, FileKind.FILE, blob_id(contents[name], repository.object_format))


def blob_id(content: bytes, object_format: str) -> str:
    """The id that git gives to a file with this content."""
    return hashlib.new(object_format, b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()
