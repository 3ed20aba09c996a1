"""A state of the repository as the gate looks at it: templates read, clients read when they're asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from aloitus.errors import UserError
from aloitus.findings import Severity
from aloitus.gate.comparison import Side
from aloitus.gate.files.layout import is_attributes
from aloitus.loading.practice import CLIENTS, FIRM_FILE, PEOPLE_FILE, PROCESSES, Loaded
from aloitus.model.client import Client
from aloitus.model.firm import Firm
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.pipeline.decoding import Decoder, client_id, yaml_entries

T = TypeVar("T")
Read = Callable[[TreeEntry, bytes], Loaded[T]]

LOSING = frozenset({*(f"VAL{number}" for number in range(202, 211)), "VAL215", "VAL216", "VAL218"})
"""Codes of the reader's findings after which a value is missing that the file may have meant."""
DEFAULT_LANGUAGES = Firm("").languages


class Rescue(Protocol):
    """Finds what stands in for a file that can't be read; None where nothing does."""

    def __call__(self, entry: TreeEntry, read: Read[T]) -> T | None: ...


def no_rescue(entry: TreeEntry, read: Read[T]) -> T | None:  # noqa: ARG001 - nothing stands in for what a change brings
    return None


@dataclass(frozen=True)
class StateFiles:
    """A state's names, and the bytes of the files that are read."""

    tree: Mapping[str, TreeEntry]
    contents: Mapping[str, bytes]


@dataclass
class SideReader:
    """Reads the templates of a state, and its clients one by one; `unread` gathers what couldn't be made sense of.

    `strict`: a file that can't be read, and that nothing stands in for, ends the judging. `first_language`: what a
    client has that names none, where it isn't the state's own: firms may turn the order around, and change no client.
    """

    decoder: Decoder
    files: StateFiles
    rescue: Rescue = no_rescue
    strict: bool = False
    languages: tuple[str, ...] = DEFAULT_LANGUAGES
    first_language: str | None = None
    unread: set[str] = field(default_factory=set)

    def side(self) -> Side:
        tree, decoder = self.files.tree, self.decoder
        firm = self.value(tree.get(FIRM_FILE), decoder.firm)
        self.languages = firm.languages if firm else self.languages
        people = self.value(tree.get(PEOPLE_FILE), decoder.people)
        read = {
            entry.path[len(PROCESSES) : -len(".yaml")]: self.value(
                entry, lambda entry, data: decoder.process(entry, data, self.languages)
            )
            for entry in yaml_entries(tree, PROCESSES)
        }
        processes = {name: process for name, process in read.items() if process}
        attributes = {path: data for path, data in self.files.contents.items() if is_attributes(path)}
        return Side(firm, people or {}, processes, Clients(self), tree, attributes, frozenset(self.unread))

    def client(self, entry: TreeEntry) -> Client | None:
        first = self.first_language or self.languages[0]
        languages = (first, *(language for language in self.languages if language != first))
        return self.value(entry, lambda entry, data: self.decoder.client(entry, data, languages))

    def value(self, entry: TreeEntry | None, read: Read[T]) -> T | None:
        if entry is None or entry.kind is not FileKind.FILE:
            return None
        loaded = read(entry, self.files.contents[entry.path])
        if is_whole(loaded):
            return loaded.value
        self.unread.add(entry.path)
        rescued = self.rescue(entry, read)
        if rescued is None and loaded.value is None and self.strict:
            raise UserError("git.no-policy", exit_code=3, path=entry.path)
        return loaded.value if rescued is None else rescued


class Clients(Mapping[str, Client]):
    """The clients of a state by id, each read when it's asked for, and only those that can be read.

    To know which can, all are read when they're counted off.
    """

    def __init__(self, reader: SideReader) -> None:
        self._reader = reader
        self._entries = {client_id(entry.path): entry for entry in yaml_entries(reader.files.tree, CLIENTS)}
        self._known: dict[str, Client | None] = {}

    def __getitem__(self, name: str) -> Client:
        if name not in self._known:
            self._known[name] = self._reader.client(self._entries[name])
        client = self._known[name]
        if client is None:
            raise KeyError(name)
        return client

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._entries if self.get(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def is_whole(loaded: Loaded[T]) -> bool:
    """Whether nothing that the file says was lost in reading it."""
    errors = (finding.code for finding in loaded.findings if finding.severity is Severity.ERROR)
    return loaded.value is not None and not any(code in LOSING or code.startswith("YML") for code in errors)
