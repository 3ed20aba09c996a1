"""The calendar: what its opening says, its weeks and rows, from clients made by hand."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from aloitus.i18n import wording
from aloitus.model.client import Client, ClientStatus, MeetingEntry, MeetingStatus, ServiceStart, Status, TaskEntry
from aloitus.model.firm import Person
from aloitus.pages.calendar_answer import CalendarAnswer
from aloitus.pages.calendar_page import CalendarPage, calendar_page
from aloitus.pages.calendar_weeks import CalendarRow
from aloitus.pages.calendar_words import week_days, week_title
from aloitus.pages.environment import page_environment
from aloitus.plan.build import plan_client
from aloitus.plan.summary import summarise
from builders import CLOSING_TASKS, PEOPLE, a_client, a_process, a_task, day, done, finland, held
from page_contexts import a_context
from wiki_site import PAGE_TEMPLATES

TODAY = dt.date(2026, 5, 19)  # a Tuesday
PROCESS = a_process(a_task("gated", gate=True), *CLOSING_TASKS)
READY = {"gated": done("2026-05-18")}


def client(client_id: str = "saha", **fields: Any) -> Client:
    """Nothing of it is late: its gate's task is done, and its review is to be held by 1.10."""
    return a_client(client_id, **{"tasks": READY, **fields})


def planned(on: str, at: dt.time | None = None) -> dict[str, MeetingEntry]:
    return {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day(on), at)}


def page(*clients: Client, language: str = "fi", today: dt.date = TODAY, **fields: Any) -> CalendarPage:
    summaries = [summarise(plan_client(one, PROCESS, finland(), today)) for one in clients]
    return calendar_page(summaries, a_context(language, today.isoformat(), PROCESS, **fields))


def answer(*clients: Client, language: str = "fi", today: str = "2026-05-19") -> CalendarAnswer:
    return page(*clients, language=language, today=day(today)).answer


def row(one: Client, number: int = 1, today: str = "2026-05-19", language: str = "fi") -> CalendarRow:
    """Its meeting's row, or with number 0 that of its start."""
    made = page(one, today=day(today), language=language)
    weeks = (week for group in (made.behind, made.weeks, made.later) for week in group)
    rows = [*made.missed, *(found for week in weeks for found in week.rows)]
    (found,) = (found for found in rows if found.number == number)
    return found


def rendered(made: CalendarPage, language: str = "fi") -> str:
    environment = page_environment(PAGE_TEMPLATES, wording(language))
    return environment.get_template("calendar.md.j2").render(page=made, as_of=made.day.isoformat(), page_day=made.day)


def test_what_was_not_held_on_its_day_comes_first_in_the_opening() -> None:
    said = answer(client(), today="2026-10-05")
    assert said.lead == "1 palaveri on pitämättä, vaikka sen päivä on mennyt:"
    (named,) = said.named
    assert (named.title, named.client, named.details) == ("quick-review", "Kuusipuun Saha Oy", "1.10.2026, Liisa Laine")
    assert named.link == "../clients/saha/meetings/quick-review.md"
    assert said.rest == ""


def test_more_than_three_missed_meetings_are_counted() -> None:
    said = answer(*(client(f"saha-{number}") for number in range(5)), today="2026-10-05")
    assert said.lead == "5 palaveria on pitämättä, vaikka niiden päivä on mennyt:"
    assert (len(said.named), said.rest) == (3, "Lisäksi 2 muuta.")


def test_what_nobody_arranged_is_told_two_weeks_before_its_day() -> None:
    said = answer(client(), today="2026-09-17")
    assert said.lead == "1 palaveri on sopimatta, vaikka se pitää pitää kahden viikon sisällä:"
    assert [one.details for one in said.named] == ["1.10.2026, Liisa Laine"]
    assert answer(client(), today="2026-09-16").lead == ""
    assert answer(client(meetings=planned("2026-10-01")), today="2026-09-17").lead.startswith("Seuraava palaveri")


def test_a_cancelled_meeting_has_to_be_arranged_anew() -> None:
    cancelled = {"quick-review": MeetingEntry(MeetingStatus.CANCELLED, day("2026-09-18"))}
    assert answer(client(meetings=cancelled), today="2026-09-17").lead.startswith("1 palaveri on sopimatta")


def test_without_a_project_manager_only_the_day_is_told() -> None:
    (named,) = answer(client(team={}), today="2026-10-05").named
    assert named.details == "1.10.2026"


def test_a_crowded_week_is_named() -> None:
    clients = [client(f"saha-{number}", meetings=planned("2026-06-02")) for number in range(3)]
    said = answer(*clients)
    assert said.lead == "Vilkkain on viikko 23 (1.–7.6.): 3 palaveria ja 3 alkua."
    assert said.rest == "Seuraava palaveri on ti 2.6.: quick-review, Kuusipuun Saha Oy."


def test_a_week_of_four_is_not_crowded() -> None:
    clients = [client(f"saha-{number}", meetings=planned("2026-06-02")) for number in range(2)]
    assert answer(*clients).lead.startswith("Seuraava palaveri")


def test_a_week_as_full_as_the_others_is_not_crowded() -> None:
    clients = [
        client(f"saha-{week}-{number}", starts=TODAY + dt.timedelta(weeks=week))
        for week in range(8)
        for number in range(5)
    ]
    assert answer(*clients).lead == ""
    more = [client(f"paja-{number}", starts=TODAY + dt.timedelta(weeks=2)) for number in range(5)]
    assert answer(*clients, *more).lead == "Vilkkain on viikko 23 (1.–7.6.): 10 alkua."


@pytest.mark.parametrize(
    ("today", "at", "finnish", "english"),
    [
        ("2026-09-30", dt.time(9), "tänään klo 9.00", "today at 9.00"),
        ("2026-09-29", dt.time(9, 5), "huomenna klo 9.05", "tomorrow at 9.05"),
        ("2026-09-28", dt.time(9), "ke 30.9. klo 9.00", "Wed 30.9. at 9.00"),
        ("2026-09-28", None, "ke 30.9.", "Wed 30.9."),
    ],
)
def test_else_the_next_meeting_is_told(today: str, at: dt.time | None, finnish: str, english: str) -> None:
    one = client(meetings=planned("2026-09-30", at), started="2026-06-01")
    assert answer(one, today=today).lead == f"Seuraava palaveri on {finnish}: quick-review, Kuusipuun Saha Oy."
    said = answer(one, today=today, language="en").lead
    assert said == f"The next meeting is {english}: quick-review, Kuusipuun Saha Oy."


def test_where_nothing_is_to_be_said_nothing_is() -> None:
    assert answer() == CalendarAnswer()
    assert answer(client(meetings={"quick-review": held("2026-05-18")})) == CalendarAnswer()
    assert "****" not in rendered(page())


def test_weeks_have_a_number_and_days() -> None:
    say = wording("fi")
    assert week_title(day("2026-11-23"), TODAY, say) == "vko 48 · 23.–29.11."
    assert week_days(day("2026-11-30"), TODAY, say) == "30.11.–6.12."
    assert week_days(day("2026-12-28"), TODAY, say) == "28.12.–3.1.2027"
    assert week_title(day("2027-01-04"), TODAY, say) == "vko 1 · 4.–10.1.2027"
    assert week_title(day("2026-11-23"), TODAY, wording("en")) == "week 48 · 23.–29.11."


def test_weeks_from_this_one_stand_open_later_ones_are_folded_and_past_ones_are_behind() -> None:
    clients = [
        client(
            "a", starts="2026-05-18", started="2026-05-18", meetings=planned("2026-05-26")
        ),  # this week, and the next
        client("b", starts="2026-07-12", meetings=planned("2026-07-13")),  # the eighth week, and the ninth
        client("c", starts="2026-05-11", started="2026-05-11", meetings={"quick-review": held("2026-04-19")}),
    ]
    made = page(*clients)
    assert [(week.title, week.note) for week in made.weeks] == [
        ("vko 21 · 18.–24.5.", "tällä viikolla · 1 alku"),
        ("vko 22 · 25.–31.5.", "ensi viikolla · 1 palaveri"),
        ("vko 28 · 6.–12.7.", "1 alku"),
    ]
    assert [week.title for week in made.later] == ["vko 29 · 13.–19.7."]
    assert made.later_note == "1 palaveri"
    assert [week.title for week in made.behind] == ["vko 20 · 11.–17.5."]
    assert made.behind_note == "1 alku"


def test_what_was_missed_stands_apart_and_in_no_week() -> None:
    made = page(client(started="2026-06-01"), today=day("2026-10-02"))
    assert [one.day_text for one in made.missed] == ["to 1.10."]
    assert made.weeks == ()
    assert page(client(started="2026-06-01"), today=day("2026-10-01")).missed == ()


def test_a_meeting_says_when_whose_and_who() -> None:
    found = row(client(meetings=planned("2026-09-30", dt.time(13, 30))))
    assert (found.day_text, found.below, found.title, found.client) == (
        "ke 30.9.", "klo 13.30", "quick-review", "Kuusipuun Saha Oy",
    )  # fmt: skip
    assert found.who == "Liisa Laine, Matti Mäkinen ja Tiina Tuki"
    assert found.link == "../clients/saha/meetings/quick-review/"
    assert found.client_link == "../clients/saha/"
    assert found.state == "sovittu"


def test_of_many_participants_two_are_named() -> None:
    team = {role: (f"{role}-one",) for role in ("project-manager", "accountant", "support-services", "seller")}
    found = row(client(team=team))
    assert found.who == "seller-one, project-manager-one ja 2 muuta"


def test_how_a_meeting_stands_is_said_in_words() -> None:
    unarranged = row(client())
    assert (unarranged.below, "mark--open" in unarranged.state, "sopimatta" in unarranged.state) == (
        "viimeistään",
        True,
        True,
    )
    taken = row(client(meetings={"quick-review": held("2026-05-18")}))
    assert (taken.held, "pidetty" in taken.state) == (True, True)
    cancelled = row(client(meetings={"quick-review": MeetingEntry(MeetingStatus.CANCELLED, day("2026-05-18"))}))
    assert (cancelled.day_text, "peruttu" in cancelled.state) == ("to 1.10.", True)
    missed = row(client(started="2026-06-01"), today="2026-10-05")
    assert (missed.below, "mark--overdue" in missed.state) == ("2 työpv myöhässä", True)
    assert "pitämättä" in missed.state
    assert "not held" in row(client(started="2026-06-01"), today="2026-10-05", language="en").state


def test_how_a_start_stands_is_said_in_words() -> None:
    assert row(client(), 0).state == "portti 1/1"
    assert (row(client(), 0).link, row(client(), 0).who) == ("../clients/saha/", "Liisa Laine")
    at_risk = row(client(tasks={"gated": TaskEntry(Status.BLOCKED, reason="Pankki")}), 0)
    assert "mark--at-risk" in at_risk.state
    passed = row(client(started="2026-05-18"), 0)
    assert (passed.title, passed.held, "alkoi" in passed.state) == ("Palvelutuotanto alkoi", True, True)
    missed = row(client(), 0, today="2026-06-03")
    assert (missed.below, "alkua ei kirjattu" in missed.state) == ("2 työpv myöhässä", True)


def test_a_service_that_starts_apart_is_named() -> None:
    one = client(services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(day("2026-06-08"))})
    titles = [found.title for week in page(one).weeks for found in week.rows]
    assert titles == ["Palvelutuotanto alkaa", "Palvelutuotanto alkaa: payroll"]


def test_the_calendars_of_those_who_work_here_and_of_running_and_planned_clients_are_listed() -> None:
    people = {**PEOPLE, "olli-ollut": Person("olli-ollut", "Olli Ollut", left=day("2026-05-18"))}
    clients = [
        client("b", name="Berg"), client("a", name="Aalto", status=ClientStatus.PLANNED),
        client("c", status=ClientStatus.CANCELLED),
    ]  # fmt: skip
    made = page(*clients, people=people)
    assert made.firm.link == "../calendar.ics"
    assert [(one.name, one.link) for one in made.clients.links] == [
        ("Aalto", "../clients/a/calendar.ics"), ("Berg", "../clients/b/calendar.ics"),
    ]  # fmt: skip
    assert [one.name for one in made.people.links] == ["Eeva Esihenkilö", "Liisa Laine", "Matti Mäkinen", "Tiina Tuki"]


def test_the_page_is_light_for_a_large_firm() -> None:
    """A thousand clients: what doesn't fit is counted, and nothing is left out without a word."""
    people = {f"person-{at}": Person(f"person-{at}", f"Etunimi Sukunimi {at}", ("accountant",)) for at in range(400)}
    clients = [
        client(
            f"asiakas-{at}", name=f"Asiakas {at} Oy", started=TODAY - dt.timedelta(days=at % 40),
            meetings=planned((TODAY + dt.timedelta(days=at % 200 - 20)).isoformat(), dt.time(9)),
        )
        for at in range(1000)
    ]  # fmt: skip
    made = page(*clients, people=people)
    assert len(rendered(made).encode()) < 50_000
    assert made.weeks[0].more > 0
    shown = sum(len(week.rows) + week.more for week in (*made.weeks, *made.later))
    counted = sum(int(part.split()[0]) for week in made.beyond for part in week.split(": ")[1].split(" ja "))
    coming = [one for one in clients if one.meetings["quick-review"].date >= TODAY]  # type: ignore[operator]
    began = [one for one in clients if one.dates["service_started"] >= dt.date(2026, 5, 18)]
    assert shown + counted == len(coming) + len(began)
    assert made.more_missed > 0
    assert made.more_behind > 0
    assert (made.people.more, made.clients.more) == (360, 960)


def test_both_languages_have_no_word_of_the_other() -> None:
    one = client(meetings=planned("2026-05-26", dt.time(9)))
    english = rendered(page(one, language="en"), "en")
    assert not any(word in english for word in ("vko", "palaveri", "Palvelutuotanto", "Tilaa", "klo"))
    assert "Subscribe" not in rendered(page(one))


def test_names_are_escaped() -> None:
    one = replace(client(name="<b>Saha</b>"), meetings=planned("2026-05-26"))
    assert "<b>" not in rendered(page(one))
