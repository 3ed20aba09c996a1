"""The files of a practice, by path, as values and findings."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from aloitus.findings import Finding, Place, Span
from aloitus.loading import val_kinds as kinds
from aloitus.loading import yml_kinds
from aloitus.loading.reader import read
from aloitus.loading.reading import Reading, shown
from aloitus.loading.schema.client import CLIENT
from aloitus.loading.schema.firm import FIRM
from aloitus.loading.schema.people import PEOPLE
from aloitus.loading.schema.process import PROCESS
from aloitus.loading.shapes import Record, miss_key
from aloitus.loading.source import Source
from aloitus.loading.suggestions import as_id
from aloitus.loading.values import Id, is_null
from aloitus.model.client import Client, ClientStatus
from aloitus.model.firm import Firm, Person, Practice
from aloitus.model.process import Process

T = TypeVar("T")

FIRM_FILE = "templates/firm.yaml"
PEOPLE_FILE = "templates/people.yaml"
PROCESSES = "templates/processes/"
CLIENTS = "clients/"

_ID = Id()


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """`value` is None only when the file can't be read at all; a field that's wrong is left out, with a finding."""

    value: T | None
    source: Source
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Templates:
    firm: Firm
    people: Mapping[str, Person] = field(default_factory=dict)
    processes: Mapping[str, Process] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadedPractice:
    """`findings` are in the order of the files' paths, each file's by place.

    `unread`: files of which nothing is known, since they aren't there or nothing could be made of them.
    """

    practice: Practice
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    unread: frozenset[str] = frozenset()


def load_firm(path: str, data: bytes) -> Loaded[Firm]:
    reading = read(path, data, guarded=False)
    return _loaded(FIRM.read(reading.root, reading) if reading.root else None, reading)


def load_people(path: str, data: bytes) -> Loaded[Mapping[str, Person]]:
    reading = read(path, data)
    return _loaded(PEOPLE.read(reading.root, reading) if reading.root else None, reading)


def load_process(path: str, data: bytes, languages: tuple[str, ...]) -> Loaded[Process]:
    reading = read(path, data, guarded=False, languages=languages)
    return _loaded(_named(PROCESS, reading), reading)


def load_client(path: str, data: bytes, *, first_language: str, languages: tuple[str, ...] = ()) -> Loaded[Client]:
    """`languages`: the firm's, for texts by language; without them any may be used."""
    reading = read(path, data, languages=languages)
    client = _named(CLIENT, reading, language=first_language)
    services = reading.root.values.get("services") if reading.root else None
    if client and client.is_purged:
        return _loaded(_all_that_stays(client, reading), reading)
    if client and reading.root and (services is None or is_null(services)):
        miss_key("services", "services: [bookkeeping]", reading.root, reading)
    return _loaded(client, reading)


def _all_that_stays(client: Client, reading: Reading) -> Client:
    """A purged client, of whom nothing has to stay but the entry that says so: not even a name or a status."""
    reading.findings[:] = [
        finding
        for finding in reading.findings
        if finding.code != kinds.MISSING_KEY.code or finding.place.on_key or len(finding.place.key) > 1
    ]
    has_status = reading.root is not None and "status" in reading.root.values
    return client if has_status else replace(client, status=ClientStatus.CLOSED)


def load_practice(files: Mapping[str, bytes]) -> LoadedPractice:
    """Every file of the folders `clients` and `templates`, by its path from the repository's root."""
    sources: dict[str, Source] = {}
    findings: list[Finding] = []
    unread = {path for path in (FIRM_FILE, PEOPLE_FILE) if path not in files}

    def keep(loaded: Loaded[T]) -> T | None:
        sources[loaded.source.path] = loaded.source
        if loaded.value is None:
            unread.add(loaded.source.path)
        findings.extend(loaded.findings)
        return loaded.value

    firm = keep(load_firm(FIRM_FILE, files[FIRM_FILE])) if FIRM_FILE in files else None
    firm = firm or Firm("")
    people = keep(load_people(PEOPLE_FILE, files[PEOPLE_FILE])) if PEOPLE_FILE in files else None
    processes = {
        process.id: process
        for path in _yaml_files(files, PROCESSES)
        if (process := keep(load_process(path, files[path], firm.languages)))
    }
    clients = {
        client.id: client
        for path in _yaml_files(files, CLIENTS)
        if (client := keep(load_client(path, files[path], first_language=firm.languages[0], languages=firm.languages)))
    }
    missing = [path for path in (FIRM_FILE, PEOPLE_FILE) if path not in files]
    if not processes and not _yaml_files(files, PROCESSES):
        missing.append(PROCESSES)
    findings += [kinds.MISSING_FILE.at(Place(path), file=path) for path in missing]
    findings.sort(key=lambda finding: finding.place.file)
    return LoadedPractice(Practice(firm, people or {}, processes, clients), tuple(findings), sources, frozenset(unread))


def _yaml_files(files: Mapping[str, bytes], folder: str) -> list[str]:
    """Paths of the YAML files directly in `folder`; odd names and places are the gate's to judge."""
    return sorted(
        path for path in files if path.startswith(folder) and path.endswith(".yaml") and "/" not in path[len(folder) :]
    )


def _named(record: Record[T], reading: Reading, **defaults: object) -> T | None:
    """The record that fills a file, whose id is the file's name."""
    if reading.root is None:
        return None
    name = reading.path.rpartition("/")[2].removesuffix(".yaml")
    if not _ID.fits(name):
        place = Place(reading.path, span=Span(1, 1, 1, 1))
        suggestion = as_id(name)
        reading.append(
            kinds.BAD_FILE_NAME.at(place, help=suggestion is not None, value=shown(name), suggestion=suggestion)
        )
    values = record.values(reading.root, reading) or {}
    return record.build(name, **defaults | values)


def _loaded(value: T | None, reading: Reading) -> Loaded[T]:
    findings = reading.findings
    if reading.is_cut:
        findings.append(yml_kinds.MORE_FINDINGS.at(findings[-1].place, n=len(findings)))
    if len(findings) > 1:
        findings.sort(key=_position)
    source = Source(reading.path, reading.text, frozenset(reading.omitted))
    return Loaded(value, source, tuple(findings))


def _position(finding: Finding) -> tuple[int, int, str]:
    span = finding.place.span or Span(1, 1, 1, 1)
    return span.line, span.column, finding.code
