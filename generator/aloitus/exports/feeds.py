"""Whose calendar has what: the firm's, each person's and each client's."""

from collections.abc import Iterable, Sequence

from aloitus.calendar import add_days
from aloitus.exports.calendar_entries import ClientEntries
from aloitus.exports.calendar_ics import Calendar, Event
from aloitus.exports.feed_context import FeedContext
from aloitus.model.firm import Person
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.happenings import Happening, happenings_of
from aloitus.plan.person_tasks import PersonTasks

KEPT = 28
"""Days that the calendars of the firm and of people reach back; a client's has all of its own."""


def firm_feed(happenings: Iterable[Happening], context: FeedContext) -> Calendar:
    """Meetings and starts of all clients; due days, which are many, stand in the others' calendars."""
    name = context.wording("feeds.of-firm", firm=context.firm.name)
    return _calendar(name, _recent(happenings, _Entries(context), context), context)


def person_feed(person: Person, happenings: Iterable[Happening], own: PersonTasks, context: FeedContext) -> Calendar:
    """One's meetings, the starts of one's clients, and the due days of one's own open tasks."""
    entries = _Entries(context)
    dues = [entries.of(one.client).due(one.task) for one in own.open]
    name = context.wording("feeds.of-person", person=person.name)
    return _calendar(name, [*_recent(happenings, entries, context), *dues], context)


def client_feed(client: ClientSummary, context: FeedContext) -> Calendar:
    """All its meetings and starts, and the due days of its open tasks."""
    entries = ClientEntries(client, context)
    found = [entries.happening(one) for one in happenings_of(client)]
    return _calendar(client.name, [*found, *(entries.due(task) for task in client.open_tasks)], context)


def _recent(happenings: Iterable[Happening], entries: "_Entries", context: FeedContext) -> list[Event | None]:
    first = add_days(context.today, -KEPT)
    return [entries.of(one.client).happening(one) for one in happenings if one.day >= first]


def _calendar(name: str, events: Sequence[Event | None], context: FeedContext) -> Calendar:
    return Calendar(name, context.firm.timezone, [event for event in events if event])


class _Entries:
    """Each client's, made when it's first asked for."""

    def __init__(self, context: FeedContext) -> None:
        self._context = context
        self._known: dict[str, ClientEntries] = {}

    def of(self, client: ClientSummary) -> ClientEntries:
        if client.id not in self._known:
            self._known[client.id] = ClientEntries(client, self._context)
        return self._known[client.id]
