"""Hypothesis strategies for clients of a process: of its shape, or of any shape that a file can have."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st

from aloitus.model.client import (
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    ExtraTask,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.process import Process
from aloitus.model.text import Text

T = TypeVar("T")

ANY_DAY = st.dates()
A_DAY = st.dates(date(2025, 1, 1), date(2028, 12, 31))
PERSON = st.sampled_from(["liisa-laine", "matti-makinen", "tiina-tuki", "unknown-person"])
SOME_TEXT = st.sampled_from(["", "-", "TBD", "Pankki odottaa", "株式会社"])
TITLE = st.just(Text.plain("Otsikko"))


def entries(days: st.SearchStrategy[date], *, overrides: bool = True) -> st.SearchStrategy[TaskEntry]:
    return st.builds(
        TaskEntry,
        status=st.sampled_from(Status),
        date=st.none() | days,
        by=st.none() | PERSON,
        reason=st.none() | SOME_TEXT,
        approved_by=st.none() | PERSON,
        follow_up=st.none() | days,
        due=st.none() | days if overrides else st.none(),
        assignee=st.none() | PERSON,
    )


def some(keys: Iterable[str], values: st.SearchStrategy[T]) -> st.SearchStrategy[Mapping[str, T]]:
    return st.dictionaries(st.sampled_from([*keys, "unknown"]), values, max_size=12)


def subset(of: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(of)), unique=True).map(tuple)


def clients(
    process: Process, days: st.SearchStrategy[date] = A_DAY, *, overrides: bool = True
) -> st.SearchStrategy[Client]:
    """Any client of the process, with entries that are right, wrong or about things that nobody knows."""
    entry = entries(days, overrides=overrides)
    meeting = st.builds(
        MeetingEntry,
        status=st.sampled_from(MeetingStatus),
        date=st.none() | days,
        participants=st.lists(PERSON, max_size=3).map(tuple),
        minutes=st.none() | SOME_TEXT,
        decisions=st.lists(SOME_TEXT, max_size=2).map(tuple),
        actions=_named(st.builds(Action, st.just(""), TITLE, PERSON | st.just("client"), st.none() | days, entry)),
    )
    item = st.builds(
        InvoicingItem,
        st.just(""),
        TITLE,
        st.sampled_from(InvoicingStatus),
        invoice=st.none() | SOME_TEXT,
        date=st.none() | days,
        reason=st.none() | SOME_TEXT,
        by=st.none() | PERSON,
        approved_by=st.none() | PERSON,
    )
    change = st.builds(Change, st.sampled_from(ChangeKind), st.none() | days, st.none(), st.none(), st.none())
    role = st.sampled_from([*process.roles, "unknown-role"])
    return st.builds(
        Client,
        st.just("client"),
        st.just("Asiakas Oy"),
        st.just(process.id),
        status=st.sampled_from(ClientStatus),
        services=subset([*process.services, "unknown-service"]),
        facts=subset([*process.facts, "unknown-fact"]),
        dates=st.fixed_dictionaries({}, optional=dict.fromkeys([*process.dates, "service_started", "unknown"], days)),
        service_starts=some(process.services, st.builds(ServiceStart, st.none() | days, st.none() | days)),
        team=some(process.roles, st.lists(PERSON, max_size=3).map(tuple)),
        tasks=some(process.tasks, entry),
        extra_tasks=_named(st.builds(ExtraTask, st.just(""), TITLE, role, st.none() | days, entry)),
        meetings=some(process.meetings, meeting),
        invoicing=_named(item),
        uninvoiced=st.none() | st.builds(Uninvoiced, st.integers(0, 3), st.none() | days, st.none() | PERSON),
        changes=st.lists(change, max_size=3).map(tuple),
        closure=st.none() | st.builds(Closure, st.none() | days, st.none() | PERSON, st.none() | days),
    )


Named = TypeVar("Named", ExtraTask, Action, InvoicingItem)


def _named(values: st.SearchStrategy[Named]) -> st.SearchStrategy[Mapping[str, Named]]:
    """Up to three of them, each under its id."""
    from dataclasses import replace

    return st.lists(values, max_size=3).map(
        lambda made: {f"n-{at}": replace(one, id=f"n-{at}") for at, one in enumerate(made)}
    )
