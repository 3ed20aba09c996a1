"""What the rules of the firm's own files look at."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from aloitus.model.firm import Person
from aloitus.model.process import Process


@dataclass(frozen=True, slots=True)
class ProcessCase:
    """`guides`: the names of the guides there are, by language, the firm's first language first.

    `knows_people`: whether the firm's people could be read.
    """

    process: Process
    file: str
    people: Mapping[str, Person]
    guides: Mapping[str, Collection[str]]
    knows_people: bool = True


@dataclass(frozen=True, slots=True)
class PeopleCase:
    people: Mapping[str, Person]
    file: str
    processes: Mapping[str, Process]
