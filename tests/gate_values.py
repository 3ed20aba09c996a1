"""Judges changes between trees of files that are only in memory: what the gate does, less git."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import lru_cache
from hashlib import sha1
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

from aloitus.findings import Finding
from aloitus.gate.comparison import Review
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.pipeline.checking import ClientCheck, ClientChecker
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


READERS = {
    "aloitus.loading.practice": ("load_firm", "load_people", "load_process"),
    "aloitus.pipeline.client_file": ("load_client",),
    "aloitus.pipeline.checking": ("load_client",),
}
KEPT = 300


@contextmanager
def remembering() -> Iterator[None]:
    """Within the block what files say, and what's wrong in them by themselves, is worked out once.

    Long runs judge the same files again and again. The history, which is what they are about, is always judged.
    """
    with ExitStack() as patches:
        for module, names in READERS.items():
            for name in names:
                known = lru_cache(maxsize=KEPT)(getattr(import_module(module), name))
                patches.enter_context(patch(f"{module}.{name}", known))
        patches.enter_context(patch.object(ClientChecker, "check", _remembered(ClientChecker.check)))
        yield


def _remembered(check: Callable[[ClientChecker, str], ClientCheck]) -> Callable[[ClientChecker, str], ClientCheck]:
    known: dict[object, ClientCheck] = {}

    def remembered(checker: ClientChecker, path: str) -> ClientCheck:
        practice, today = checker._practice, checker.reader._today  # noqa: SLF001
        templates = tuple(text for name, text in sorted(practice.files.items()) if name.startswith("templates/"))
        key = (path, practice.files[path], templates, today)
        if key not in known:
            if len(known) >= KEPT:
                known.clear()
            known[key] = check(checker, path)
        return known[key]

    return remembered


def _entry(path: str, content: Content) -> TreeEntry:
    kind = FileKind.FILE
    if isinstance(content, Odd):
        kind = FileKind.SUBMODULE if content.mode == SUBMODULE else FileKind.SYMLINK
    return TreeEntry(path, kind, sha1(_bytes(content), usedforsecurity=False).hexdigest())


def _bytes(content: Content) -> bytes:
    if isinstance(content, Odd):
        return content.content
    return content.encode() if isinstance(content, str) else content
