"""The history of a branch along its first parents: which files each commit left different from the one before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from aloitus.errors import UserError
from aloitus.model.tree import TreeEntry
from aloitus.snapshot.git import Git
from aloitus.snapshot.states import GUIDES, JUDGED_FILES, is_judged
from aloitus.snapshot.trees import file_name, kind_of

LAST_MOMENT = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
GONE = frozenset({"D"})
LONG_S = "\N{LATIN SMALL LETTER LONG S}"
TWINS = sorted({*JUDGED_FILES, *(f"{name[:-1]}{LONG_S}" for name in JUDGED_FILES)})
"""A name in any case is also one with a long s for an s, which git doesn't know."""
PLACES = (*(f":(top,icase){name}" for name in TWINS), f":(top,literal){GUIDES}")


@dataclass(frozen=True, slots=True)
class Landed:
    """A commit of the branch: when it was made (seconds since 1970), and each judged file that it changed.

    `edits`: a file's new entry by its path, None where the file went.
    """

    commit: str
    time: int
    subject: str
    edits: dict[str, TreeEntry | None]

    @property
    def when(self) -> datetime:
        """`time` as a moment; git takes any number, and years end with 9999."""
        return datetime.fromtimestamp(min(self.time, LAST_MOMENT), UTC)


def first_parents(git: Git, tip: str, since: str | None) -> tuple[Landed, ...]:
    """The commits after `since` (all of them without it) up to `tip`, the oldest first.

    Only the judged places are compared: what lies elsewhere may be made to go on for ever.
    UserError where `since` isn't on the way: nothing could be said of what lies between.
    """
    if since is not None:
        way = git.output("rev-list", "--first-parent", "--end-of-options", tip)
        if since not in way.decode("ascii").split():
            raise UserError("git.not-on-the-way", exit_code=3, commit=since[:12])
    span = tip if since is None else f"{since}..{tip}"
    listed = git.output(
        "log", "--first-parent", "--sparse", "--diff-merges=first-parent", "--reverse", "--root", "--raw",
        "--no-abbrev", "--no-renames", "-z", "--format=commit %H %ct %s", "--end-of-options", span, "--", *PLACES,
    )  # fmt: skip
    return tuple(_landed(listed.split(b"\0")))


def _landed(parts: list[bytes]) -> Iterator[Landed]:
    current: Landed | None = None
    waiting = iter(parts)
    for part in waiting:
        text = part.lstrip(b"\n")
        if text.startswith(b":"):
            _, mode, _, blob, status = text.decode("ascii").split(" ")
            path = file_name(next(waiting))
            if current is not None and is_judged(path):
                current.edits[path] = None if status in GONE else TreeEntry(path, kind_of(mode), blob)
        elif text.startswith(b"commit "):
            if current is not None:
                yield current
            _, commit, time, subject = text.decode("utf-8", "backslashreplace").split(" ", 3)
            current = Landed(commit, int(time), subject, {})
    if current is not None:
        yield current
