"""Summaries as compact JSON, for the cache: rows without names, since the same version of the program reads them."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import astuple
from datetime import date, time
from enum import StrEnum
from functools import cache, lru_cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from aloitus.model.text import Text
from aloitus.plan.client_plan import Progress
from aloitus.plan.client_summary import ClientSummary, OpenTask

_OPEN_TASKS, _TEAM = ClientSummary._fields.index("open_tasks"), ClientSummary._fields.index("team")
_ROLE, _PEOPLE = OpenTask._fields.index("role"), OpenTask._fields.index("people")
_USUAL = [OpenTask._field_defaults.get(name, ...) for name in OpenTask._fields]

DAYS_SHARED = 4096
"""So many days are kept once, whichever summaries they stand in."""

Reader = Callable[[Any], Any]
"""Makes a value of what JSON has for it; None stands for one that JSON has as it is."""


def to_json(summary: ClientSummary) -> str:
    rows = [_shortened(task, summary.team) for task in summary.open_tasks]
    return json.dumps(
        (*summary[:_OPEN_TASKS], rows, *summary[_OPEN_TASKS + 1 :]),
        default=_plain,
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(written: str) -> ClientSummary:
    """The summary that `to_json` wrote; ValueError where it is anything else."""
    try:
        row = json.loads(written)
        for task in row[_OPEN_TASKS]:
            if task[_PEOPLE] is None:
                task[_PEOPLE] = row[_TEAM].get(task[_ROLE], ())
        return ClientSummary(*_row_reader(ClientSummary)(row))
    except (TypeError, LookupError, AttributeError) as mistake:
        raise ValueError("not a client's summary") from mistake


def _shortened(task: OpenTask, team: Mapping[str, tuple[str, ...]]) -> list[Any]:
    """Without the people, where they are those of the role, and without what every task has at the end."""
    row: list[Any] = list(task)
    if task.role is not None and task.people == team.get(task.role, ()):
        row[_PEOPLE] = None
    while row[-1] == _USUAL[len(row) - 1]:
        row.pop()
    return row


def _plain(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Text):
        return value.versions
    if isinstance(value, Progress):
        return astuple(value)
    raise TypeError(type(value))


@cache
def _reader(hint: Any) -> Reader | None:
    """What the type of a field asks for."""
    simple: dict[Any, Reader] = {
        str: sys.intern,
        date: lru_cache(DAYS_SHARED)(date.fromisoformat),
        time: time.fromisoformat,
        Text: lambda rows: Text(tuple((language, text) for language, text in rows)),
        Progress: lambda row: Progress(*row),
    }
    read: Reader | None
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is UnionType:
        read = _optional(_reader(arguments[0]))
    elif origin is tuple:
        read = _sequence(_reader(arguments[0]))
    elif origin is Mapping:
        read = _mapping(_reader(arguments[1]))
    elif issubclass(hint, StrEnum):
        read = hint
    else:
        read = _row_reader(hint) if issubclass(hint, tuple) else simple.get(hint)
    return read


@cache
def _row_reader(row_type: Any) -> Reader:
    """A named tuple, of whose fields only those are touched that JSON doesn't have as they are."""
    hints = get_type_hints(row_type)
    readers = [_reader(hint) for hint in hints.values()]
    shortest = len(hints) - len(row_type._field_defaults)

    def read_row(row: list[Any]) -> Any:
        if not shortest <= len(row) <= len(hints):
            raise TypeError(row_type.__name__)
        return row_type(*[value if read is None else read(value) for read, value in zip(readers, row, strict=False)])

    return read_row


def _optional(read: Reader | None) -> Reader | None:
    return read and (lambda value: None if value is None else read(value))


def _sequence(read: Reader | None) -> Reader:
    return tuple if read is None else (lambda values: tuple([read(value) for value in values]))


def _mapping(read: Reader | None) -> Reader:
    return dict if read is None else (lambda values: {key: read(value) for key, value in values.items()})
