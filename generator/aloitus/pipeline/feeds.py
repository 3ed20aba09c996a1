"""The calendars that people subscribe to, as files beside the pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from aloitus.exports import feeds
from aloitus.exports.calendar_ics import Calendar, calendar_ics
from aloitus.model.feed_paths import FIRM_FEED, client_feed_path, person_feed_path
from aloitus.pages.shared_pages import SharedPage
from aloitus.pipeline.editions import Edition
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.happenings import happenings, happenings_by_person
from aloitus.plan.person_tasks import NOTHING, PersonTasks


def client_feeds(client: ClientSummary, wikis: Sequence[Edition]) -> Iterator[tuple[str, str]]:
    """One client's, by path from `site/docs`."""
    for edition in wikis:
        calendar = feeds.client_feed(client, edition.feeds)
        yield f"{edition.language}/{client_feed_path(client.id)}", calendar_ics(calendar)


def feeds_across(
    clients: Sequence[ClientSummary], own: Mapping[str, PersonTasks], edition: Edition
) -> Iterator[SharedPage]:
    """The firm's and each person's, yet to be made. `own`: what each person has in `clients`."""

    def file(path: str, seen: Sequence[str], make: Callable[[], Calendar]) -> SharedPage:
        return SharedPage(f"{edition.language}/{path}", seen, lambda: calendar_ics(make()))

    context = edition.feeds
    everybody = [client.id for client in clients]
    yield file(FIRM_FEED, everybody, lambda: feeds.firm_feed(happenings(clients), context))
    theirs = happenings_by_person(clients)
    for person in context.people.values():
        days, tasks = theirs.get(person.id, ()), own.get(person.id, NOTHING)
        seen = sorted({one.client.id for one in days} | {one.client.id for one in tasks.open})
        yield file(person_feed_path(person.id), seen, partial(feeds.person_feed, person, days, tasks, context))
