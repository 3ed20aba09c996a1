"""When each file was last changed: a moment that grows with each change, along a branch's first parents."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from aloitus.errors import UserError
from aloitus.snapshot.git import Git, git_in
from aloitus.snapshot.trees import file_name

COMMIT = "commit "


class LastChanges(NamedTuple):
    """As of the commit `tip`; "" in a shallow clone, whose tip stays when it's deepened, but not its history.

    `moments`: by path, in seconds since 1970; `clock`: the last one that was given.

    A moment is the time of the commit, or a second after the moment before it where that isn't later: clocks of those
    who commit differ, and two commits may be made in one second.
    """

    tip: str
    clock: int
    moments: Mapping[str, int]


NOTHING = LastChanges("", 0, {})


def last_changes(root: Path, folders: Sequence[str], known: LastChanges = NOTHING) -> LastChanges:
    """Of the files below `folders` of `root`, as the checked-out branch has them.

    `known` is what an earlier call found, so that only later commits are looked at. NOTHING where there is no history:
    no git, no repository, no commit. In a shallow clone all that came before counts as made by its first commit.
    """
    git = git_in(root)
    try:
        asked = git.run("rev-parse", "--is-shallow-repository", "--verify", "HEAD^{commit}")
        if asked.code:
            return NOTHING
        shallow, tip = asked.out.decode("ascii").split()
        if shallow == "true":
            return _walk(git, tip, folders, NOTHING)._replace(tip="")
        if known.tip == tip:
            return known
        return _walk(git, tip, folders, known if known.tip and _led_to(git, known.tip, tip) else NOTHING)
    except UserError:
        return NOTHING


def _led_to(git: Git, earlier: str, tip: str) -> bool:
    """Whether the first parents of `tip` lead back to `earlier`."""
    between = git.run("rev-list", "--first-parent", "--count", "--end-of-options", f"{earlier}..{tip}")
    if between.code:
        return False
    found = git.run(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{tip}~{between.out.decode('ascii').strip()}"
    )
    return found.out.decode("ascii", "replace").strip() == earlier


def _walk(git: Git, tip: str, folders: Sequence[str], known: LastChanges) -> LastChanges:
    listed = git.output(
        "log", "--first-parent", "--diff-merges=first-parent", "--reverse", "--root", "--name-only", "--no-renames",
        "--relative", "--no-show-signature", "-z", f"--format={COMMIT}%ct", "--end-of-options",
        f"{known.tip}..{tip}" if known.tip else tip, "--", *(f":(literal){folder}" for folder in folders),
    )  # fmt: skip
    clock, moments = known.clock, dict(known.moments)
    for part in _parts(listed):
        if part.startswith(COMMIT):
            clock = max(clock + 1, int(part.removeprefix(COMMIT)))
        else:
            moments[part] = clock
    return LastChanges(tip, clock, moments)


def _parts(listed: bytes) -> Iterator[str]:
    """With `-z`, commits and paths each end in NUL, and a line feed stands before the first path of a commit."""
    return (file_name(part.lstrip(b"\n")) for part in listed.split(b"\0") if part.strip(b"\n"))
