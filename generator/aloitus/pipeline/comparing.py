"""Judges the step from one state of the repository to another: the head's own findings, and the gate's."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from aloitus.findings import Finding, KeyPath, Severity
from aloitus.gate.compare import compare
from aloitus.gate.comparison import Comparison, Review
from aloitus.loading.practice import CLIENTS, load_practice
from aloitus.model.firm import Firm
from aloitus.model.tree import TreeEntry
from aloitus.pipeline.checking import Checked, ClientChecker, check_practice, in_order, located
from aloitus.pipeline.decoding import Decoder, needed
from aloitus.pipeline.fan_out import Progress
from aloitus.pipeline.opened import OpenPractice, workdays_of
from aloitus.pipeline.settling import READERS, settle
from aloitus.pipeline.sides import Read, Rescue, SideReader, StateFiles, T, is_whole, no_rescue
from aloitus.rules.enough import MOST_OF_A_KIND
from aloitus.rules.registry import FIRM_RULES
from aloitus.snapshot.earlier import earlier_versions
from aloitus.snapshot.git import Git
from aloitus.snapshot.states import State

ACROSS_CLIENTS = frozenset(rule.KIND.code for rule in FIRM_RULES)
"""What only shows across clients hangs on their files alone."""
GUIDE = re.compile(r"site/guides/([^/]+)/([^/]+)\.md")
Mark = tuple[str, KeyPath, str]
DayOf = Callable[[Firm], date]
"""Which day it is, in the time zone of the firm."""


@dataclass(frozen=True)
class Change:
    """Two states with their bytes read; `policy` are the files that the change is judged by."""

    root: Path
    base: StateFiles
    head: StateFiles
    policy: StateFiles


def read_change(root: Path, base: State, head: State, policy: State) -> Change:
    """Reads each state's files; what base and head have in common is read once."""
    head_files = read_files(head)
    base_files = read_files(base, head_files)
    return Change(root, base_files, head_files, base_files if policy is base else read_files(policy, base_files))


def read_files(state: State, like: StateFiles | None = None) -> StateFiles:
    """`like`: a state that was read already, for what both have in common."""
    tree = {entry.path: entry for entry in state.entries}
    wanted = list(needed(tree))
    known = like or StateFiles({}, {})
    same = {
        entry.path: known.contents[entry.path]
        for entry in wanted
        if entry.path in known.contents and known.tree.get(entry.path) == entry
    }
    return StateFiles(tree, {**same, **state.read(entry for entry in wanted if entry.path not in same)})


@dataclass
class EarlierVersion:
    """Stands in for a file of base that can't be read: the nearest version along the first parents that can."""

    git: Git
    commit: str
    rescued: dict[str, str] = field(default_factory=dict)

    def __call__(self, entry: TreeEntry, read: Read[T]) -> T | None:
        for version in earlier_versions(self.git, self.commit, entry.path):
            loaded = read(replace(entry, content=f"{version.commit}:{entry.content}"), version.content)
            if is_whole(loaded):
                self.rescued[entry.path] = version.commit[:12]
                return loaded.value
        return None


@dataclass(frozen=True)
class FromBase:
    """Stands in for a template that the change breaks: base's. A broken client stays unread, and is a finding."""

    files: StateFiles

    def __call__(self, entry: TreeEntry, read: Read[T]) -> T | None:
        before = self.files.tree.get(entry.path)
        if entry.path.startswith(CLIENTS) or before is None or entry.path not in self.files.contents:
            return None
        return read(before, self.files.contents[entry.path]).value


@dataclass(frozen=True)
class Judging:
    """What a change is judged with: what the forge says of it, the day, and what contents said before."""

    review: Review
    day_of: DayOf
    decoder: Decoder = field(default_factory=Decoder)
    workers: int | None = None
    progress: Progress | None = None


def judge(change: Change, judging: Judging, rescue: Rescue = no_rescue) -> Checked:
    """All findings of the change, in the order of files."""
    head = opened(change.root, change.head)
    comparison = compared(change, judging, rescue, head)
    own = check_practice(head, comparison.today, workers=judging.workers, progress=judging.progress)
    gate = [located(finding, own.sources) for finding in compare(comparison)]
    findings = settle(own.findings, gate, comparison, AtBase(change, comparison, own.findings).has)
    return Checked(tuple(in_order(findings)), own.sources, own.clients)


def compared(change: Change, judging: Judging, rescue: Rescue, head: OpenPractice) -> Comparison:
    """The change as the gate's rules look at it."""
    decoder = judging.decoder
    languages = head.firm.languages
    base = SideReader(decoder, change.base, rescue, strict=True, languages=languages).side()
    first = base.firm.languages[0] if base.firm else None
    after = SideReader(decoder, change.head, FromBase(change.base), languages=languages, first_language=first).side()
    policy = base
    if change.policy is not change.base:
        policy = SideReader(decoder, change.policy, rescue, strict=True, languages=languages).side()
    if not policy.has_templates:
        policy = after
    firm = policy.firm or after.firm or Firm("")
    today = judging.day_of(firm)
    rescued = rescue.rescued if isinstance(rescue, EarlierVersion) else {}
    workdays, country = workdays_of(firm.country), head.firm.country
    workdays_after = workdays_of(country) if country != firm.country else None
    return Comparison(base, after, policy, today, judging.review, workdays, rescued, workdays_after)


def opened(root: Path, files: StateFiles) -> OpenPractice:
    """A state as the checks of a working tree look at it."""
    contents = {path: data for path, data in files.contents.items() if path.endswith(".yaml")}
    templates = {path: data for path, data in contents.items() if not path.startswith(CLIENTS)}
    practice = load_practice(templates)
    return OpenPractice(root, contents, practice, guides_in(files.tree, practice.practice.firm.languages))


def guides_in(tree: Mapping[str, TreeEntry], languages: Sequence[str]) -> Mapping[str, Collection[str]]:
    """The names of the guides in a state, by language."""
    found: dict[str, list[str]] = {language: [] for language in languages}
    for path in tree:
        known = GUIDE.fullmatch(path)
        if known and known[1] in found:
            found[known[1]].append(known[2])
    return found


@dataclass(frozen=True)
class AtBase:
    """Tells whether a finding stood before the change: in a file that it doesn't touch, or in a closed record.

    `own` are all that the head has. Where there are more of a kind than are told, nobody can say that none is new.
    """

    change: Change
    comparison: Comparison
    own: Sequence[Finding]

    def has(self, finding: Finding) -> bool:
        file = finding.place.file
        edited = self.change.base.tree.get(file) != self.change.head.tree.get(file)
        if not edited and (self._stays(file) or finding.code in ACROSS_CLIENTS):
            return True
        if self._counts[finding.code, file] >= MOST_OF_A_KIND:
            return False
        return _mark(finding) in (self._of_client(file) if file.startswith(CLIENTS) else self._own)

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        return Counter((finding.code, finding.place.file) for finding in self.own if finding.severity is Severity.ERROR)

    def _stays(self, file: str) -> bool:
        """Whether all that a file is judged by is as it was; a process names guides as well."""
        return self._templates_stay and (file.startswith(CLIENTS) or self._guides_stay)

    @cached_property
    def _templates_stay(self) -> bool:
        base, head = self.change.base.tree, self.change.head.tree
        return all(base.get(path) == head.get(path) for path in {*base, *head} if path.startswith("templates/"))

    @cached_property
    def _guides_stay(self) -> bool:
        base, head = self.change.base.tree, self.change.head.tree
        return all((path in base) == (path in head) for path in {*base, *head} if GUIDE.fullmatch(path))

    def _of_client(self, file: str) -> set[Mark]:
        if file not in self.change.base.contents:
            return set()
        return {_mark(finding) for finding in self._checker.check(file).findings}

    @cached_property
    def _checker(self) -> ClientChecker:
        return ClientChecker(self._practice, self.comparison.today)

    @cached_property
    def _practice(self) -> OpenPractice:
        return opened(self.change.root, self.change.base)

    @cached_property
    def _own(self) -> set[Mark]:
        """The errors of base's templates."""
        contents = {path: data for path, data in self.change.base.contents.items() if not path.startswith(CLIENTS)}
        alone = opened(self.change.root, StateFiles(self.change.base.tree, contents))
        found = check_practice(alone, self.comparison.today).findings
        return {_mark(finding) for finding in found if finding.severity is Severity.ERROR}


def _mark(finding: Finding) -> Mark:
    """What makes two findings the same before and after a change; of a value that can't be read, what is said of it."""
    return finding.code, finding.place.key, repr(finding.message) if finding.code in READERS else ""
