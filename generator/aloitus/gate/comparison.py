"""What the gate's rules look at: two states of the practice, and the policy that was in force before the change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from aloitus.calendar import WorkingDays
from aloitus.findings import Place
from aloitus.gate.files.layout import is_judged
from aloitus.model.client import Client, ClientStatus
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process
from aloitus.model.tree import TreeEntry


@dataclass(frozen=True)
class Side:
    """The practice before or after the change. `clients` may read a client when it's asked for.

    `tree`: each file's name, kind and content id. `attributes`: the text of git's attribute files. `unread`: paths of
    files that could not be made sense of.
    """

    firm: Firm | None
    people: Mapping[str, Person]
    processes: Mapping[str, Process]
    clients: Mapping[str, Client]
    tree: Mapping[str, TreeEntry] = field(default_factory=dict)
    attributes: Mapping[str, bytes] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    @cached_property
    def judged(self) -> tuple[TreeEntry, ...]:
        """Every file that the rules of files look at, by name."""
        return tuple(entry for path, entry in sorted(self.tree.items()) if is_judged(path))

    @property
    def has_templates(self) -> bool:
        return any(path.startswith("templates/") and path.endswith(".yaml") for path in self.tree)


@dataclass(frozen=True)
class Review:
    """What the forge says of the change: who opened it and who approved it; None where nobody told us.

    Both are names as they were given: a handle or a person's id, case aside. `known` is False where history alone
    is replayed, which can't tell: then nothing is concluded from their absence.
    """

    actor: str | None = None
    approved_by: tuple[str, ...] | None = None
    known: bool = True


@dataclass(frozen=True)
class Comparison:
    """`policy`: the templates of base's tip, by which the change is judged, or head's own where base has none."""

    base: Side
    head: Side
    policy: Side
    today: date
    review: Review
    workdays: WorkingDays
    rescued: Mapping[str, str] = field(default_factory=dict)
    """Files of base that can't be read, and the commit whose version stands in for each."""
    workdays_after: WorkingDays | None = None
    """Those of the country that the head names, where it's another."""

    @property
    def review_counts(self) -> bool:
        """Whether what the forge says of the change can tell anything of its approvals."""
        return self.review.known and not self.is_first

    @property
    def is_first(self) -> bool:
        """Whether there was no policy before: then nothing could have been judged, and the change is the start."""
        return not self.base.has_templates

    @cached_property
    def changed_clients(self) -> tuple[str, ...]:
        """Ids of clients whose file the change adds or edits, in alphabetical order; none of them has been read yet."""
        base, head = self.base.tree, self.head.tree
        edited = (path for path, entry in head.items() if base.get(path) != entry)
        return tuple(sorted(found[1] for path in edited if (found := CLIENT_PATH.fullmatch(path))))

    def process_of(self, client: Client) -> Process | None:
        """The process that judges the client: base's, or for a client of a process that is new, head's."""
        return self.policy.processes.get(client.process) or self.head.processes.get(client.process)


@dataclass(frozen=True)
class ClientStep:
    """One client's file before and after; `base` is None for a new one."""

    base: Client | None
    head: Client
    comparison: Comparison

    @property
    def file(self) -> str:
        return client_file(self.head.id)

    def at(self, *key: str | int) -> Place:
        return Place(self.file, key)

    def at_key(self, *key: str | int) -> Place:
        return Place(self.file, key, on_key=True)

    @property
    def today(self) -> date:
        return self.comparison.today

    @property
    def closes(self) -> bool:
        """Whether this change makes the client closed; one that was cancelled can't be, only reopened or purged."""
        return self.head.status is ClientStatus.CLOSED and not self.was_over

    @property
    def reopens(self) -> bool:
        return self.was_over and self.head.status is ClientStatus.ACTIVE

    @property
    def was_active(self) -> bool:
        return bool(self.base and self.base.status is ClientStatus.ACTIVE)

    @property
    def was_over(self) -> bool:
        return bool(self.base and self.base.status.is_over)


CLIENT_PATH = re.compile(r"clients/([^/]+)\.yaml")


def client_file(client: str) -> str:
    return f"clients/{client}.yaml"
