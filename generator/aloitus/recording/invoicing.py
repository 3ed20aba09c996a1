"""Recording how the onboarding's work was invoiced."""

from aloitus.editing.edits import Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.loading.suggestions import nearest
from aloitus.model.text import Text
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import ITEM, find_person, known

_ITEMS = ("invoicing", "items")


def invoice(desk: Desk, item: str, number: str, work: str | None) -> Record:
    edits, title = _item(desk, item, work)
    key = (*_ITEMS, item)
    edits += [Put((*key, "status"), "invoiced"), Put((*key, "invoice"), number), Put((*key, "date"), desk.day)]
    edits += [Remove((*key, field)) for field in ("reason", "approved_by")]
    said = Message("verbs.said-invoiced", {"work": title, "number": number, "day": desk.day})
    return Record(tuple(edits), (said,))


def write_off(desk: Desk, item: str, reason: str, approved_by: str, work: str | None) -> Record:
    edits, title = _item(desk, item, work)
    key = (*_ITEMS, item)
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


def _item(desk: Desk, item: str, work: str | None) -> tuple[list[Edit], Text]:
    """An item that isn't there yet needs to be told what work it is."""
    there = desk.client.invoicing.get(item)
    if work is not None:
        return [Put((*_ITEMS, item, "work"), work)], Text.plain(work)
    if there is not None:
        return [], there.work
    if nearest(item, desk.client.invoicing):
        known(ITEM, item, desk.client.invoicing, client=desk.client.id)
    raise UserError("verbs.item-needs-work", item=item, client=desk.client.id)
