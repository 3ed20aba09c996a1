"""What stays of a client whose records are removed: its id, and who removed them, when and why."""

from aloitus.editing.values import Value
from aloitus.findings import Message
from aloitus.model.client import ChangeKind
from aloitus.recording.desk import Desk, Record
from aloitus.recording.layout import ClientLayout
from aloitus.recording.names import find_person
from aloitus.scaffolding.client_text import client_text


def purge(desk: Desk, reason: str, approved_by: str) -> Record:
    """The file is written anew: even its comments may tell of people."""
    entry: dict[str, Value] = {
        "kind": ChangeKind.PURGED.value,
        "date": desk.day,
        "by": desk.by,
        "reason": reason,
        "approved_by": find_person(desk.people, approved_by),
    }
    values: dict[str, Value] = {
        "name": desk.client.id,
        "process": desk.process.id,
        "status": desk.client.status.value,
        "changes": [entry],
    }
    said = Message("verbs.said-purged", {"day": desk.day, "client": desk.client.id})
    return Record((), (said,), text=client_text(values, ClientLayout(desk.process, desk.language)))
