"""The pages for those who share the work out and for management, from summaries made by hand."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from aloitus.i18n import wording
from aloitus.model.client import ClientStatus, Status
from aloitus.model.firm import Firm, Person
from aloitus.pages.context import PageContext
from aloitus.pages.environment import page_environment
from aloitus.pages.reports_page import ReportsPage, reports_page
from aloitus.pages.workload_page import WorkloadPage, workload_page
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import TaskKind
from aloitus.plan.client_summary import ClientSummary, OpenTask, Punctuality, Unstaffed
from aloitus.plan.person_tasks import tasks_by_person
from aloitus.plan.summary import summarise
from builders import PEOPLE, a_client, a_process, a_task, finland
from wiki_site import PAGE_TEMPLATES

TODAY = date(2026, 11, 23)  # a Monday
PROCESS = a_process(a_task("kyc", gate=True))
ROLES = {"accountant": "Kirjanpitäjä", "support-services": "Tukipalvelut", "project-manager": "Projektipäällikkö"}
BASE = summarise(plan_client(a_client(starts="2026-12-07"), PROCESS, finland(), TODAY))


def context(language: str = "fi", **fields: Any) -> PageContext:
    return PageContext(
        wording(language), Firm("Esimerkki"), fields.pop("people", PEOPLE), {PROCESS.id: PROCESS}, {}, TODAY
    )


def a_summary(client_id: str = "kuusipuu", **fields: Any) -> ClientSummary:
    return BASE._replace(**{"id": client_id, "open_tasks": (), "unstaffed": (), "punctuality": {}, **fields})


def tasks(person: str, *days_from_today: int, **fields: Any) -> tuple[OpenTask, ...]:
    """One task a day; days to come and days past are calendar days."""
    return tuple(
        OpenTask("kyc", "accountant", (person,), TODAY + timedelta(days=at), -1 if at < 0 else at, **fields)
        for at in days_from_today
    )


def workload(*clients: ClientSummary, language: str = "fi", **fields: Any) -> WorkloadPage:
    return workload_page(clients, tasks_by_person(clients, TODAY), ROLES, context(language, **fields))


def reports(*clients: ClientSummary, language: str = "fi") -> ReportsPage:
    return reports_page(clients, ROLES, context(language))


def rendered(page: WorkloadPage | ReportsPage, template: str, language: str = "fi") -> str:
    environment = page_environment(PAGE_TEMPLATES, wording(language))
    return environment.get_template(template).render(page=page, as_of="2026-11-23", page_day=TODAY)


def weeks_of(page: WorkloadPage, name: str) -> list[str]:
    row = next(row for row in page.table.split("<tr") if name in row)
    return re.findall(r'<span class="heat-\d">([^<]+)', row)


def test_tasks_stand_in_the_week_they_are_due_and_overdue_ones_apart() -> None:
    page = workload(a_summary(open_tasks=tasks("matti-makinen", -3, 0, 6, 7, 55, 56)))
    assert weeks_of(page, "Matti") == ["2", "1", "·", "·", "·", "·", "·", "1"]
    assert '<span class="is-late">1</span>' in page.table


def test_who_carries_most_in_two_weeks_comes_first_and_is_named() -> None:
    one = a_summary("a", open_tasks=(*tasks("matti-makinen", 40, 41, 42, 43), *tasks("tiina-tuki", -1, 0, 8)))
    page = workload(one)
    assert page.heaviest
    assert (page.heaviest.name, page.heaviest.link) == ("Tiina Tuki", "../people/tiina-tuki/index.md")
    assert page.heaviest.what == "1 myöhässä ja 2 määräpäivää kahden viikon sisällä"
    assert page.table.index("Tiina Tuki") < page.table.index("Matti Mäkinen") < page.table.index("Liisa Laine")


def test_with_nothing_due_nobody_is_named() -> None:
    page = workload(a_summary(open_tasks=tasks("matti-makinen", 40)))
    assert page.heaviest is None
    assert page.rest == "Kaikki roolit on nimetty."


def test_who_has_left_and_has_nothing_is_left_out() -> None:
    people = {**PEOPLE, "olli-ollut": Person("olli-ollut", "Olli Ollut", left=date(2026, 10, 1))}
    assert "Olli Ollut" not in workload(a_summary(), people=people).table
    assert "Olli Ollut" in workload(a_summary(open_tasks=tasks("olli-ollut", 3)), people=people).table


def test_roles_with_nobody_stand_by_client_the_first_due_first() -> None:
    later = a_summary(
        "a", name="Aalto", unstaffed=(Unstaffed("accountant", 3, date(2027, 2, 1)), Unstaffed("odd", 1, None))
    )
    sooner = a_summary("b", name="Berg", unstaffed=(Unstaffed("support-services", 2, date(2027, 1, 4)),))
    undated = a_summary("c", name="Cedar", unstaffed=(Unstaffed("accountant", 1, None),))
    page = workload(undated, later, sooner)
    assert [(row.client, row.roles, row.tasks) for row in page.unstaffed] == [
        ("Berg", "Tukipalvelut", "2 tehtävää"),
        ("Aalto", "Kirjanpitäjä, odd", "4 tehtävää"),
        ("Cedar", "Kirjanpitäjä", "1 tehtävä"),
    ]
    assert page.rest == "4 roolia on nimeämättä."
    assert page.unstaffed[2].first == ""


def test_starts_within_ten_weeks_show_their_gates() -> None:
    far = BASE.gates[0]._replace(day=TODAY + timedelta(days=71))
    passed = BASE.gates[0]._replace(passed_on=TODAY)
    own = BASE.gates[0]._replace(service="payroll", day=date(2027, 1, 4))
    page = workload(
        a_summary("a", gates=(*BASE.gates, own)), a_summary("b", gates=(far,)), a_summary("c", gates=(passed,))
    )
    assert [(row.day, row.service, row.count) for row in page.starts] == [
        (date(2026, 12, 7), "", "0/1"),
        (date(2027, 1, 4), "payroll", "0/1"),
    ]


def test_the_reports_answer_compares_the_last_two_quarters_that_had_starts() -> None:
    found = reports(
        a_summary("a", starts=date(2026, 11, 2), started=date(2026, 11, 2)),
        a_summary("b", starts=date(2026, 11, 2), started=date(2026, 11, 9)),
        a_summary("c", starts=date(2026, 5, 4), started=date(2026, 5, 4)),
    )
    assert found.answer == (
        "Loka–joulukuulle sovituista aluista vuorossa on tähän mennessä ollut 2, ja niistä ajallaan toteutui 1 (50 %).",
        "Huhti–kesäkuulle sovituista ajallaan toteutui 1/1.",
    )


@pytest.mark.parametrize(
    ("started", "said"),
    [
        (["2026-11-02"], "1, ja se toteutui ajallaan."),
        (["2026-11-03"], "1, eikä se toteutunut ajallaan."),
        (["2026-11-02", "2026-11-01"], "2, ja kaikki toteutuivat ajallaan."),
        (["2026-11-03", "2026-11-04"], "2, eikä yksikään toteutunut ajallaan."),
    ],
)
def test_the_reports_answer_says_in_words_whether_starts_were_on_time(started: list[str], said: str) -> None:
    agreed = date(2026, 11, 2)
    clients = [a_summary(day, starts=agreed, started=date.fromisoformat(day)) for day in started]
    first = "Loka–joulukuulle sovituista aluista vuorossa on tähän mennessä ollut"
    assert reports(*clients).answer == (f"{first} {said}",)


def test_before_anything_has_started_the_reports_say_so_and_draw_nothing() -> None:
    found = reports(a_summary())
    assert found.answer == ("Yhtään käyttöönottoa ei ole vielä alkanut.",)
    assert (found.on_time, found.leads, found.roles, found.uninvoiced) == (None, None, (), ())
    assert "Kaikki alkaneiden asiakkaiden" in rendered(found, "reports.md.j2")


def test_closing_times_and_uninvoiced_work_are_told() -> None:
    closed = a_summary(
        "a",
        status=ClientStatus.CLOSED,
        signed=date(2026, 11, 2),
        starts=date(2026, 11, 9),
        started=date(2026, 11, 9),
        ended=TODAY,
    )
    invoice = OpenTask(
        "invoice", None, (), date(2026, 9, 3), -57, invoicing=True, kind=TaskKind.EXTRA, reason="Tunnit tarkistamatta"
    )
    going = a_summary("b", started=date(2026, 8, 3), open_tasks=(invoice,))
    found = reports(closed, going)
    assert "Sopimuksesta käyttöönoton sulkemiseen kuluu 15 työpäivää (mediaani)." in found.answer
    assert found.answer[-1] == "1 käyttöönotto on laskuttamatta."
    assert [row.reason for row in found.uninvoiced] == ["Tunnit tarkistamatta"]
    assert [row.started for row in found.uninvoiced] == ['<time datetime="2026-08-03">3.8.2026</time>']


def test_roles_are_in_order_of_punctuality_with_their_figures() -> None:
    found = reports(a_summary(punctuality={"accountant": Punctuality(1, 4), "support-services": Punctuality(3, 4)}))
    assert [(row.role, row.share, row.figures) for row in found.roles] == [
        ("Tukipalvelut", "75 %", "3/4"),
        ("Kirjanpitäjä", "25 %", "1/4"),
    ]


def test_bars_of_halted_tasks_share_a_scale() -> None:
    one = a_summary("a", open_tasks=tasks("x", 1, state=Status.WAITING))
    two = a_summary(
        "b", open_tasks=(*tasks("x", 1, state=Status.BLOCKED), OpenTask("own", None, (), None, None, Status.BLOCKED))
    )
    found = reports(one, two).halted
    assert [(row.task, row.total) for row in found] == [("kyc", 2), ("own", 1)]
    assert re.findall(r"width:([\d.]+)%", found[0].bar + found[1].bar) == ["50.0", "50.0", "50.0"]


def test_the_pages_are_light_for_a_large_firm() -> None:
    people = {f"person-{at}": Person(f"person-{at}", f"Etunimi Sukunimi {at}", ("accountant",)) for at in range(20)}
    clients = [a_summary(f"client-{at}", open_tasks=tasks(f"person-{at % 20}", *range(50))) for at in range(40)]
    page = workload(*clients, people=people)
    assert len(rendered(page, "workload.md.j2").encode()) < 45_000


def test_both_languages_have_no_word_of_the_other() -> None:
    summary = a_summary(started=TODAY, starts=TODAY, unstaffed=(Unstaffed("accountant", 1, None),))
    assert "Kirjanpitäjä" in rendered(workload(summary, language="en"), "workload.md.j2", "en")  # the firm's own word
    english = rendered(reports(summary, language="en"), "reports.md.j2", "en")
    assert "Alku" not in english
    assert "Start on the agreed day" in english
