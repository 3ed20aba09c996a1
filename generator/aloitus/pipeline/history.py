"""Judges what a branch, or the working tree, brings to its base."""

from pathlib import Path

from aloitus.pipeline.checking import Checked
from aloitus.pipeline.comparing import EarlierVersion, Judging, judge, read_change
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import step


def check_history(root: Path, base: str, head: str | None, judging: Judging) -> Checked:
    """All findings of the step from `base` to `head`, or to the working tree; UserError when it can't be judged."""
    with repository(root) as opened:
        taken = step(opened, base, head)
        change = read_change(root, taken.base, taken.head, taken.policy)
        return judge(change, judging, EarlierVersion(opened.git, taken.base_commit))
