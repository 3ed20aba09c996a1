"""Everything that a process names within itself, and where."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from aloitus.findings import KeyPath
from aloitus.model.condition import Condition
from aloitus.model.due_rule import DueRule
from aloitus.model.process import Meeting, Process, Task


class Named(NamedTuple):
    """`what` kind of thing `name` has to be: a key of `known_names`."""

    what: str
    name: str
    key: KeyPath


def known_names(process: Process) -> Mapping[str, Collection[str]]:
    return {
        "service": process.services,
        "fact": process.facts,
        "task": process.tasks,
        "role": process.roles,
        "meeting": process.meetings,
        "date": process.dates,
        "phase": process.phases,
    }


def names_in(process: Process) -> Iterator[Named]:
    """In the order of the file; names that the reader left empty are among them."""
    for key, date in process.dates.items():
        yield from _in_condition(date.when, ("dates", key))
        if date.default:
            yield _in_due(date.default, ("dates", key, "default"))
    for key, service in process.services.items():
        yield Named("role", service.lead or "", ("services", key, "lead"))
    for key, role in process.roles.items():
        yield from _in_condition(role.when, ("roles", key))
    for key, line in process.responsibilities.items():
        yield from _in_condition(line.when, ("responsibilities", key))
    for task in process.tasks.values():
        yield from _in_task(task)
    for meeting in process.meetings.values():
        yield from _in_meeting(meeting)
    yield from _in_gates(process)


def _in_task(task: Task) -> Iterator[Named]:
    key = ("tasks", task.id)
    yield Named("phase", task.phase, (*key, "phase"))
    yield Named("role", task.role, (*key, "role"))
    yield from _in_condition(task.when, key)
    yield _in_due(task.due, (*key, "due"))
    yield from _listed("task", task.after, (*key, "after"))
    for number, step in enumerate(task.steps):
        yield from _in_condition(step.when, (*key, "steps", number))
    if task.fulfilled_by and task.fulfilled_by.meeting:
        yield Named("meeting", task.fulfilled_by.meeting, (*key, "fulfilled_by"))


def _in_meeting(meeting: Meeting) -> Iterator[Named]:
    key = ("meetings", meeting.id)
    yield _in_due(meeting.due, (*key, "due"))
    if meeting.window:
        yield _in_due(meeting.window.earliest, (*key, "window", "earliest"))
        yield _in_due(meeting.window.latest, (*key, "window", "latest"))
    yield Named("role", meeting.chair or "", (*key, "chair"))
    yield from _listed("role", meeting.participants or (), (*key, "participants"))
    yield from _listed("role", meeting.also, (*key, "also"))
    for number, item in enumerate(meeting.agenda):
        yield from _in_condition(item.when, (*key, "agenda", number))


def _in_gates(process: Process) -> Iterator[Named]:
    if process.start_gate:
        yield Named("date", process.start_gate.day, ("gates", "start", "day"))
    for number, rule in enumerate(process.closure_gate.criteria if process.closure_gate else ()):
        if rule.meeting:
            yield Named("meeting", rule.meeting, ("gates", "closure", "criteria", number, rule.criterion.value))


def _in_condition(condition: Condition, key: KeyPath) -> Iterator[Named]:
    yield from _listed("service", condition.services, (*key, "when", "services"))
    yield from _listed("fact", condition.facts, (*key, "when", "facts"))


def _in_due(rule: DueRule, key: KeyPath) -> Named:
    return Named("date", rule.start, key)


def _listed(what: str, names: Iterable[str], key: KeyPath) -> Iterator[Named]:
    for number, name in enumerate(names):
        yield Named(what, name, (*key, number))
