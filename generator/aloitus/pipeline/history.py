"""Judges what a branch, or the working tree, brings to its base."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from aloitus.loading.practice import FIRM_FILE
from aloitus.model.firm import Firm
from aloitus.pipeline.checking import Checked
from aloitus.pipeline.comparing import EarlierVersion, Judging, judge, read_change
from aloitus.pipeline.decoding import Decoder
from aloitus.pipeline.sides import StateFiles
from aloitus.pipeline.wiki_address import checks_address, settings_names
from aloitus.snapshot.git import Git
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import step
from aloitus.snapshot.trees import read_files


class Judged(NamedTuple):
    """`firm`: as base's file has it. `explained_at`: where the wiki explains all findings; None without an address."""

    checked: Checked
    firm: Firm
    explained_at: str | None


def check_history(
    root: Path, base: str, head: str | None, judging: Judging, *, linked_in: Callable[[Firm], str] | None = None
) -> Judged:
    """All findings of the step from `base` to `head`, or to the working tree; UserError when it can't be judged.

    `linked_in`: the language whose explanations are to be linked to; None where nobody asks. Their address is that of
    base's own settings: a change puts no link of its own into what is said about it.
    """
    with repository(root) as opened:
        taken = step(opened, base, head)
        change = read_change(root, taken.base, taken.head, taken.policy)
        checked = judge(change, judging, EarlierVersion(opened.git, taken.base_commit))
        firm = _firm(change.policy if FIRM_FILE in change.policy.contents else change.head, judging.decoder)
        if linked_in is None:
            return Judged(checked, firm, None)
        return Judged(checked, firm, _explained_at(opened.git, taken.policy_commit, firm.languages, linked_in(firm)))


def _explained_at(git: Git, commit: str, languages: tuple[str, ...], language: str) -> str | None:
    return checks_address(read_files(git, commit, settings_names(languages)), languages, language)


def _firm(files: StateFiles, decoder: Decoder) -> Firm:
    """In a state; one that says nothing where it can't be read."""
    if FIRM_FILE not in files.contents:
        return Firm("")
    return decoder.firm(files.tree[FIRM_FILE], files.contents[FIRM_FILE]).value or Firm("")
