"""Running rules over clients: what is left out, and how much."""

from dataclasses import replace
from datetime import date

import pytest

from aloitus.findings import Finding, Message, Place, Severity
from aloitus.model.client import TaskEntry
from aloitus.model.text import Text
from aloitus.rules.enough import MOST_OF_A_KIND
from aloitus.rules.names import unknown_person, unknown_service
from aloitus.rules.nearest import known_names, meant, nearest, unknown_name
from aloitus.rules.run import check_client, check_unplanned, without_echoes
from builders import a_client, a_process, a_task
from client_case import a_case

TODAY = date(2026, 5, 15)
KNOWN = [f"task-{number}" for number in range(80)]


def a_finding(file: str, *key: str | int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("TST001", "test", severity, Message("test"), Place(file, key))


def test_what_the_reader_told_is_not_told_again() -> None:
    read = [a_finding("a", "dates", "service_start"), a_finding("a", "tasks", "x")]
    ruled = [
        a_finding("a", "dates", "service_start"),
        a_finding("a", "tasks", "x", "date"),
        a_finding("a", "tasks", "y", "date"),
        a_finding("a", "dates"),
        a_finding("b", "dates", "service_start"),
    ]
    assert without_echoes(ruled, read) == ruled[2:]


def test_a_list_that_lacks_an_unread_item_is_not_called_too_short() -> None:
    read = [a_finding("a", "team", "accountant", 0)]
    ruled = [a_finding("a", "team", "accountant"), a_finding("a", "team"), a_finding("b", "team", "accountant")]
    assert without_echoes(ruled, read) == ruled[1:]


def test_a_readers_warning_or_a_finding_about_the_whole_file_hides_nothing() -> None:
    ruled = [a_finding("a", "tasks", "x", "date")]
    assert without_echoes(ruled, [a_finding("a"), a_finding("a", "tasks", "x", severity=Severity.WARNING)]) == ruled
    assert without_echoes(ruled, []) == ruled


def test_a_client_of_an_unknown_process_is_told_of_that_alone() -> None:
    (finding,) = check_unplanned(a_client(process="client-onbording"), "clients/x.yaml", ["client-onboarding"])
    assert finding.code == "REF101"
    assert (finding.message.values["suggestion"], finding.message.values["where"]) == (
        "client-onboarding",
        "templates/processes",
    )
    assert check_unplanned(a_client(process=""), "clients/x.yaml", ["client-onboarding"]) == []


def test_thousands_of_mistakes_in_one_file_are_told_by_the_first_of_each_kind() -> None:
    client = a_client(tasks={f"tsak-{number}": TaskEntry(by=f"nobody-{number}") for number in range(5_000)})
    process = a_process(*(a_task(task) for task in KNOWN))
    case = a_case(client, process, TODAY)
    codes = [finding.code for finding in check_client(case)]
    assert codes.count("REF104") == codes.count("REF106") == MOST_OF_A_KIND


def test_where_the_firms_people_could_not_be_read_nobody_is_unknown() -> None:
    case = a_case(a_client(), a_process(), TODAY, people={}, knows_people=False)
    assert list(unknown_person.check(case)) == []
    assert len(list(unknown_person.check(replace(case, knows_people=True)))) == len(case.names)


@pytest.mark.parametrize(
    ("count", "help_key"), [(0, "rules.many-known-names"), (12, "rules.known-names"), (13, "rules.many-known-names")]
)
def test_known_names_are_listed_where_they_are_few(count: int, help_key: str) -> None:
    known = [f"name-{number}" for number in range(count)]
    found = unknown_name(unknown_service.KIND, Place("a"), "xyzzy", known, where="here")
    assert found.help
    assert (found.help.key, found.help.values["where"]) == (help_key, "here")
    assert known_names(known, "here", {}).values["where"] == "here"


def test_known_names_are_listed_with_titles_that_tell_more_than_they_do() -> None:
    called = {"payroll": Text.by_language({"fi": "Palkanlaskenta", "en": "Payroll"}), "anna-a": Text.plain("Änna A")}
    told = known_names(["payroll", "anna-a", "other"], "here", called).values["known"]
    assert isinstance(told, Text)
    assert told.say("fi") == "payroll (Palkanlaskenta), anna-a, other"
    assert told.say("en") == "payroll (Payroll), anna-a, other"
    assert known_names(["anna-a"], "here", {"anna-a": Text.plain("Änna A")}).values["known"] == ("anna-a",)


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("palkanlaskenta", "payroll"),
        ("Payroll", "payroll"),
        ("myyja", "seller"),
        ("payrlol", "payroll"),
        ("asiakasvastaava", "accountant"),
        ("palvelu", None),  # two of them
        ("vastaava", None),  # no word of its own
        ("as", None),  # too little
        ("xyzzy", None),
    ],
)
def test_a_name_is_known_by_its_title_or_a_part_of_one(name: str, thing: str | None) -> None:
    called = {
        "payroll": Text.by_language({"fi": "Palkanlaskenta", "en": "Payroll"}),
        "accountant": Text.plain("Kirjanpitäjä, asiakasvastaava"),
        "seller": Text.plain("Myyjä"),
        "contact": Text.plain("Puhelin ja palvelu as"),
        "service": Text.plain("Muu palvelu"),
    }
    assert meant(name, called, called) == thing


def test_a_name_with_two_letters_swapped_is_nearest_to_what_it_was() -> None:
    assert nearest("doen", ["open", "done"]) == "done"
    assert nearest("service_statr", ["service_stats", "service_start"]) == "service_start"


def test_the_nearest_name_is_suggested_whatever_its_case_and_joints() -> None:
    known = ["open-engagement", "open-accounting-system", "service_start"]
    assert nearest("open-engagment", known) == "open-engagement"
    assert nearest("Open_Engagement", known) == "open-engagement"
    assert nearest("service-start", known) == "service_start"
    assert nearest("SERVICE_START", ["service-star", "service-start-day", "service-start"]) == "service-start"
    assert nearest("a__b", ["a--b"]) == "a--b"
    assert nearest("xyzzy", known) is None
    assert nearest("anything", []) is None
