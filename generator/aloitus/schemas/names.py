"""Which names stand where in a firm's files, and what each is called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from aloitus.model.client import CLIENT_SIDE
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process
from aloitus.model.text import Text

Path = tuple[str, ...]
"""The way to a value, with `*` for ids and items."""
Titles = Mapping[str, str]

_BUILT_IN_DATES = ("agreement_signed", "service_start", "service_started")


class HasTitle(Protocol):
    """What a process names: a date, a service, a task."""

    @property
    def title(self) -> Text: ...


@dataclass(frozen=True)
class Names:
    """`keys`: the ids that a mapping may have; `values`: those that a value may be."""

    keys: Mapping[Path, Titles] = field(default_factory=dict)
    values: Mapping[Path, Titles] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


def client_names(
    firm: Firm, people: Mapping[str, Person], processes: Mapping[str, Process], language: str, client_word: str
) -> Names:
    """Of all processes together: which of them a client follows, its file says itself."""
    staff = {person.id: person.name for person in people.values()}
    all_of = processes.values()
    dates = {**dict.fromkeys(_BUILT_IN_DATES, ""), **_titles((process.dates for process in all_of), language)}
    services = _titles((process.services for process in all_of), language)
    roles = _titles((process.roles for process in all_of), language)
    keys: dict[Path, Titles] = {
        ("dates",): dates,
        ("service_starts",): services,
        ("team",): roles,
        ("systems", "erp_tasks"): roles,
        ("responsibilities",): _titles((process.responsibilities for process in all_of), language),
        ("tasks",): _titles((process.tasks for process in all_of), language),
        ("meetings",): _titles((process.meetings for process in all_of), language),
    }
    values: dict[Path, Titles] = {
        ("process",): {process.id: process.title.say(language) for process in all_of},
        ("services", "*"): services,
        ("facts", "*"): _titles((process.facts for process in all_of), language),
        ("team", "*", "*"): staff,
        ("extra_tasks", "*", "role"): roles,
        ("meetings", "*", "participants", "*"): staff,
        ("meetings", "*", "actions", "*", "assignee"): {**staff, CLIENT_SIDE: client_word},
    }
    signed = (
        ("tasks", "*"),
        ("extra_tasks", "*"),
        ("meetings", "*", "actions", "*"),
        ("invoicing", "items", "*"),
        ("invoicing", "uninvoiced"),
        ("changes", "*"),
        ("closure",),
    )
    for entry in signed:
        values |= {(*entry, "by"): staff, (*entry, "approved_by"): staff}
    values |= {(*entry, "assignee"): staff for entry in signed[:2]}
    return Names(keys, values, firm.languages)


def _titles(parts: Iterable[Mapping[str, HasTitle]], language: str) -> Titles:
    return {name: " ".join(one.title.say(language).split()) for part in parts for name, one in part.items()}
