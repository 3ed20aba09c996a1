"""Recording how the onboarding's work was invoiced."""

from aloitus.editing.edits import Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.findings import Value as Said
from aloitus.model.text import Text
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import ITEM, by_name, find_person, known, near_to

_ITEMS = ("invoicing", "items")


def invoice(desk: Desk, item: str, number: str, work: str | None) -> Record:
    key, title, edits = _item(desk, item, work)
    there = desk.client.invoicing.get(key[-1])
    before = there.invoice if there and there.invoice != number else None
    edits += [Put((*key, "status"), "invoiced"), Put((*key, "invoice"), number), Put((*key, "date"), desk.day)]
    edits += [Remove((*key, field)) for field in ("reason", "approved_by")]
    values: dict[str, Said] = {"work": title, "number": number, "day": desk.day, "before": before}
    return Record(tuple(edits), (Message(f"verbs.said-invoiced{'-anew' if before else ''}", values),))


def write_off(desk: Desk, item: str, reason: str, approved_by: str, work: str | None) -> Record:
    key, title, edits = _item(desk, item, work)
    fields: dict[str, Value] = {
        "status": "written-off",
        "date": desk.day,
        "reason": reason,
        "by": desk.by,
        "approved_by": find_person(desk.people, approved_by),
    }
    edits += [Put((*key, field), value) for field, value in fields.items()]
    edits.append(Remove((*key, "invoice")))
    return Record(tuple(edits), (Message("verbs.said-written-off", {"work": title}),))


def uninvoiced(desk: Desk, rows: int) -> Record:
    """What the ERP's list of uninvoiced events said."""
    seen: dict[str, Value] = {"rows": rows, "checked": desk.day, "by": desk.by}
    said = Message("verbs.said-uninvoiced", {"n": rows, "day": desk.day})
    return Record((Put(("invoicing", "uninvoiced"), seen),), (said,))


def _item(desk: Desk, item: str, work: str | None) -> tuple[tuple[str, ...], Text, list[Edit]]:
    """Where the item stands, what work it is, and the edit that says so; a new item needs to be told."""
    works = {one.id: one.work for one in desk.client.invoicing.values()}
    meant = by_name(item, works)
    if work is not None:
        key = (*_ITEMS, meant or item)
        return key, Text.plain(work), [Put((*key, "work"), work)]
    if meant is None and near_to(item, works) is None:
        raise UserError("verbs.item-needs-work", item=item)
    meant = known(ITEM, item, works, client=desk.client.id)
    return (*_ITEMS, meant), works[meant], []
