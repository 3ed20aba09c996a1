"""The schema can be walked, and the example files show all of it."""

from pathlib import Path

import yaml

from aloitus.findings import KeyPath
from aloitus.loading.schema.client import CLIENT
from aloitus.loading.schema.firm import FIRM
from aloitus.loading.schema.keys import FILES, ID, keys_of
from aloitus.loading.schema.process import PROCESS

CASES = Path(__file__).parents[1] / "cases" / "files"


def _shown(value: object, known: set[KeyPath], path: KeyPath = ()) -> set[KeyPath]:
    if isinstance(value, list):
        return {shown for item in value for shown in _shown(item, known, path)}
    if not isinstance(value, dict):
        return set()
    found: set[KeyPath] = set()
    for name, child in value.items():
        step = (*path, name) if (*path, name) in known else (*path, ID)
        found |= {step} | _shown(child, known, step)
    return found


def test_the_example_clients_leave_out_only_what_other_records_show() -> None:
    known = set(keys_of(CLIENT))
    shown = {
        key
        for name in ("active", "closed")
        for key in _shown(yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8")), known)
    }
    missing = known - shown
    assert missing == {
        ("business_id_pending",),
        ("changes", "approved_by"),
        ("extra_tasks", ID, "approved_by"),
        ("extra_tasks", ID, "evidence"),
        ("extra_tasks", ID, "follow_up"),
        ("meetings", ID, "actions", ID, "approved_by"),
        ("meetings", ID, "actions", ID, "evidence"),
        ("meetings", ID, "actions", ID, "follow_up"),
        ("meetings", ID, "actions", ID, "note"),
        ("meetings", ID, "actions", ID, "reason"),
        ("meetings", ID, "reason"),
    }


def test_every_key_of_a_process_is_tried() -> None:
    known = set(keys_of(PROCESS))
    shown = _shown(yaml.safe_load((CASES / "process.yaml").read_text("utf-8")), known)
    elsewhere = {key for key in known if key[0] == "approvals" or "when" in key[:-1]}
    assert known - shown - elsewhere == {("gates", "closure", "title")}


def test_the_keys_of_the_firm_and_of_people() -> None:
    assert ("forge", "branch") in set(keys_of(FIRM))
    assert set(keys_of(FILES["templates/people.yaml"])) == {
        (ID, name) for name in ("name", "email", "roles", "handle", "left")
    }
    assert ("tasks", ID, "steps", "when", "facts") in set(keys_of(FILES["templates/processes/<id>.yaml"]))
