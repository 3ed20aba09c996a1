"""Every place of a client's file that names a person, with the day that it's about."""

from aloitus.findings import KeyPath
from aloitus.rules.mentions import mentions_in
from builders import a_process, a_task
from client_case import a_case
from everybody_named import CLIENT, ON


def test_every_person_is_found_where_the_file_names_them() -> None:
    case = a_case(CLIENT, a_process(a_task("a")), ON[0])
    meeting: KeyPath = ("meetings", "kickoff")
    assert [tuple(mention) for mention in mentions_in(case)] == [
        ("anna", ("team", "accountant", 0), None),
        ("aapo", ("team", "accountant", 1), None),
        ("bertta", ("tasks", "a", "by"), ON[0]),
        ("bruno", ("tasks", "a", "approved_by"), ON[0]),
        ("birgit", ("tasks", "a", "assignee"), None),
        ("cecilia", ("extra_tasks", "b", "by"), ON[1]),
        ("eino", (*meeting, "actions", "book", "by"), ON[2]),
        ("doris", (*meeting, "participants", 0), ON[3]),
        ("daniel", (*meeting, "participants", 1), ON[3]),
        ("erkki", (*meeting, "actions", "book", "assignee"), None),
        ("frans", ("invoicing", "items", "c", "by"), ON[4]),
        ("fanni", ("invoicing", "items", "c", "approved_by"), ON[4]),
        ("greta", ("invoicing", "uninvoiced", "by"), ON[5]),
        ("hilja", ("changes", 0, "by"), ON[6]),
        ("hannes", ("changes", 0, "approved_by"), ON[6]),
        ("iiris", ("closure", "by"), ON[7]),
    ]
    assert {mention.person for mention in mentions_in(case)} == case.names
