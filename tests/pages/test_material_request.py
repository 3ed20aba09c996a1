"""The letter that tells a client what to hand over: its opening, its headings, its language, whom to send it to."""

from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import Action, Client, ClientStatus
from aloitus.model.firm import Person
from aloitus.model.process import Process, Service
from aloitus.model.text import Text
from aloitus.pages.client_answer import Answer
from aloitus.pages.markup import Markup
from aloitus.pages.material_request_page import MaterialRequestPage, material_request_page
from aloitus.pages.task_row import Named
from aloitus.plan.build import plan_client
from builders import PEOPLE, a_client, a_process, a_task, day, done, finland, held, text, when
from page_contexts import a_context

IDENTITY = a_task("identity", "service_start - 15 workdays", role="accountant", client_input=(text("Henkilöllisyys"),))
BANK = a_task("bank", "service_start - 5 workdays", client_input=(text("Valtakirja"), text("Tilit")))
LEASES = a_task("leases", "service_start + 10 workdays", client_input=(text("Leasingit"),), when=when("bookkeeping"))
PROCESS = replace(
    a_process(IDENTITY, BANK, LEASES),
    services={
        "bookkeeping": Service("bookkeeping", Text.by_language({"fi": "Kirjanpito", "en": "Bookkeeping"})),
        "payroll": Service("payroll", text("Palkanlaskenta")),
    },
)
TWO = ("bookkeeping", "payroll")
MANAGER = {"liisa-laine": replace(PEOPLE["liisa-laine"], email="liisa@esimerkkitilit.example")}


def page(
    client: Client, today: str = "2026-05-19", language: str = "fi", process: Process = PROCESS, **fields: Any
) -> MaterialRequestPage:
    plan = plan_client(client, process, finland(), day(today))
    return material_request_page(plan, a_context(language, today, process, **{"people": PEOPLE | MANAGER} | fields))


def groups(client: Client, **fields: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    made = page(client, **fields)
    return [(group.title, [(item.title, item.when) for item in group.items]) for group in made.groups]


def received(*tasks: str) -> dict[str, Any]:
    return {"tasks": {task: done("2026-05-18") for task in tasks}}


ANSWERS = {
    "all before the start": (
        a_client(**received("leases")),
        PROCESS,
        Answer(
            "Toimitettavana on vielä 3 kohtaa.",
            "Tarvitsemme ne, jotta palvelutuotanto voi alkaa sovittuna päivänä 1.6.2026.",
        ),
    ),
    "some before the start": (
        a_client(),
        PROCESS,
        Answer(
            "Toimitettavana on vielä 4 kohtaa.",
            "Niistä 3 tarvitaan, jotta palvelutuotanto voi alkaa sovittuna päivänä 1.6.2026.",
        ),
    ),
    "one of several before the start": (
        a_client(**received("bank")),
        PROCESS,
        Answer(
            "Toimitettavana on vielä 2 kohtaa.",
            "Yksi niistä tarvitaan, jotta palvelutuotanto voi alkaa sovittuna päivänä 1.6.2026.",
        ),
    ),
    "one before the start": (
        a_client(**received("bank", "leases")),
        PROCESS,
        Answer(
            "Toimitettavana on vielä 1 kohta.",
            "Tarvitsemme sen, jotta palvelutuotanto voi alkaa sovittuna päivänä 1.6.2026.",
        ),
    ),
    "only after the start": (
        a_client(**received("bank", "identity")), PROCESS, Answer("Toimitettavana on vielä 1 kohta."),
    ),
    "production has started": (a_client(started="2026-05-18"), PROCESS, Answer("Toimitettavana on vielä 4 kohtaa.")),
    "no day is known": (
        a_client(status=ClientStatus.PLANNED, signed=None, starts=None),
        PROCESS,
        Answer("Toimitettavana on vielä 4 kohtaa."),
    ),
    "all has come": (
        a_client(**received("bank", "identity", "leases")),
        PROCESS,
        Answer("Kaikki pyydetty aineisto on saatu.", "Kiitos! Uutta toimitettavaa ei nyt ole."),
    ),
    "nothing is asked for": (a_client(), a_process(a_task("x")), Answer("Toimitettavaa aineistoa ei nyt ole.")),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_it_opens_with_how_much_there_is_and_what_for(case: str) -> None:
    client, process, answer = ANSWERS[case]
    assert page(client, process=process).answer == answer


def test_things_stand_under_how_urgent_they_are() -> None:
    assert groups(a_client()) == [
        ("Mahdollisimman pian", [("Henkilöllisyys", "")]),
        (
            "Ennen palvelutuotannon alkua 1.6.2026",
            [("Valtakirja", "25.5.2026 mennessä"), ("Tilit", "25.5.2026 mennessä")],
        ),
        ("Palvelutuotannon alettua", [("Leasingit", "15.6.2026 mennessä")]),
    ]  # fmt: skip


def test_once_production_has_started_there_is_only_what_comes_next() -> None:
    client = a_client(started="2026-06-01", **received("bank"))
    assert groups(client, today="2026-06-02") == [
        ("Mahdollisimman pian", [("Henkilöllisyys", "")]),
        ("Seuraavaksi", [("Leasingit", "15.6.2026 mennessä")]),
        ("Jo saatu", [("Valtakirja", ""), ("Tilit", "")]),
    ]


def test_what_has_no_day_is_agreed_on_later() -> None:
    planned = a_client(status=ClientStatus.PLANNED, signed=None, starts=None)
    assert [title for title, _ in groups(planned)] == ["Ajankohta sovitaan erikseen"]


def test_an_action_of_the_clients_is_asked_for_too() -> None:
    actions = {"send": Action("send", text("Toimita ote"), "client", day("2026-05-20"))}
    client = a_client(meetings={"quick-review": held("2026-05-11", actions=actions)}, **received("identity"))
    assert groups(client)[0][1][0] == ("Toimita ote", "20.5.2026 mennessä")


def test_it_speaks_the_clients_language_whatever_the_wikis() -> None:
    english = replace(a_client(), language="en")
    for language in ("fi", "en"):
        made = page(english, language=language)
        assert (made.say.language, made.answer.lead) == ("en", "4 items are still to be handed over.")
        assert made.links.overview.title == {"fi": "Yleiskuva", "en": "Overview"}[language]
    assert page(a_client(), language="en").say.language == "fi"


def test_it_names_the_services_where_there_are_several() -> None:
    def services(client: Client) -> list[str]:
        return [item.services for group in page(client).groups for item in group.items]

    assert services(a_client()) == ["", "", "", ""]
    assert services(a_client(services=TWO)) == ["", "", "", "kirjanpito"]
    assert services(replace(a_client(services=TWO), language="en")) == ["", "", "", "bookkeeping"]


def test_it_is_sent_to_the_project_manager_and_to_those_whose_tasks_wait_for_it() -> None:
    made = page(a_client())
    address = "liisa@esimerkkitilit.example"
    assert [(one.name, one.roles, one.email) for one in made.contacts] == [
        ("Liisa Laine", "project-manager", Named(address, Markup(f"mailto:{address}"))),
        ("Matti Mäkinen", "accountant", None),
        ("Tiina Tuki", "support-services", None),
    ]  # fmt: skip
    done_with = page(a_client(**received("identity", "bank", "leases")))
    assert [one.name for one in done_with.contacts] == ["Liisa Laine"]


def test_who_has_two_roles_is_named_once_and_nobody_is_named_for_none() -> None:
    both = a_client(team={"project-manager": ("liisa-laine",), "accountant": ("liisa-laine",)})
    assert [(one.name, one.roles) for one in page(both).contacts] == [("Liisa Laine", "project-manager, accountant")]
    nobody = page(a_client(team={}))
    assert (nobody.contacts, nobody.has_manager) == ((), False)
    unknown = page(a_client(team={"project-manager": ("uusi-ihminen",)}))
    assert [(one.name, one.email) for one in unknown.contacts] == [("uusi-ihminen", None)]


def test_its_pages_links_tell_no_states() -> None:
    assert {role.mark for role in page(a_client()).links.roles} == {""}


def test_an_odd_address_is_shown_but_is_no_link() -> None:
    odd = {"liisa-laine": Person("liisa-laine", "Liisa Laine", email="liisa\u0000@x")}
    (contact, *_) = page(a_client(), people=PEOPLE | odd).contacts
    assert contact.email == Named("liisa\u0000@x", None)
