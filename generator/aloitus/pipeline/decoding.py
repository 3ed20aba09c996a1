"""Files of the practice as values, each content read once however many states hold it."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from aloitus.gate.files.layout import is_attributes
from aloitus.loading.practice import (
    CLIENTS,
    FIRM_FILE,
    PEOPLE_FILE,
    PROCESSES,
    Loaded,
    load_client,
    load_firm,
    load_people,
    load_process,
)
from aloitus.model.client import Client
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process
from aloitus.model.tree import FileKind, TreeEntry

T = TypeVar("T")
Key = tuple[str, str, tuple[str, ...]]


class Decoder:
    """Remembers what each content said, by path and content id: the path is the id of what the file holds."""

    def __init__(self) -> None:
        self._firms: dict[Key, Loaded[Firm]] = {}
        self._people: dict[Key, Loaded[Mapping[str, Person]]] = {}
        self._processes: dict[Key, Loaded[Process]] = {}
        self._clients: dict[Key, Loaded[Client]] = {}

    def firm(self, entry: TreeEntry, data: bytes) -> Loaded[Firm]:
        key = (entry.path, entry.content, ())
        if key not in self._firms:
            self._firms[key] = load_firm(entry.path, data)
        return self._firms[key]

    def people(self, entry: TreeEntry, data: bytes) -> Loaded[Mapping[str, Person]]:
        key = (entry.path, entry.content, ())
        if key not in self._people:
            self._people[key] = load_people(entry.path, data)
        return self._people[key]

    def process(self, entry: TreeEntry, data: bytes, languages: tuple[str, ...]) -> Loaded[Process]:
        key = (entry.path, entry.content, languages)
        if key not in self._processes:
            self._processes[key] = load_process(entry.path, data, languages)
        return self._processes[key]

    def client(self, entry: TreeEntry, data: bytes, languages: tuple[str, ...]) -> Loaded[Client]:
        key = (entry.path, entry.content, languages)
        if key not in self._clients:
            loaded = load_client(entry.path, data, first_language=languages[0], languages=languages)
            self._clients[key] = loaded
        return self._clients[key]


def yaml_entries(tree: Mapping[str, TreeEntry], folder: str) -> Iterator[TreeEntry]:
    """The YAML files directly in `folder`, by name."""
    for path, entry in sorted(tree.items()):
        inside = path.startswith(folder) and path.endswith(".yaml") and "/" not in path[len(folder) :]
        if inside and entry.kind is FileKind.FILE:
            yield entry


def client_id(path: str) -> str:
    return path.removeprefix(CLIENTS).removesuffix(".yaml")


def needed(tree: Mapping[str, TreeEntry]) -> Iterator[TreeEntry]:
    """The files of a state whose contents are read."""
    for path in (FIRM_FILE, PEOPLE_FILE):
        if path in tree and tree[path].kind is FileKind.FILE:
            yield tree[path]
    yield from yaml_entries(tree, PROCESSES)
    yield from yaml_entries(tree, CLIENTS)
    for path, entry in sorted(tree.items()):
        if entry.kind is FileKind.FILE and is_attributes(path):
            yield entry
