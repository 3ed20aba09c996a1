"""The form for a new client, made of a process and people by hand, and what its script is handed."""

import json
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from aloitus.model.client import ClientStatus
from aloitus.model.firm import Firm, ForgeKind, Person
from aloitus.model.text import Text
from aloitus.pages.context import PageContext
from aloitus.pages.markup import json_attribute
from aloitus.pages.new_client_data import clients_data, process_data
from aloitus.pages.new_client_page import NewClientPage, new_client_page
from aloitus.plan.build import plan_client
from aloitus.plan.summary import summarise
from builders import CLOSING_TASKS, a_client, a_process, a_task, day, finland, when
from page_contexts import FORGE, a_context

PROCESS = a_process(
    a_task("open-engagement", title=Text.by_language({"fi": "Perusta  asiakas", "en": "Set up the client"})),
    a_task("payroll", when=when("payroll", "data-transfer"), applies_from=day("2026-09-01"), running=True),
    *CLOSING_TASKS,
)
ADDITION = replace(PROCESS, id="service-addition", title=Text.plain("Lisäpalvelu"))


def page(context: PageContext | None = None) -> NewClientPage:
    return new_client_page(PROCESS, context or a_context("fi", "2026-05-19", PROCESS))


def people_of(role: str, **people: Person) -> list[str]:
    context = a_context("fi", "2026-05-19", PROCESS, people={person.id: person for person in people.values()})
    return [person.id for field in page(context).roles if field.id == role for person in field.people]


def test_a_role_can_be_given_to_whoever_has_it_and_has_not_left() -> None:
    here = Person("liisa-laine", "Liisa Laine", ("accountant",))
    leaving = Person("aku-aalto", "Aku Aalto", ("accountant",), left=day("2026-05-19"))
    gone = Person("olli-lahtenyt", "Olli Lähtenyt", ("accountant",), left=day("2026-05-18"))
    other = Person("tiina-tuki", "Tiina Tuki", ("support-services",))
    assert people_of("accountant", a=here, b=leaving, c=gone, d=other) == ["aku-aalto", "liisa-laine"]


def test_a_role_that_nobody_has_can_be_given_to_anybody() -> None:
    other = Person("tiina-tuki", "Tiina Tuki", ("support-services",))
    assert people_of("accountant", a=other) == ["tiina-tuki"]


@pytest.mark.parametrize(
    ("kind", "new_file", "named", "form"),
    [
        (ForgeKind.GITHUB, "/new/main?filename=clients/~id~.yaml&amp;value=%23%20Liit%C3%A4", True, "new-client.yml"),
        (ForgeKind.GITLAB, "/-/new/main?file_name=clients/~id~.yaml", True, "issuable_template=Uusi%20asiakas"),
        (ForgeKind.GITEA, "/_new/main/clients?filename=~id~.yaml&amp;value=%23%20Liit%C3%A4", True, "new-client.yml"),
        (ForgeKind.AZURE, "?path=/clients&amp;version=GBmain", False, None),
        (ForgeKind.BITBUCKET, "/create-file/main/clients?at=main", False, None),
    ],
)
def test_each_forge_opens_a_new_file_as_far_as_it_can(
    kind: ForgeKind, new_file: str, named: bool, form: str | None
) -> None:
    firm = replace(a_context().firm, forge=replace(FORGE, kind=kind))
    found = page(a_context("fi", "2026-05-19", PROCESS, firm=firm))
    assert found.new_file is not None
    assert found.new_file.startswith(FORGE.url + new_file)
    assert found.names_new_file == named
    assert (found.form is not None and found.form.endswith(form)) if form else found.form is None


def test_a_firm_without_a_forge_saves_the_file_itself() -> None:
    found = page()
    assert (found.new_file, found.names_new_file, found.form) == (None, False, None)


def test_further_processes_have_a_form_each_and_lead_to_one_another() -> None:
    context = a_context("fi", "2026-05-19", PROCESS, ADDITION)
    first, second = new_client_page(PROCESS, context), new_client_page(ADDITION, context)
    assert (first.path, second.path) == ("new-client/index.md", "new-client/service-addition/index.md")
    assert [(other.text, other.link) for other in first.others] == [("Lisäpalvelu", "service-addition/")]
    assert [other.link for other in second.others] == ["../"]
    assert (first.clients, second.clients) == ("clients.json", "../clients.json")


def test_languages_are_called_by_their_own_names() -> None:
    assert [(choice.id, choice.title) for choice in page().languages] == [("fi", "suomi"), ("en", "English")]


def test_the_script_is_handed_the_tasks_that_a_file_lists_with_their_conditions() -> None:
    data: Any = process_data(PROCESS, Firm("Esimerkkitilit Oy", ("fi", "en")))
    assert data["tasks"] == [
        {"id": "open-engagement", "titles": {"fi": "Perusta asiakas", "en": "Set up the client"}},
        {
            "id": "payroll",
            "titles": {"fi": "payroll", "en": "payroll"},
            "services": ("payroll",),
            "facts": ("data-transfer",),
            "from": "2026-09-01",
            "running": True,
        },
    ]
    assert list(data["dates"])[:2] == ["agreement_signed", "service_start"]


def test_the_script_is_handed_who_is_a_client_already() -> None:
    clients = [
        summarise(plan_client(client, PROCESS, finland(), day("2026-05-19")))
        for client in (a_client("saha"), a_client("paja", name="Paja Oy", status=ClientStatus.CANCELLED))
    ]
    known = json.loads(clients_data(clients))
    assert [(one["id"], one["name"], one["over"]) for one in known] == [
        ("saha", clients[0].name, False),
        ("paja", "Paja Oy", True),
    ]


def test_json_in_an_attribute_holds_nothing_that_ends_it() -> None:
    value = {"a": "O'Brien & <b>\u2028ä\n\n# x"}
    written = json_attribute(value)
    assert written.isascii()
    assert not set("'<>\n") & set(written)
    assert json.loads(unescape(written)) == value
