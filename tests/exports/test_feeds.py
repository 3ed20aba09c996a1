"""Whose calendar has what, from clients made by hand and read back by another parser."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from aloitus.exports.calendar_ics import calendar_ics
from aloitus.exports.feed_context import FeedContext
from aloitus.exports.feeds import client_feed, firm_feed, person_feed
from aloitus.i18n import wording
from aloitus.model.client import (
    CLIENT_SIDE,
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    ExtraTask,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
)
from aloitus.model.firm import Firm
from aloitus.plan.build import plan_client
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.happenings import happenings, happenings_by_person
from aloitus.plan.person_tasks import NOTHING, tasks_by_person
from aloitus.plan.summary import summarise
from builders import CLOSING_TASKS, PEOPLE, a_client, a_closed_client, a_process, a_task, day, done, finland, held, text
from read_calendar import Read, by_id, entries, name_of

TODAY = dt.date(2026, 5, 19)  # a Tuesday
PROCESS = a_process(a_task("gated", gate=True), a_task("books", role="accountant"), *CLOSING_TASKS)
INTERNAL = "Asiakas riitelee laskusta"
CHANGED = int(dt.datetime(2026, 5, 18, 9, 15, tzinfo=dt.UTC).timestamp())


def summary(client: Client, today: dt.date = TODAY) -> ClientSummary:
    return summarise(plan_client(client, PROCESS, finland(), today))


def a_feed_context(language: str = "fi", **fields: Any) -> FeedContext:
    firm = Firm("Esimerkkitilit Oy")
    made = FeedContext(wording(language), firm, PEOPLE, {PROCESS.id: PROCESS}, TODAY)
    return replace(made, **fields)


def of_client(client: Client, language: str = "fi", today: dt.date = TODAY, **fields: Any) -> dict[str, Read]:
    return by_id(calendar_ics(client_feed(summary(client, today), a_feed_context(language, **fields))))


def of_person(person: str, *clients: Client, today: dt.date = TODAY, **fields: Any) -> dict[str, Read]:
    summaries = [summary(client, today) for client in clients]
    own, days = tasks_by_person(summaries, today), happenings_by_person(summaries)
    context = a_feed_context(**{"today": today, **fields})
    return by_id(calendar_ics(person_feed(PEOPLE[person], days.get(person, ()), own.get(person, NOTHING), context)))


def of_firm(*clients: Client, today: dt.date = TODAY, **fields: Any) -> dict[str, Read]:
    found = happenings([summary(client, today) for client in clients])
    return by_id(calendar_ics(firm_feed(found, a_feed_context(**{"today": today, **fields}))))


def planned(on: str, at: dt.time | None = None, **fields: Any) -> dict[str, MeetingEntry]:
    return {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day(on), at, **fields)}


def test_a_clients_calendar_has_its_meetings_its_starts_and_the_due_days_of_its_open_tasks() -> None:
    found = of_client(a_client(tasks={"books": done("2026-05-18")}))
    assert {uid: read.start for uid, read in found.items()} == {
        "kuusipuun-saha.task.gated": day("2026-05-18"),
        "kuusipuun-saha.start": day("2026-06-01"),
        "kuusipuun-saha.task.invoice-onboarding-work": day("2026-07-01"),
        "kuusipuun-saha.meeting.quick-review": day("2026-10-01"),
        "kuusipuun-saha.task.confirm-all-work-invoiced": day("2026-10-08"),
        "kuusipuun-saha.task.close-service-in-erp": day("2026-10-15"),
    }


def test_a_task_that_a_meeting_fulfils_has_no_entry_of_its_own() -> None:
    assert "kuusipuun-saha.task.hold-quick-review" not in of_client(a_client())


def test_a_start_of_a_single_service_has_an_entry_of_its_own() -> None:
    client = a_client(services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(day("2026-08-03"))})
    found = of_client(client)
    assert found["kuusipuun-saha.start.payroll"].title == "Kuusipuun Saha Oy: Palvelutuotanto alkaa: payroll"
    assert found["kuusipuun-saha.start"].title == "Kuusipuun Saha Oy: Palvelutuotanto alkaa"


def test_extra_tasks_and_actions_have_entries_under_their_own_titles() -> None:
    action = Action("call", text("Soita"), CLIENT_SIDE, day("2026-05-25"))
    mine = Action("call", text("Soita pankkiin"), "tiina-tuki", day("2026-05-26"))
    client = a_client(
        extra_tasks={"training": ExtraTask("training", text("Koulutus"), "accountant", day("2026-05-22"))},
        meetings={"quick-review": held("2026-05-18", actions={"call": action}), "other": held("2026-05-18")},
    )
    found = of_client(client)
    assert found["kuusipuun-saha.extra.training"].title == "Kuusipuun Saha Oy: Koulutus"
    assert found["kuusipuun-saha.action.quick-review.call"].details.startswith("Asiakas\n")
    other = of_client(replace(client, meetings={"quick-review": held("2026-05-18", actions={"call": mine})}))
    assert other["kuusipuun-saha.action.quick-review.call"].details.startswith("Tiina Tuki\n")


@pytest.mark.parametrize(
    ("entry", "status", "title"),
    [
        (None, "TENTATIVE", "quick-review (ajankohta sopimatta)"),
        (MeetingEntry(MeetingStatus.PLANNED, day("2026-09-30"), dt.time(9)), "CONFIRMED", "quick-review"),
        (MeetingEntry(MeetingStatus.CANCELLED, day("2026-09-30"), dt.time(9)), "CANCELLED", "quick-review"),
        (held("2026-05-18"), "CONFIRMED", "quick-review"),
    ],
)
def test_how_sure_a_meeting_is(entry: MeetingEntry | None, status: str, title: str) -> None:
    read = of_client(a_client(meetings={"quick-review": entry} if entry else {}))["kuusipuun-saha.meeting.quick-review"]
    assert (read.status, read.title) == (status, f"Kuusipuun Saha Oy: {title}")


def test_a_cancelled_meeting_stays_on_the_day_it_was_agreed_for() -> None:
    cancelled = {"quick-review": MeetingEntry(MeetingStatus.CANCELLED, day("2026-09-14"), dt.time(9))}
    read = of_client(a_client(meetings=cancelled))["kuusipuun-saha.meeting.quick-review"]
    assert isinstance(read.start, dt.datetime)
    assert read.start.date() == day("2026-09-14")


def test_a_meeting_lasts_as_long_as_the_process_has_it() -> None:
    read = of_client(a_client(meetings=planned("2026-09-30", dt.time(9))))["kuusipuun-saha.meeting.quick-review"]
    assert isinstance(read.start, dt.datetime)
    assert isinstance(read.end, dt.datetime)
    assert read.end - read.start == dt.timedelta(minutes=30)


def test_an_entry_says_who_and_where_in_the_wiki() -> None:
    found = of_client(a_client(meetings=planned("2026-09-30")))
    meeting = found["kuusipuun-saha.meeting.quick-review"]
    assert meeting.details.split("\n") == [
        "Osallistujat: Liisa Laine, Matti Mäkinen ja Tiina Tuki",
        "Wikissä: clients/kuusipuun-saha/meetings/quick-review/",
    ]
    assert found["kuusipuun-saha.start"].details.split("\n") == [
        "project-manager: Liisa Laine", "Wikissä: clients/kuusipuun-saha/",
    ]  # fmt: skip
    assert found["kuusipuun-saha.task.gated"].details.split("\n") == [
        "support-services: Tiina Tuki", "Wikissä: clients/kuusipuun-saha/support-services/",
    ]  # fmt: skip
    assert {read.address for read in found.values()} == {""}


def test_where_the_wikis_address_is_known_an_entry_has_it() -> None:
    found = of_client(a_client(meetings=planned("2026-09-30")), address="https://wiki.example/fi/")
    meeting = found["kuusipuun-saha.meeting.quick-review"]
    assert meeting.address == "https://wiki.example/fi/clients/kuusipuun-saha/meetings/quick-review/"
    assert meeting.details.endswith(f"\n{meeting.address}")


def test_a_role_that_nobody_has_is_told_so() -> None:
    assert of_client(a_client(team={}))["kuusipuun-saha.task.books"].details.startswith("accountant: ei nimetty\n")


def test_no_calendar_tells_a_reason_or_a_note() -> None:
    halted = TaskEntry(Status.BLOCKED, reason=INTERNAL, note=INTERNAL, due=day("2026-05-29"), due_reason=INTERNAL)
    client = a_client(
        tasks={"gated": halted},
        meetings={"quick-review": MeetingEntry(MeetingStatus.CANCELLED, day("2026-05-29"), reason=INTERNAL)},
        changes=(Change(ChangeKind.DATE_MOVED, day("2026-05-11"), "liisa-laine", INTERNAL),),
        notes=INTERNAL,
    )
    context = a_feed_context()
    texts = [
        calendar_ics(client_feed(summary(client), context)),
        calendar_ics(firm_feed(happenings([summary(client)]), context)),
        calendar_ics(client_feed(summary(replace(client, status=ClientStatus.CANCELLED)), context)),
    ]
    assert not any("riitelee" in text.replace("\r\n ", "") for text in texts)
    assert len(of_person("tiina-tuki", client)) > 1
    assert not any("riitelee" in read.details + read.title for read in of_person("tiina-tuki", client).values())


def test_the_firms_calendar_has_meetings_and_starts_and_no_due_days() -> None:
    found = of_firm(a_client("a"), a_client("b"), a_client("c", status=ClientStatus.PLANNED), a_closed_client("d"))
    assert set(found) == {"a.start", "a.meeting.quick-review", "b.start", "b.meeting.quick-review"}


def test_the_firms_calendar_reaches_back_four_weeks() -> None:
    client = a_client(started="2026-05-04", meetings={"quick-review": held("2026-05-18")})
    assert len(of_firm(client, today=day("2026-06-01"))) == 2
    assert set(of_firm(client, today=day("2026-06-02"))) == {"kuusipuun-saha.meeting.quick-review"}


def test_a_person_has_their_meetings_their_clients_starts_and_their_own_due_days() -> None:
    found = of_person("matti-makinen", a_client("a"), a_client("b", team={"support-services": ("tiina-tuki",)}))
    assert set(found) == {"a.task.books", "a.start", "a.meeting.quick-review"}
    assert "a.task.gated" in of_person("tiina-tuki", a_client("a"))


def test_a_meeting_that_was_held_stays_in_a_persons_calendar_for_four_weeks() -> None:
    client = a_client(meetings={"quick-review": held("2026-05-18")})
    meeting = "kuusipuun-saha.meeting.quick-review"
    assert meeting in of_person("matti-makinen", client, today=day("2026-06-15"))
    assert meeting not in of_person("matti-makinen", client, today=day("2026-06-16"))


def test_an_onboarding_that_is_over_is_in_no_persons_calendar() -> None:
    assert of_person("liisa-laine", a_closed_client(), a_client(status=ClientStatus.CANCELLED)) == {}


def test_a_closed_clients_calendar_keeps_what_took_place() -> None:
    found = of_client(a_closed_client(), today=day("2026-10-14"))
    assert {uid: read.status for uid, read in found.items()} == {
        "kuusipuun-saha.start": "CONFIRMED",
        "kuusipuun-saha.meeting.quick-review": "CONFIRMED",
    }
    assert all(read.details.endswith("Wikissä: clients/kuusipuun-saha/") for read in found.values())
    nothing_held = replace(a_client(starts="2026-06-01", meetings=planned("2026-09-30")), status=ClientStatus.CLOSED)
    assert of_client(nothing_held, today=day("2026-10-14")) == {}


def test_a_cancelled_clients_calendar_calls_off_what_was_to_come() -> None:
    called_off = of_client(a_client(status=ClientStatus.CANCELLED, meetings=planned("2026-09-30")))
    assert {uid: read.status for uid, read in called_off.items()} == {
        "kuusipuun-saha.start": "CANCELLED",
        "kuusipuun-saha.meeting.quick-review": "CANCELLED",
    }
    began = of_client(a_client(status=ClientStatus.CANCELLED, started="2026-05-11", meetings=planned("2026-09-30")))
    assert began["kuusipuun-saha.start"].status == "CONFIRMED"


def test_an_entry_is_known_by_the_same_id_in_every_language_and_calendar() -> None:
    client = a_client(meetings=planned("2026-09-30", dt.time(9)))
    finnish, english = of_client(client), of_client(client, "en")
    assert set(finnish) == set(english)
    assert {*of_firm(client), *of_person("tiina-tuki", client)} <= set(finnish)
    assert finnish["kuusipuun-saha.start"].title != english["kuusipuun-saha.start"].title


def test_an_entry_stands_alike_in_every_calendar_of_a_language() -> None:
    client = a_client(meetings=planned("2026-09-30", dt.time(9)))
    whole = of_client(client)
    for found in (of_firm(client), of_person("tiina-tuki", client)):
        assert {uid: whole[uid] for uid in found} == found


def test_a_new_name_makes_no_new_entry() -> None:
    assert set(of_client(a_client(name="Uusi Nimi Oy"))) == set(of_client(a_client()))


def test_a_moved_meeting_is_the_same_entry_on_another_day() -> None:
    before, after = (
        of_client(a_client(meetings=planned(on)))["kuusipuun-saha.meeting.quick-review"]
        for on in ("2026-09-30", "2026-10-02")
    )
    assert before._replace(start=after.start, end=after.end) == after
    assert (before.start, after.start) == (day("2026-09-30"), day("2026-10-02"))


def test_when_a_client_last_changed_is_in_its_entries() -> None:
    found = of_client(a_client(), changed={"kuusipuun-saha": CHANGED})
    since_2020 = CHANGED - int(dt.datetime(2020, 1, 1, tzinfo=dt.UTC).timestamp())
    assert {(read.sequence, read.stamp) for read in found.values()} == {
        (since_2020, dt.datetime(2026, 5, 18, 9, 15, tzinfo=dt.UTC))
    }


def test_without_history_the_day_stands_for_it() -> None:
    found = of_client(a_client())
    assert {(read.sequence, read.stamp) for read in found.values()} == {(0, dt.datetime(2026, 5, 19, tzinfo=dt.UTC))}


@pytest.mark.parametrize("changed", [1, 2**31, 2**40, 10**18])
def test_a_sequence_number_fits_into_31_bits(changed: int) -> None:
    assert all(
        0 <= read.sequence < 2**31 for read in of_client(a_client(), changed={"kuusipuun-saha": changed}).values()
    )


@pytest.mark.parametrize(
    ("language", "firm", "person"),
    [
        ("fi", "Käyttöönotot – Esimerkkitilit Oy", "Käyttöönotot – Tiina Tuki"),
        ("en", "Onboardings – Esimerkkitilit Oy", "Onboardings – Tiina Tuki"),
    ],
)
def test_calendars_have_names(language: str, firm: str, person: str) -> None:
    context = a_feed_context(language)
    assert name_of(calendar_ics(firm_feed((), context))) == firm
    assert name_of(calendar_ics(person_feed(PEOPLE["tiina-tuki"], (), NOTHING, context))) == person
    assert name_of(calendar_ics(client_feed(summary(a_client()), context))) == "Kuusipuun Saha Oy"


def test_a_client_of_a_process_that_nobody_knows_has_a_calendar_nevertheless() -> None:
    found = entries(calendar_ics(client_feed(summary(a_client()), a_feed_context(processes={}))))
    assert "Kuusipuun Saha Oy: gated" in [read.title for read in found]
