"""How a client's file is laid out: the order of its keys, its empty lines, and the titles beside ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aloitus.findings import KeyPath
from aloitus.loading.schema.client import (
    ACTION,
    CLIENT,
    EXTRA_TASK,
    INVOICING,
    INVOICING_ITEM,
    MEETING_ENTRY,
    SERVICE_START,
    SYSTEMS,
    TASK_ENTRY,
)
from aloitus.loading.shapes import Field
from aloitus.model.process import Process
from aloitus.model.text import Text

_SET_APART = frozenset({"tasks", "extra_tasks", "meetings", "invoicing", "changes", "closure"})
_ON_ONE_LINE = frozenset({("invoicing", "uninvoiced"), ("closure",)})
_ENTRIES: Mapping[KeyPath, Mapping[str, Field]] = {
    ("tasks",): TASK_ENTRY.fields,
    ("extra_tasks",): EXTRA_TASK.fields,
    ("meetings",): MEETING_ENTRY.fields,
    ("meetings", "actions"): ACTION.fields,
    ("invoicing",): INVOICING_ITEM.fields,  # `items` stands where others have an id
    ("service_starts",): SERVICE_START.fields,
}
_ENTRY = 2
"""How deep the entries of a section lie: `("tasks", "open-engagement")`."""


@dataclass(frozen=True)
class ClientLayout:
    """As `files.md` shows it; tasks, meetings and dates in the process's order, tasks with their titles."""

    process: Process
    language: str

    def order(self, parent: KeyPath) -> Sequence[str]:
        if not parent:
            return tuple(CLIENT.fields)
        if len(parent) == 1:
            return self._order_of_section(str(parent[0]))
        # the last part of an entry's key is its id
        record = _ENTRIES.get(tuple(part for at, part in enumerate(parent[:-1]) if at != _ENTRY - 1))
        return tuple(record) if record else ()

    def comment(self, key: KeyPath) -> str | None:
        if len(key) != _ENTRY:
            return None
        section, name = key
        known: Mapping[str, Text] = {}
        if section == "tasks":
            known = {task.id: task.title for task in self.process.tasks.values()}
        elif section == "meetings":
            known = {meeting.id: meeting.title for meeting in self.process.meetings.values()}
        title = known.get(str(name))
        return " ".join(title.say(self.language).split()) if title else None

    def one_line(self, key: KeyPath) -> bool:
        return key in _ON_ONE_LINE or (len(key) == _ENTRY and key[0] == "service_starts")

    def spaced(self, key: KeyPath) -> bool:
        return (len(key) == 1 and key[0] in _SET_APART) or (len(key) == _ENTRY and key[0] in ("tasks", "meetings"))

    def _order_of_section(self, section: str) -> Sequence[str]:
        process = self.process
        known: Mapping[str, Sequence[str]] = {
            "dates": _dates(process),
            "service_starts": tuple(process.services),
            "team": tuple(process.roles),
            "systems": tuple(SYSTEMS.fields),
            "tasks": tuple(process.tasks),
            "meetings": tuple(process.meetings),
            "invoicing": tuple(INVOICING.fields),
        }
        return known.get(section, ())


def _dates(process: Process) -> Sequence[str]:
    """The process's dates, the day that production really began after the agreed one."""
    keys = list(process.dates)
    if "service_start" in keys:
        keys.insert(keys.index("service_start") + 1, "service_started")
    return tuple(keys)
