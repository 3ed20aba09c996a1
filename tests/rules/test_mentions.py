"""Every place of a client's file that names a person, with the day that it's about."""

from aloitus.findings import KeyPath
from aloitus.model.client import (
    CLIENT_SIDE,
    Action,
    Change,
    ChangeKind,
    Closure,
    ExtraTask,
    InvoicingItem,
    InvoicingStatus,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.firm import Firm
from aloitus.plan.build import plan_client
from aloitus.rules.case import Case
from aloitus.rules.mentions import mentions_in
from builders import PEOPLE, a_client, a_process, a_task, day, finland, held, text

ON = [day(f"2026-05-{number:02}") for number in range(4, 12)]
ACTIONS = {
    "book": Action("book", text("Varaa"), "erkki", None, TaskEntry(Status.DONE, date=ON[2], by="eino")),
    "sign": Action("sign", text("Allekirjoita"), CLIENT_SIDE, None),
}
CLIENT = a_client(
    team={"accountant": ("anna", "aapo")},
    tasks={"a": TaskEntry(Status.NOT_APPLICABLE, date=ON[0], by="bertta", approved_by="bruno", assignee="birgit")},
    extra_tasks={"b": ExtraTask("b", text("B"), "accountant", None, TaskEntry(Status.DONE, date=ON[1], by="cecilia"))},
    meetings={"kickoff": held("2026-05-07", participants=("doris", "daniel"), actions=ACTIONS)},
    invoicing={
        "c": InvoicingItem("c", text("C"), InvoicingStatus.WRITTEN_OFF, date=ON[4], by="frans", approved_by="fanni")
    },
    uninvoiced=Uninvoiced(0, ON[5], "greta"),
    changes=(Change(ChangeKind.REOPENED, ON[6], "hilja", "Syy", approved_by="hannes"),),
    closure=Closure(ON[7], "iiris", ON[7]),
)


def test_every_person_is_found_where_the_file_names_them() -> None:
    process = a_process(a_task("a"))
    case = Case(plan_client(CLIENT, process, finland(), ON[0]), "clients/x.yaml", Firm("x"), PEOPLE)
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
