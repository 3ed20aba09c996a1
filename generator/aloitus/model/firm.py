"""The firm and the people who work there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from aloitus.model.client import Client
from aloitus.model.process import Process


class ForgeKind(StrEnum):
    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    AZURE = "azure"
    BITBUCKET = "bitbucket"


@dataclass(frozen=True, slots=True)
class Forge:
    kind: ForgeKind
    url: str
    branch: str = "main"


RETENTION_YEARS = 6
"""Of a firm that says nothing else."""


@dataclass(frozen=True, slots=True)
class Firm:
    """`languages`: the first is the wiki's main language. `country`: whose holidays count (ISO 3166)."""

    name: str
    languages: tuple[str, ...] = ("fi", "en")
    country: str = "FI"
    timezone: str = "Europe/Helsinki"
    retention_years: int = RETENTION_YEARS
    as_of: date | None = None
    forge: Forge | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """`left` is the last day: valid in evidence up to it, not in new evidence after."""

    id: str
    name: str
    roles: tuple[str, ...] = ()
    email: str | None = None
    handle: str | None = None
    left: date | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """The whole repository as values: the firm, its people, its processes and its clients, each by id."""

    firm: Firm
    people: Mapping[str, Person] = field(default_factory=dict)
    processes: Mapping[str, Process] = field(default_factory=dict)
    clients: Mapping[str, Client] = field(default_factory=dict)
