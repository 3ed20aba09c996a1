"""Who records what happened, when, and to which client; and the record that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.editing.edits import Edit
from aloitus.findings import Message
from aloitus.model.client import Client, ClientStatus
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.plan.client_plan import ClientPlan


@dataclass(frozen=True)
class Desk:
    """`day` is the day that it happened, `by` who answers for it (a person's id)."""

    plan: ClientPlan
    people: Mapping[str, Person]
    day: date
    by: str

    @property
    def client(self) -> Client:
        return self.plan.client

    @property
    def process(self) -> Process:
        return self.plan.process

    @property
    def language(self) -> str:
        return self.client.language or ""

    @property
    def is_active(self) -> bool:
        return self.client.status is ClientStatus.ACTIVE


@dataclass(frozen=True)
class Record:
    """`said`: what was recorded, a sentence each. `strict`: what it asks for is told as a list of what's missing.

    `text`: the whole file anew, where nothing of the old one may stay.
    """

    edits: tuple[Edit, ...]
    said: tuple[Message, ...]
    strict: bool = False
    text: str | None = None

    def __add__(self, other: "Record") -> "Record":
        return Record(
            self.edits + other.edits, self.said + other.said, self.strict or other.strict, self.text or other.text
        )


NOTHING = Record((), ())
