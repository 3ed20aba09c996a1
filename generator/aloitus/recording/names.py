"""Finding what was named on a command line, and suggesting the nearest where there's no such thing."""

from collections.abc import Collection, Mapping

from aloitus.errors import UserError
from aloitus.findings import Term
from aloitus.loading.suggestions import nearest, plain
from aloitus.model.client import CLIENT_SIDE
from aloitus.model.firm import Person
from aloitus.model.process import Record
from aloitus.plan.client_plan import PlannedTask
from aloitus.recording.desk import Desk

TASK, MEETING, PERSON, ROLE, SERVICE, FACT, DATE, ITEM = (
    "task",
    "meeting",
    "person",
    "role",
    "service",
    "fact",
    "date",
    "item",
)


def known(kind: str, name: str, names: Collection[str], *, client: str | None = None) -> str:
    """`name` if it's among `names`; else UserError with the nearest of them."""
    if name in names:
        return name
    near = nearest(name, names)
    variant = "" if near is None else "-nearest"
    where = "-client" if client else ""
    what = Term(f"verbs.thing-{kind}")
    raise UserError(f"verbs.no-such{where}{variant}", what=what, name=name, client=client, nearest=near)


def find_task(desk: Desk, name: str) -> PlannedTask:
    """A task that applies to the client, an extra task, or an action (`action`, or `meeting/action`)."""
    meeting, _, action = name.rpartition("/")
    found = [task for task in desk.plan.tasks if task.id == action and (not meeting or task.meeting == meeting)]
    if len(found) > 1:
        places = tuple(f"{task.meeting}/{task.id}" for task in found if task.meeting)
        raise UserError("verbs.ambiguous-task", name=name, choices=places)
    if found:
        return _on_its_own(desk, found[0])
    if name in desk.process.tasks:
        raise UserError("verbs.task-not-this-clients", name=name, client=desk.client.id)
    known(TASK, name, [task.id for task in desk.plan.tasks if not _is_recorded_elsewhere(task)], client=desk.client.id)
    raise AssertionError(name)


def _on_its_own(desk: Desk, task: PlannedTask) -> PlannedTask:
    """A task that another record fulfils is entered there, once: the sentence says how."""
    if not _is_recorded_elsewhere(task):
        return task
    source = task.rule.fulfilled_by if task.rule else None
    assert source is not None  # noqa: S101 -- it's recorded elsewhere
    meeting = source.meeting if source.record is Record.MEETING else None
    raise UserError(
        f"verbs.recorded-by-{source.record.name.lower().replace('_', '-')}",
        task=task.id,
        title=task.title,
        client=desk.client.id,
        meeting=meeting,
    )


def _is_recorded_elsewhere(task: PlannedTask) -> bool:
    return task.rule is not None and task.rule.fulfilled_by is not None


def find_person(people: Mapping[str, Person], name: str) -> str:
    """A person's id, by id, handle, e-mail address or name."""
    if name in people:
        return name
    wanted = plain(name)
    found = [
        person.id
        for person in people.values()
        if wanted in (plain(person.handle or ""), plain(person.email or ""), plain(person.name))
    ]
    return found[0] if len(found) == 1 else known(PERSON, name, people)


def find_doer(people: Mapping[str, Person], name: str) -> str:
    """A person, or the client itself."""
    return CLIENT_SIDE if name in (CLIENT_SIDE, "asiakas") else find_person(people, name)


def find_meeting(desk: Desk, name: str) -> str:
    return known(MEETING, name, desk.process.meetings)


def find_role(desk: Desk, name: str) -> str:
    return known(ROLE, name, desk.process.roles)


def person_name(people: Mapping[str, Person], person: str) -> str:
    return people[person].name if person in people else person
