"""Every calendar of the demo, read back by another parser; and some of the small practice as they were found good."""

from pathlib import Path

import pytest

from aloitus.model.client import ClientStatus
from aloitus.plan.client_plan import MeetingState, TaskKind
from demo import AS_OF, clients, plan, practice
from golden import same_as_golden
from read_calendar import Read, by_id, entries
from wiki_site import TODAY, demo_feeds, small_feeds

GOLDEN = Path(__file__).parent / "golden"
FEEDS = {
    "firm": "calendar",
    "client": "clients/kuusipuu/calendar",
    "client-closed": "clients/tammela/calendar",
    "person": "people/liisa-laine/calendar",
}
ONGOING = (ClientStatus.PLANNED, ClientStatus.ACTIVE)


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", FEEDS)
def test_the_calendar_is_as_it_was_found_good(name: str, language: str) -> None:
    """Without the line ends that calendars have."""
    made = small_feeds()[f"{language}/{FEEDS[name]}.ics"].replace("\r\n", "\n")
    same_as_golden(GOLDEN / language / f"{name}.ics", made)


@pytest.fixture(scope="module")
def feeds() -> dict[str, dict[str, Read]]:
    return {path: by_id(text) for path, text in demo_feeds().items()}


def test_the_demo_has_a_calendar_for_everybody(feeds: dict[str, dict[str, Read]]) -> None:
    assert TODAY == AS_OF
    paths = {"calendar.ics"}
    paths |= {f"clients/{client.id}/calendar.ics" for client in clients()}
    paths |= {f"people/{person}/calendar.ics" for person in practice().people}
    assert set(feeds) == {f"{language}/{path}" for language in ("fi", "en") for path in paths}


def test_languages_differ_in_words_alone(feeds: dict[str, dict[str, Read]]) -> None:
    for path, finnish in feeds.items():
        english = feeds[path.replace("fi/", "en/", 1)]
        bare = [[(uid, read.start, read.end, read.status) for uid, read in feed.items()] for feed in (finnish, english)]
        assert bare[0] == bare[1], path


@pytest.mark.parametrize("client", [client.id for client in clients() if client.status in ONGOING])
def test_an_ongoing_clients_calendar_has_all_that_its_plan_has_on_a_day(
    client: str, feeds: dict[str, dict[str, Read]]
) -> None:
    of = plan(client)
    expected = {f"{client}.meeting.{meeting.id}" for meeting in of.meetings if meeting.day}
    expected |= {
        ".".join([client, "start", *([gate.service] if gate.service else [])]) for gate in of.start_gates if gate.day
    }
    for task in of.tasks:
        if not task.final and task.due and not (task.kind is TaskKind.PROCESS and task.meeting):
            kind = "task" if task.kind is TaskKind.PROCESS else task.kind.value
            expected.add(".".join([client, kind, *([task.meeting] if task.meeting else []), task.id]))
    assert set(feeds[f"fi/clients/{client}/calendar.ics"]) == expected


@pytest.mark.parametrize("client", [client.id for client in clients() if client.status not in ONGOING])
def test_an_ended_clients_calendar_has_what_took_place_and_what_was_called_off(
    client: str, feeds: dict[str, dict[str, Read]]
) -> None:
    of = plan(client)
    held = {f"{client}.meeting.{one.id}" for one in of.meetings if one.state is MeetingState.HELD}
    found = feeds[f"fi/clients/{client}/calendar.ics"]
    assert {uid for uid, read in found.items() if ".meeting." in uid and read.status == "CONFIRMED"} == held
    called_off = {uid for uid, read in found.items() if read.status == "CANCELLED"}
    assert bool(called_off) == (of.client.status is ClientStatus.CANCELLED)


def test_every_entry_of_the_firm_and_of_people_stands_in_a_clients_calendar(feeds: dict[str, dict[str, Read]]) -> None:
    of_clients = {
        uid: read for path, feed in feeds.items() if path.startswith("fi/clients/") for uid, read in feed.items()
    }
    others = [feed for path, feed in feeds.items() if path.startswith("fi/") and not path.startswith("fi/clients/")]
    assert sum(map(len, others)) > 500
    for feed in others:
        assert feed == {uid: of_clients[uid] for uid in feed}


def test_days_are_in_order(feeds: dict[str, dict[str, Read]]) -> None:
    for path, text in demo_feeds().items():
        days = [str(read.start)[:10] for read in entries(text)]
        assert days == sorted(days), path
    assert feeds
