"""A practice whose templates are read and whose clients are still to be read, one by one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

from aloitus.calendar import UnknownCountryError, WorkingDays, working_days
from aloitus.errors import UserError
from aloitus.loading.practice import CLIENTS, LoadedPractice, load_practice
from aloitus.loading.suggestions import nearest
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process
from aloitus.snapshot.working_tree import WorkingTree

PAGE_TEMPLATES = "templates/pages/"
_SOME_DAY = date(2026, 1, 7)


@dataclass(frozen=True)
class OpenPractice:
    """`files` gives bytes by path as they are asked for; `templates` holds no clients.

    `guides`: the names of the guides by language, where the files aren't those on the disk.
    """

    root: Path
    files: Mapping[str, bytes]
    templates: LoadedPractice
    guides: Mapping[str, Collection[str]] | None = None

    @property
    def firm(self) -> Firm:
        return self.templates.practice.firm

    @property
    def people(self) -> Mapping[str, Person]:
        return self.templates.practice.people

    @property
    def processes(self) -> Mapping[str, Process]:
        return self.templates.practice.processes

    @cached_property
    def clients(self) -> Mapping[str, str]:
        """The path of each client's file by the client's id, in the order of the ids."""
        paths = (path for path in self.files if path.startswith(CLIENTS) and path.endswith(".yaml"))
        return {PurePosixPath(path).stem: path for path in sorted(paths) if path.count("/") == 1}

    def path_of(self, client: str) -> str:
        """The client's file; UserError with the nearest id when there is none."""
        if client in self.clients:
            return self.clients[client]
        near = nearest(client, self.clients)
        if near is None:
            raise UserError("errors.no-such-client", client=client)
        raise UserError("errors.no-such-client-nearest", client=client, nearest=near)

    @cached_property
    def workdays(self) -> WorkingDays:
        return workdays_of(self.firm.country)


@lru_cache(maxsize=8)
def workdays_of(country: str) -> WorkingDays:
    """A firm's working days; in a country that nobody knows, every weekday. Many states of a repository share them."""
    days = working_days(country)
    try:
        days.is_working_day(_SOME_DAY)
    except UnknownCountryError:
        return WorkingDays(lambda _year: ())
    return days


def open_practice(root: Path) -> OpenPractice:
    files = WorkingTree(root).files()
    named = {path: files[path] for path in files if path.startswith("templates/") and path.endswith(".yaml")}
    return OpenPractice(root, files, load_practice(named))
