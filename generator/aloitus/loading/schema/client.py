"""`clients/<id>.yaml`."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aloitus.loading.business_id import BusinessId
from aloitus.loading.by_id import ById, NamedById
from aloitus.loading.choices import Language
from aloitus.loading.reading import Reading
from aloitus.loading.schema import words
from aloitus.loading.shapes import Either, Field, ListOf, LocalText, Record
from aloitus.loading.tree import Node
from aloitus.loading.values import Clock, Count, Day, FreeText, Id
from aloitus.model.client import (
    OPEN_ENTRY,
    Action,
    Change,
    ChangeKind,
    Client,
    Closure,
    Contact,
    ExtraTask,
    InvoicingItem,
    MeetingEntry,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.text import Text

_TEXT, _LOCAL_TEXT, _DAY, _ID = FreeText(), LocalText(), Day(), Id()
_DATE_KEY = Id(of_date=True)
_IDS, _TEXTS = ListOf(_ID), ListOf(_TEXT)

_SIGN_OFF: Mapping[str, Field] = {
    "date": Field(_DAY),
    "by": Field(_ID),
    "evidence": Field(_TEXT),
    "reason": Field(_TEXT),
    "follow_up": Field(_DAY),
    "note": Field(_TEXT),
    "approved_by": Field(_ID),
}
# Half of a young client's entries say `status: open` and no more: one value serves them all, at no cost.
_BARE_ENTRIES = {status: TaskEntry(status) for status in Status}


class _TaskEntries(Record[TaskEntry]):
    def read(self, node: Node, reading: Reading) -> TaskEntry | None:
        values = self.values(node, reading)
        if values is None:
            return None
        if len(values) == 1 and "status" in values:
            return _BARE_ENTRIES[values["status"]]
        return self.build(**values)


TASK_ENTRY = _TaskEntries(
    {
        "status": Field(words.TASK_STATUS),
        **_SIGN_OFF,
        "due": Field(_DAY),
        "due_reason": Field(_TEXT),
        "assignee": Field(_ID),
    },
    TaskEntry,
)


def _extra_task(
    key: str, title: Text | None = None, role: str = "", due: date | None = None, **entry: Any
) -> ExtraTask:
    return ExtraTask(key, title or Text.plain(key), role, due, TaskEntry(**entry))


EXTRA_TASK = Record(
    {
        "title": Field(_LOCAL_TEXT, required="title: Hae paperiarkisto"),
        "role": Field(_ID, required="role: support-services"),
        "due": Field(_DAY),
        "status": Field(words.OWN_TASK_STATUS),
        **_SIGN_OFF,
        "assignee": Field(_ID),
    },
    _extra_task,
)


def _action(key: str, title: Text | None = None, assignee: str = "", due: date | None = None, **entry: Any) -> Action:
    return Action(key, title or Text.plain(key), assignee, due, TaskEntry(**entry))


ACTION = Record(
    {
        "title": Field(_LOCAL_TEXT, required="title: Hae paperiarkisto"),
        "assignee": Field(_ID, required="assignee: liisa-laine"),
        "due": Field(_DAY),
        "status": Field(words.OWN_TASK_STATUS),
        **_SIGN_OFF,
    },
    _action,
)

MEETING_ENTRY = Record(
    {
        "status": Field(words.MEETING_STATUS),
        "date": Field(_DAY),
        "time": Field(Clock()),
        "participants": Field(_IDS),
        "client_participants": Field(_TEXTS),
        "minutes": Field(_TEXT),
        "decisions": Field(_TEXTS),
        "actions": Field(NamedById(ACTION)),
        "reason": Field(_TEXT),
    },
    MeetingEntry,
)


def _invoicing_item(key: str, work: Text | None = None, **values: Any) -> InvoicingItem:
    return InvoicingItem(key, work or Text.plain(key), **values)


INVOICING_ITEM = Record(
    {
        "work": Field(_LOCAL_TEXT, required="work: Käyttöönottoprojekti"),
        "status": Field(words.INVOICING_STATUS),
        "invoice": Field(_TEXT),
        "date": Field(_DAY),
        "reason": Field(_TEXT),
        "by": Field(_ID),
        "approved_by": Field(_ID),
    },
    _invoicing_item,
)


def _uninvoiced(rows: int | None = None, checked: date | None = None, by: str | None = None) -> Uninvoiced | None:
    return None if rows is None else Uninvoiced(rows, checked, by)


UNINVOICED = Record({"rows": Field(Count(), required="rows: 0"), "checked": Field(_DAY), "by": Field(_ID)}, _uninvoiced)
INVOICING = Record({"items": Field(NamedById(INVOICING_ITEM)), "uninvoiced": Field(UNINVOICED)}, dict[str, Any])


def _change(
    kind: ChangeKind | None = None,
    date: date | None = None,
    by: str | None = None,
    reason: str | None = None,
    **values: Any,
) -> Change | None:
    return None if kind is None else Change(kind, date, by, reason, **values)


CHANGE = Record(
    {
        "kind": Field(words.CHANGE_KIND, required="kind: date-moved"),
        "what": Field(_TEXT),
        "from": Field(_DAY, attribute="moved_from"),
        "to": Field(_DAY, attribute="moved_to"),
        "date": Field(_DAY),
        "by": Field(_ID),
        "reason": Field(_TEXT),
        "approved_by": Field(_ID),
    },
    _change,
)


def _closure(date: date | None = None, by: str | None = None, erp_closed: date | None = None) -> Closure:
    return Closure(date, by, erp_closed)


CLOSURE = Record({"date": Field(_DAY), "by": Field(_ID), "erp_closed": Field(_DAY)}, _closure)
SERVICE_START = Record({"agreed": Field(_DAY), "started": Field(_DAY)}, ServiceStart)


def _contact(name: str | None = None, **values: Any) -> Contact | None:
    return Contact(name, **values) if name else None


CONTACT = Record(
    {"name": Field(_TEXT, required="name: Kuusipuun Saha Oy"), "email": Field(_TEXT), "phone": Field(_TEXT)},
    _contact,
)
SYSTEMS = Record(
    {"accounting": Field(_TEXT), "erp_engagement": Field(_TEXT), "erp_tasks": Field(ById(_TEXT))},
    dict[str, Any],
)
SIDE = Either(words.SIDE, Record({"side": Field(words.SIDE, required="side: client")}, lambda side=None: side))


def _client(
    key: str,
    name: str | None = None,
    process: str = "",
    systems: Mapping[str, Any] | None = None,
    invoicing: Mapping[str, Any] | None = None,
    **values: Any,
) -> Client:
    systems, invoicing = dict(systems or {}), invoicing or {}
    erp_tasks = systems.pop("erp_tasks", {})
    items, uninvoiced = invoicing.get("items", {}), invoicing.get("uninvoiced")
    return Client(
        key,
        name or key,
        process,
        systems=systems,
        erp_tasks=erp_tasks,
        invoicing=items,
        uninvoiced=uninvoiced,
        **values,
    )


CLIENT = Record(
    {
        "name": Field(_TEXT, required="name: Kuusipuun Saha Oy"),
        "business_id": Field(BusinessId()),
        "business_id_pending": Field(_TEXT),
        "process": Field(_ID, required="process: client-onboarding"),
        "status": Field(words.CLIENT_STATUS, required="status: planned"),
        "group": Field(_ID),
        "language": Field(Language()),
        "services": Field(_IDS),
        "facts": Field(_IDS),
        "dates": Field(ById(_DAY, _DATE_KEY)),
        "service_starts": Field(ById(SERVICE_START)),
        "team": Field(ById(ListOf(_ID, one_too=True))),
        "contacts": Field(ListOf(CONTACT)),
        "systems": Field(SYSTEMS),
        "responsibilities": Field(ById(SIDE)),
        "tasks": Field(ById(TASK_ENTRY, empty=OPEN_ENTRY)),
        "extra_tasks": Field(NamedById(EXTRA_TASK)),
        "meetings": Field(ById(MEETING_ENTRY, empty=MeetingEntry())),
        "invoicing": Field(INVOICING),
        "changes": Field(ListOf(CHANGE)),
        "closure": Field(CLOSURE),
        "notes": Field(_TEXT),
    },
    _client,
)
"""A file's `services` are required, too, but of a purged client, of whom they don't stay."""
