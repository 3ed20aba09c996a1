"""All findings of the working tree, client by client and then across them; history is the gate's matter."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from aloitus.findings import Finding, Place, Related
from aloitus.loading.practice import PEOPLE_FILE, PROCESSES, load_client
from aloitus.loading.source import Source
from aloitus.pipeline.client_file import ClientFile, ClientReader, Load
from aloitus.pipeline.extract_cache import extracts
from aloitus.pipeline.fan_out import Progress, fan_out
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.page_sources import guide_names
from aloitus.plan.client_plan import ClientPlan
from aloitus.rules.case import Case
from aloitus.rules.firm.client_extract import ClientExtract, extract
from aloitus.rules.meant_names import with_meant_names
from aloitus.rules.process.process_case import PeopleCase, ProcessCase
from aloitus.rules.run import (
    check_client,
    check_firm,
    check_people,
    check_process,
    check_unplanned,
    without_echoes,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings` have their spans; `sources` gives any file of theirs, for excerpts."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    clients: int


class ClientCheck(NamedTuple):
    """`findings` with spans where they are in the client's file; `extract` is None where it can't be read."""

    findings: tuple[Finding, ...]
    extract: ClientExtract | None


class ClientChecker:
    """Checks clients of one practice on one day."""

    def __init__(self, practice: OpenPractice, today: date, load: Load | None = None) -> None:
        self._practice = practice
        self.reader = ClientReader(practice, today, load)

    def check(self, path: str) -> ClientCheck:
        file = self.reader.read(path)
        source = file.loaded.source
        found = tuple(located(finding, {path: source}) for finding in self.findings(file))
        client = file.loaded.value
        return ClientCheck(found, extract(client, path) if client else None)

    def findings(self, file: ClientFile) -> list[Finding]:
        """What was found in reading, and what the rules find besides."""
        client, read = file.loaded.value, list(file.loaded.findings)
        if client is None:
            return read
        if file.plan is None:
            # of a purged client not even the process has to stay
            purged = not client.process and client.is_purged
            is_told = purged or f"{PROCESSES}{client.process}.yaml" in self._practice.templates.unread
            found = [] if is_told else check_unplanned(client, file.path, self._practice.processes)
        else:
            case = self._case(file.plan, file.path)
            found = check_client(case)
            read = with_meant_names(read, case)
        return [*read, *without_echoes(found, read)] if read else found

    def _case(self, plan: ClientPlan, path: str) -> Case:
        practice = self._practice
        return Case(plan, path, practice.people, knows_people=_knows_people(practice))


def check_practice(
    practice: OpenPractice,
    today: date,
    named: Collection[str] = (),
    *,
    cache: Path | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Checked:
    """Everything that can be told without history; of `named` clients alone, where some are named.

    What keeps a whole template from being read is told in any case: clients can't be judged without it.

    `cache`: where what the others' files say of them may be remembered from one check of named clients to the next.
    """
    checker = ClientChecker(practice, today)
    paths = list(practice.clients.values())
    if named and cache:
        paths = [practice.clients[client] for client in named]
        others = [path for path in practice.clients.values() if path not in paths]
        beside = [ClientCheck((), known) for known in extracts(practice, others, cache)]
    else:
        beside = []
    checks = [*fan_out(paths, checker.check, workers=workers, progress=progress), *beside]
    sources = Sources(practice)
    across = check_firm(sorted(check.extract for check in checks if check.extract))
    shared = [*practice.templates.findings, *_of_templates(practice), *across]
    findings = [finding for check in checks for finding in check.findings]
    findings += [located(finding, sources) for finding in shared]
    if named:
        files = {practice.clients[client] for client in named} | practice.templates.unread
        findings = [finding for finding in findings if finding.place.file in files]
    return Checked(tuple(in_order(findings)), sources, len(named) or len(checks))


def _knows_people(practice: OpenPractice) -> bool:
    """What's wrong with the file of people is told at that file, once, and not wherever somebody is named."""
    return PEOPLE_FILE not in practice.templates.unread


def _of_templates(practice: OpenPractice) -> Iterator[Finding]:
    guides = practice.guides
    if guides is None:
        guides = guide_names(practice.root, practice.firm.languages)
    found: list[Finding] = []
    for name, process in practice.processes.items():
        found += check_process(
            ProcessCase(process, f"{PROCESSES}{name}.yaml", practice.people, guides, _knows_people(practice))
        )
    found += check_people(PeopleCase(practice.people, PEOPLE_FILE, practice.processes))
    yield from without_echoes(found, practice.templates.findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file, then by place: the same however many processes found them."""
    return sorted(findings, key=lambda finding: (finding.place.file, _position(finding), finding.code))


def _position(finding: Finding) -> tuple[int, int]:
    span = finding.place.span
    return (span.line, span.column) if span else (0, 0)


def located(finding: Finding, sources: Mapping[str, Source]) -> Finding:
    """The finding with the spans of its places, where their files are among `sources`."""
    place = _with_span(finding.place, sources)
    related = tuple(Related(one.message, _with_span(one.place, sources)) for one in finding.related)
    if place is finding.place and related == finding.related:
        return finding
    return replace(finding, place=place, related=related)


def _with_span(place: Place, sources: Mapping[str, Source]) -> Place:
    source = None if place.span else sources.get(place.file)
    return replace(place, span=source.span(place.key, on_key=place.on_key)) if source else place


class Sources(Mapping[str, Source]):
    """The files of a practice for excerpts, each read again when it's asked for."""

    def __init__(self, practice: OpenPractice) -> None:
        self._practice = practice
        self._known: dict[str, Source] = dict(practice.templates.sources)

    def __getitem__(self, path: str) -> Source:
        if path not in self._known:
            languages = self._practice.firm.languages
            data = self._practice.files[path]
            self._known[path] = load_client(path, data, first_language=languages[0], languages=languages).source
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._practice.files)

    def __len__(self) -> int:
        return len(self._practice.files)
