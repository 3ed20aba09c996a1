"""What people did by a client's file, and whom it names."""

from aloitus.findings import KeyPath
from aloitus.gate.history.leaver_named import deeds
from aloitus.gate.policy.names import people_named
from everybody_named import CLIENT, ON

MEETING: KeyPath = ("meetings", "kickoff")
DEEDS: list[tuple[KeyPath, str, object]] = [
    (("tasks", "a", "by"), "bertta", ON[0]),
    (("extra_tasks", "b", "by"), "cecilia", ON[1]),
    ((*MEETING, "participants", 0), "doris", ON[3]),
    ((*MEETING, "participants", 1), "daniel", ON[3]),
    ((*MEETING, "actions", "book", "by"), "eino", ON[2]),
    (("invoicing", "items", "c", "by"), "frans", ON[4]),
    (("invoicing", "uninvoiced", "by"), "greta", ON[5]),
    (("closure", "by"), "iiris", ON[7]),
]


def test_every_deed_has_its_place_and_its_day() -> None:
    assert list(deeds(CLIENT)) == DEEDS


def test_everybody_is_named_but_the_client_itself() -> None:
    others = {"anna", "aapo", "bruno", "birgit", "erkki", "fanni", "hilja", "hannes"}
    assert people_named(CLIENT) == others | {name for _key, name, _day in DEEDS}
