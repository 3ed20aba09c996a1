"""Replays the history of a branch, each step judged as if it had come as a change to the commit before it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from aloitus.errors import UserError
from aloitus.findings import Finding, Message, Severity
from aloitus.gate.compare import compare
from aloitus.gate.comparison import Comparison, Review
from aloitus.loading.practice import CLIENTS, Loaded
from aloitus.model.client import Client
from aloitus.model.firm import Firm
from aloitus.model.tree import TreeEntry
from aloitus.pipeline.checking import ClientChecker, check_practice
from aloitus.pipeline.comparing import AtBase, Change, Judging, compared, opened
from aloitus.pipeline.decoding import Decoder, needed
from aloitus.pipeline.fan_out import Progress
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.settling import settle
from aloitus.pipeline.sides import Read, StateFiles, T, is_whole
from aloitus.rules.firm.client_extract import ClientExtract
from aloitus.rules.run import check_firm
from aloitus.snapshot.first_parents import Landed, first_parents
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import GUIDES, committed
from aloitus.snapshot.trees import read_blobs

Tree = Mapping[str, TreeEntry]
DayAt = Callable[[Firm, datetime], date]
"""Which day it was in the firm's time zone."""
JUDGED_BY = ("templates/", GUIDES)
HISTORY_ALONE = Review(known=False)


@dataclass(frozen=True, slots=True)
class Stopped:
    """A step that the gate would have stopped: its errors, or why it couldn't be judged."""

    landed: Landed
    findings: tuple[Finding, ...]
    refusal: Message | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    steps: int
    stopped: tuple[Stopped, ...]


class Contents(Mapping[str, bytes]):
    """The bytes of a state's files by path, out of one store of blobs for the whole history."""

    def __init__(self, tree: Tree, blobs: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._blobs = blobs

    def __getitem__(self, path: str) -> bytes:
        return self._blobs[self._tree[path].content]

    def __iter__(self) -> Iterator[str]:
        return (path for path, entry in self._tree.items() if entry.content in self._blobs)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class LastWhole:
    """Stands in for a file that can't be read: the last version of it before that can."""

    versions: dict[str, list[TreeEntry]]
    blobs: Mapping[str, bytes]

    def __call__(self, entry: TreeEntry, read: Read[T]) -> T | None:
        for version in reversed(self.versions.get(entry.path, [])):
            loaded = read(version, self.blobs[version.content])
            if is_whole(loaded):
                return loaded.value
        return None

    def remember(self, landed: Landed) -> None:
        for path, entry in landed.edits.items():
            if entry is not None and entry.content in self.blobs:
                self.versions.setdefault(path, []).append(entry)


def replay(root: Path, since: str | None, day_at: DayAt, progress: Progress | None = None) -> Replayed:
    """Judges each commit of HEAD's first-parent history after `since`; UserError when history can't be read."""
    with repository(root) as here:
        start = here.commit(since) if since is not None else None
        history = first_parents(here.git, here.commit("HEAD"), start)
        tree = {entry.path: entry for entry in committed(here.git, start).entries} if start else {}
        blobs = read_blobs(here.git, _blobs(tree, history))
        replaying = _Replaying(root, day_at, blobs)
        replaying.begin(tree)
        stopped = []
        for number, landed in enumerate(history, 1):
            found = replaying.step(landed)
            if found:
                stopped.append(found)
            if progress:
                progress(number)
    return Replayed(len(history), tuple(stopped))


def _blobs(tree: Tree, history: tuple[Landed, ...]) -> set[str]:
    found = {entry.content for entry in needed(tree)}
    for landed in history:
        found.update(entry.content for entry in needed({path: it for path, it in landed.edits.items() if it}))
    return found


class _Replaying:
    """One run through the history; what each content says is read once."""

    def __init__(self, root: Path, day_at: DayAt, blobs: Mapping[str, bytes]) -> None:
        self._root = root
        self._day_at = day_at
        self._blobs = blobs
        self._decoder = Decoder()
        self._rescue = LastWhole({}, blobs)
        self._tree: dict[str, TreeEntry] = {}
        self._practice: OpenPractice | None = None
        self._extracts: dict[str, ClientExtract] = {}

    def begin(self, tree: dict[str, TreeEntry]) -> None:
        """The state that the first step is judged against."""
        self._rescue.remember(Landed("", 0, "", dict(tree)))
        self._tree = tree
        practice = self._opened(self._files(tree))
        checker = ClientChecker(practice, date.max)
        self._extracts = {path: it for path in practice.clients.values() if (it := checker.check(path).extract)}

    def step(self, landed: Landed) -> Stopped | None:
        """None where the gate would have let the step through."""
        before = self._files(self._tree)
        self._tree = {**self._tree, **{path: entry for path, entry in landed.edits.items() if entry}}
        for path, entry in landed.edits.items():
            if entry is None:
                self._tree.pop(path, None)
        change = Change(self._root, before, self._files(self._tree), before)
        try:
            errors = self._errors(change, landed)
        except UserError as error:
            return Stopped(landed, (), error.message)
        finally:
            self._rescue.remember(landed)
        return Stopped(landed, errors) if errors else None

    def _errors(self, change: Change, landed: Landed) -> tuple[Finding, ...]:
        if not landed.edits:
            return ()
        templates_stay = not any(path.startswith(JUDGED_BY) for path in landed.edits)
        practice = self._opened(change.head, keep=templates_stay)
        judging = Judging(HISTORY_ALONE, lambda firm: self._day_at(firm, landed.when), self._decoder, workers=1)
        comparison = compared(change, judging, self._rescue, practice)
        own = self._own(practice, comparison, landed, all_clients=not templates_stay)
        found = settle(own, compare(comparison), comparison, AtBase(change, comparison, own).has)
        return tuple(finding for finding in found if finding.severity is Severity.ERROR)

    def _own(
        self, practice: OpenPractice, comparison: Comparison, landed: Landed, *, all_clients: bool
    ) -> list[Finding]:
        """The findings of the files that the step edits; of all clients where it edits what they are judged by."""
        languages = practice.firm.languages

        def known(path: str, data: bytes) -> Loaded[Client]:
            return self._decoder.client(self._tree[path], data, languages)

        checker = ClientChecker(practice, comparison.today, known)
        found: list[Finding] = []
        for path in landed.edits:
            self._extracts.pop(path, None)
            if path in practice.files and path.startswith(CLIENTS):
                checked = checker.check(path)
                found += checked.findings
                if checked.extract:
                    self._extracts[path] = checked.extract
        if all_clients:
            return list(check_practice(practice, comparison.today, workers=1).findings)
        return found + check_firm([self._extracts[path] for path in sorted(self._extracts)])

    def _files(self, tree: dict[str, TreeEntry]) -> StateFiles:
        return StateFiles(tree, Contents(tree, self._blobs))

    def _opened(self, files: StateFiles, *, keep: bool = False) -> OpenPractice:
        """`keep`: the templates are those of the step before."""
        if keep and self._practice is not None:
            self._practice = replace(self._practice, files=files.contents)
        else:
            self._practice = opened(self._root, files)
        return self._practice
