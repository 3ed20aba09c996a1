"""Judges changes between trees of files that are only in memory: what the gate does, less git."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha1
from pathlib import Path

from aloitus.findings import Finding
from aloitus.gate.comparison import Review
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.pipeline.comparing import Change, Judging, judge
from aloitus.pipeline.decoding import Decoder, needed
from aloitus.pipeline.sides import Rescue, StateFiles, no_rescue
from git_history import SUBMODULE, Content, Odd

TODAY = date(2026, 11, 23)
NOWHERE = Path("/nonexistent")


def state(files: Mapping[str, Content]) -> StateFiles:
    """Files as a commit would hold them."""
    tree = {path: _entry(path, content) for path, content in files.items()}
    return StateFiles(tree, {entry.path: _bytes(files[entry.path]) for entry in needed(tree)})


def findings_of(
    base: Mapping[str, Content],
    head: Mapping[str, Content],
    review: Review,
    today: date = TODAY,
    decoder: Decoder | None = None,
    rescue: Rescue = no_rescue,
) -> tuple[Finding, ...]:
    before = state(base)
    judging = Judging(review, lambda _firm: today, decoder or Decoder(), workers=1)
    return judge(Change(NOWHERE, before, state(head), before), judging, rescue).findings


def _entry(path: str, content: Content) -> TreeEntry:
    kind = FileKind.FILE
    if isinstance(content, Odd):
        kind = FileKind.SUBMODULE if content.mode == SUBMODULE else FileKind.SYMLINK
    return TreeEntry(path, kind, sha1(_bytes(content), usedforsecurity=False).hexdigest())


def _bytes(content: Content) -> bytes:
    if isinstance(content, Odd):
        return content.content
    return content.encode() if isinstance(content, str) else content
