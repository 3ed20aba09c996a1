"""One client's file, read and planned."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aloitus.loading.practice import Loaded, load_client
from aloitus.model.client import Client
from aloitus.pipeline.opened import OpenPractice
from aloitus.plan.build import Planner
from aloitus.plan.client_plan import ClientPlan


@dataclass(frozen=True, slots=True)
class ClientFile:
    """`plan` is None where the file can't be read, or names a process that there isn't."""

    path: str
    loaded: Loaded[Client]
    plan: ClientPlan | None

    @property
    def shown(self) -> ClientPlan | None:
        """The plan, where there's something to show: nothing is, of a client whose records were removed."""
        return None if self.plan is None or self.plan.client.is_purged else self.plan


Load = Callable[[str, bytes], Loaded[Client]]
"""Reads a client's file, or remembers what it said."""


class ClientReader:
    """Reads clients of one practice on one day; what they share is worked out once."""

    def __init__(self, practice: OpenPractice, today: date, load: Load | None = None) -> None:
        self._files = practice.files
        self._load = load or self._read_anew
        self._languages = practice.firm.languages
        self._today = today
        self._planners = {name: Planner(process, practice.workdays) for name, process in practice.processes.items()}

    def read(self, path: str) -> ClientFile:
        data = self._files[path]
        return self.decode(path, data)

    def decode(self, path: str, data: bytes) -> ClientFile:
        loaded = self._load(path, data)
        client = loaded.value
        planner = self._planners.get(client.process) if client else None
        return ClientFile(path, loaded, planner.plan(client, self._today) if client and planner else None)

    def _read_anew(self, path: str, data: bytes) -> Loaded[Client]:
        return load_client(path, data, first_language=self._languages[0], languages=self._languages)
