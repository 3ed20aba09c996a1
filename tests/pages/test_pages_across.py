"""Home, the client list and people's pages, from summaries of hand-built clients."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import Client, ClientStatus, MeetingEntry, MeetingStatus, Status, TaskEntry
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.pages.attention import AttentionRow, attention_counts, attention_groups
from aloitus.pages.clients_page import clients_page
from aloitus.pages.context import PageContext
from aloitus.pages.home_page import home_page
from aloitus.pages.people_page import people_page
from aloitus.pages.person_page import PersonPage, person_page
from aloitus.plan.build import plan_client
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import NOTHING, tasks_by_person
from aloitus.plan.summary import summarise
from builders import CLOSING_TASKS, a_client, a_closed_client, a_process, a_task, day, done, finland, invoiced
from page_contexts import a_context

TODAY = dt.date(2026, 5, 19)  # a Tuesday
PROCESS = a_process(
    a_task("gated", gate=True),  # 18.5.
    a_task("friday", "service_start - 6 workdays", after="gated"),  # 22.5.
    a_task("next-week", "service_start - 5 workdays"),  # 25.5.
    a_task("june", "service_start"),
    *CLOSING_TASKS,
)
DONE = {"gated": done("2026-05-18")}


def summary(client: Client, today: dt.date = TODAY, process: Process = PROCESS) -> ClientSummary:
    return summarise(plan_client(client, process, finland(), today))


def context(language: str = "fi", **fields: Any) -> PageContext:
    return a_context(language, TODAY.isoformat(), PROCESS, **fields)


def group(*clients: Client, mark: str, language: str = "fi", today: dt.date = TODAY) -> list[AttentionRow]:
    groups = attention_groups([summary(client, today) for client in clients], context(language), "index.md")
    return [row for one in groups if f"mark--{mark}" in one.heading for row in (*one.shown, *one.folded)]


def lead(*clients: Client, language: str = "fi") -> tuple[str, list[tuple[str, str]], str]:
    page = home_page([summary(client) for client in clients], context(language))
    return page.lead, [(name, when) for name, _, when in page.named], page.rest


AT_RISK = a_client("saha")
GOOD = a_client("paja", name="Paja Oy", tasks=DONE)
LATE = a_client("tila", name="Tila Oy", started="2026-05-11", starts="2026-05-11", tasks=DONE)


def test_home_names_the_starts_at_risk_and_counts_the_others() -> None:
    assert lead(AT_RISK, GOOD) == (
        "1 alku on uhattuna:",
        [("Kuusipuun Saha Oy", "1.6.")],
        "Muu asiakas pysyy sovitussa alkupäivässä.",
    )
    assert lead(AT_RISK, language="en") == ("1 start is at risk:", [("Kuusipuun Saha Oy", "1.6.")], "")


def test_home_names_three_and_counts_the_rest() -> None:
    many = [a_client(f"saha-{number}", name=f"Saha {number}") for number in range(5)]
    said, named, rest = lead(*many)
    assert (said, len(named), rest) == ("5 alkua on uhattuna:", 3, "Lisäksi 2 muuta.")


def test_home_says_what_is_late_when_no_start_is_at_risk() -> None:
    said, named, rest = lead(LATE, GOOD)
    assert (said, named) == ("3 tehtävää on myöhässä", [])
    assert rest == "yhdellä asiakkaalla; yksikään alku ei ole uhattuna."


def test_home_says_that_nothing_is_late() -> None:
    assert lead(GOOD) == ("Mikään ei ole myöhässä.", [], "")
    assert lead(language="en") == ("Nothing is late.", [], "")


def test_home_shows_meetings_and_starts_of_two_weeks() -> None:
    agreed = {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-05-26"), time=dt.time(9, 5))}
    far = {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-06-03"))}
    page = home_page(
        [summary(replace(GOOD, meetings=agreed)), summary(a_client("far", starts="2026-06-15", meetings=far))],
        context(),
    )
    assert [(one.day_text, one.number, one.client, one.details) for one in page.upcoming] == [
        ("ti 26.5.", 1, "Paja Oy", "9.05, 30 min"),
        ("ma 1.6.", 0, "Paja Oy", "portti 1/1"),
    ]


def test_home_counts_planned_clients_apart() -> None:
    planned = a_client("uusi", name="Uusi Oy", status=ClientStatus.PLANNED, signed=None, starts=None, team={})
    page = home_page([summary(planned), summary(GOOD)], context())
    assert [row.name for row in page.running] == ["Paja Oy"]
    assert [(row.name, row.manager) for row in page.planned] == [("Uusi Oy", "ei nimetty")]
    assert (page.weekday, page.day_text, page.week) == ("Tiistai", "19.5.2026", 21)


def test_a_start_at_risk_says_what_its_gate_lacks_and_how_long_there_is() -> None:
    (row,) = group(AT_RISK, mark="at-risk")
    assert (row.client, row.what) == ("Kuusipuun Saha Oy", "Palvelutuotanto alkaa 1.6.2026")
    assert row.why == "1/1 porttitehtävästä kesken, 1 myöhässä."
    assert "Liisa Laine" in row.who
    assert "alkuun" in row.measure


def test_a_start_that_nobody_recorded_says_so() -> None:
    (row,) = group(a_client(tasks=DONE), mark="at-risk", today=dt.date(2026, 6, 3))
    assert row.why == "Alkua ei ole kirjattu."
    assert "myöhässä" in row.measure


def test_a_start_without_a_day_has_no_measure() -> None:
    client = a_client(starts=None, tasks={"gated": TaskEntry(Status.BLOCKED, reason="Pankki")})
    (row,) = group(client, mark="at-risk")
    assert row.measure == ""


def test_a_halted_task_says_why_who_has_it_and_when_it_is_looked_at_again() -> None:
    entry = TaskEntry(Status.BLOCKED, reason="Pankki selvittää", follow_up=day("2026-05-22"))
    (row,) = group(a_client(tasks=DONE | {"friday": entry}), mark="blocked")
    assert (row.what, row.why) == ("friday", "Pankki selvittää.")
    assert "katsotaan 22.5." in row.measure
    assert "Tiina Tuki" in row.who


@pytest.mark.parametrize(("assignee", "who"), [("client", "Asiakas"), ("uusi-ihminen", "uusi-ihminen")])
def test_the_client_has_a_task_without_a_link(assignee: str, who: str) -> None:
    entry = TaskEntry(Status.WAITING, assignee=assignee)
    (row,) = group(a_client(tasks=DONE | {"friday": entry}), mark="waiting")
    assert (row.who, row.why) == (who, "Ei kirjattua syytä.")


def test_a_late_task_that_waits_for_another_names_it() -> None:
    client = a_client(started="2026-05-11", starts="2026-05-11", tasks={})
    rows = {row.what: row.why for row in group(client, mark="overdue")}
    assert rows["friday"] == "Odottaa ensin: gated."
    assert rows["june"] == "Ei kirjattua syytä."


def test_a_role_that_nobody_has_says_how_many_tasks_it_has() -> None:
    team = {"project-manager": ("liisa-laine",)}
    (row,) = group(a_client(tasks=DONE, team=team), mark="unassigned")
    assert (row.what, row.why) == ("support-services", "4 tehtävää ilman tekijää.")


def test_a_client_that_can_be_closed_says_so() -> None:
    tasks = {task: done("2026-06-01") for task in ("gated", "friday", "next-week", "june")}
    ready = replace(a_closed_client(tasks=tasks), status=ClientStatus.ACTIVE, closure=None)
    (row,) = group(ready, mark="done", today=dt.date(2026, 10, 12))
    assert "täyttyvät" in row.what


def test_a_review_is_overdue_agreed_or_to_be_agreed() -> None:
    tasks = {task: done("2026-06-01") for task in ("gated", "friday", "next-week", "june")}
    client = a_client(started="2026-06-01", tasks=tasks, invoicing={"a": invoiced("a")})
    (late,) = group(client, mark="open", today=dt.date(2026, 10, 5))
    assert late.why == "Pitämättä, määräpäivä oli 1.10.2026."
    (coming,) = group(client, mark="open", today=dt.date(2026, 9, 28))
    assert coming.why == "Sopimatta, määräpäivä 1.10.2026."
    agreed = replace(client, meetings={"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-10-02"))})
    (planned,) = group(agreed, mark="open", today=dt.date(2026, 9, 28))
    assert planned.why == "Sovittu 2.10.2026."


def test_many_things_are_folded_and_the_most_are_counted_alone() -> None:
    many = [summary(replace(LATE, id=f"tila-{number:02}")) for number in range(12)]
    groups = attention_groups(many, context(), "index.md")
    (late,) = (one for one in groups if "mark--overdue" in one.heading)
    assert (len(late.shown), late.more, len(late.folded), late.beyond) == (2, 34, 20, 14)


def test_one_row_more_than_fits_is_shown_too() -> None:
    (late,) = attention_groups([summary(LATE)], context(), "index.md")
    assert (len(late.shown), late.folded, late.more) == (3, (), 0)


def test_the_tally_counts_tasks_and_starts() -> None:
    counts = attention_counts([summary(AT_RISK), summary(LATE)])
    assert counts == {"start-at-risk": 1, "blocked": 0, "waiting": 0, "late": 4, "due-soon": 2}


def test_the_client_list_says_how_many_and_what_endangers_them() -> None:
    ended = a_closed_client("ent", tasks=DONE)  # four of its tasks were done, each in time
    page = clients_page([summary(AT_RISK), summary(GOOD), summary(ended, dt.date(2026, 10, 14))], context())
    assert page.lead == "2 käyttöönottoa on käynnissä. 1 alku on uhattuna."
    assert [row.name for row in page.rows] == ["Kuusipuun Saha Oy", "Paja Oy"]
    assert [(row.name, row.on_time) for row in page.ended] == [("Kuusipuun Saha Oy", "4/4")]
    assert [choice.value for choice in page.states] == ["start-at-risk", "on-schedule"]


def test_an_empty_client_list_has_a_choice_nevertheless() -> None:
    page = clients_page([], context())
    assert (page.lead, page.rows, len(page.states)) == ("0 käyttöönottoa on käynnissä.", (), 1)


def a_page(*clients: Client, person: str = "tiina-tuki", language: str = "fi", today: dt.date = TODAY) -> PersonPage:
    summaries = [summary(client, today) for client in clients]
    own = tasks_by_person(summaries, today).get(person, NOTHING)
    names = {client.id: client.name for client in clients}
    made = context(language)
    return person_page(made.people[person], own, names, {"support-services": "Tukipalvelut"}, made)


def test_a_persons_page_says_what_the_week_holds() -> None:
    late = replace(GOOD, tasks={}, dates={**GOOD.dates, "service_started": day("2026-05-18")})
    assert a_page(late).answer == "Tällä viikolla 2 tehtävää. 1 niistä on myöhässä."
    assert a_page(late, language="en").answer == "2 tasks this week. 1 of them is late."
    assert a_page(AT_RISK, person="liisa-laine").answer == "Tälle viikolle ei ole tehtäviä."
    assert a_page().answer == "Ei avoimia tehtäviä."
    waiting = replace(late, tasks={"gated": TaskEntry(Status.WAITING, reason="Pankki", follow_up=day("2026-05-20"))})
    assert a_page(waiting).answer == "Tällä viikolla 1 tehtävä. 1 odottaa muita."


def test_a_persons_page_says_first_which_starts_wait_for_their_tasks() -> None:
    assert a_page(AT_RISK).answer.startswith(
        "Alku on uhattuna, ja portista puuttuu 1 oma tehtävä: Kuusipuun Saha Oy (1.6.2026). "
    )
    assert a_page(AT_RISK, language="en").answer.startswith(
        "A start is at risk, and the gate lacks 1 task of one's own: Kuusipuun Saha Oy (1.6.2026). "
    )
    assert "uhattuna" not in a_page(AT_RISK, person="liisa-laine").answer
    assert "uhattuna" not in a_page(GOOD).answer


def test_a_persons_tasks_are_in_groups_and_lead_to_their_checklists() -> None:
    page = a_page(AT_RISK)
    assert [(one.key, [task.title for task in one.tasks]) for one in page.groups] == [
        ("late", ["gated"]),
        ("this-week", ["friday"]),
        ("next-week", ["next-week"]),
        ("later", ["june", "invoice-onboarding-work"]),
    ]
    (late,) = page.groups[0].tasks
    assert (late.mark, late.meta) == ("late", ("◇ portti", "tätä odottaa 1 tehtävä"))
    assert late.page == "../../clients/saha/support-services.md"
    assert (page.roles, page.left) == ("tukipalvelut", "")


def test_what_was_done_lately_is_shown() -> None:
    page = a_page(GOOD)
    assert [(one.title, one.due_text, one.final) for one in page.done] == [("gated", "18.5.2026", True)]


def test_who_left_is_listed_only_with_tasks_still_theirs() -> None:
    gone = Person("olli-lahtenyt", "Olli Lähtenyt", ("accountant",), left=dt.date(2026, 4, 30))
    made = context(people={**context().people, gone.id: gone})
    own = tasks_by_person([summary(replace(AT_RISK, team={"support-services": (gone.id,)}))], TODAY)
    assert "Olli Lähtenyt" in [row.name for row in people_page(list(made.people.values()), own, {}, made).rows]
    assert "Olli Lähtenyt" not in [row.name for row in people_page(list(made.people.values()), {}, {}, made).rows]
    assert person_page(gone, NOTHING, {}, {}, made).left == "lähtenyt 30.4.2026"
