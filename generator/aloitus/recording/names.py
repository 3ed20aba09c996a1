"""Finding what was named on a command line, and saying what was perhaps meant where there's no such thing."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from aloitus.errors import UserError
from aloitus.findings import Term
from aloitus.loading.suggestions import nearest, plain
from aloitus.model.client import CLIENT_SIDE
from aloitus.model.firm import Person
from aloitus.model.process import Record
from aloitus.model.text import Text
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


_MOST_LISTED = 18
"""Of so few things, all are told where none is near to what was named."""


class Titled(Protocol):
    """What a process or a plan has an id and a title for."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> Text: ...


def titles(things: Iterable[Titled]) -> Mapping[str, Text]:
    return {thing.id: thing.title for thing in things}


def known(kind: str, name: str, things: Mapping[str, Text], *, client: str | None = None) -> str:
    """The id that `name` means: the id itself, or a title; else UserError with what was perhaps meant.

    `client`: the things are those of this client, not of the process.
    """
    meant = by_name(name, things)
    if meant is not None:
        return meant
    near = near_to(name, things)
    if near:
        variant = "nearest"
    elif 0 < len(things) <= _MOST_LISTED:
        variant = "choices"
    else:
        variant = kind if kind in (TASK, PERSON) else "none"
    where = "client-" if client else ""
    raise UserError(
        f"verbs.no-such-{where}{variant}",
        what=Term(f"verbs.thing-{kind}"),
        name=name,
        client=client,
        nearest=near,
        choices=_listed(things),
    )


def by_name(name: str, things: Mapping[str, Text]) -> str | None:
    return name if name in things else _spoken(things).get(plain(name))


def near_to(name: str, things: Mapping[str, Text]) -> str | None:
    """The one thing whose id or title has `name` in it; where none has, whichever is spelt nearly so."""
    part, spoken = plain(name), _spoken(things)
    found = {thing for title, thing in spoken.items() if part and (part in title or part in thing)}
    return (found.pop() if len(found) == 1 else None) if found else nearest(name, things, spoken)


def _spoken(things: Mapping[str, Text]) -> Mapping[str, str]:
    """Ids by title."""
    return {plain(text): thing for thing, title in things.items() for _, text in title.versions}


def _listed(things: Mapping[str, Text]) -> Text:
    """An id and its title a line, in every language that the titles are in."""
    languages = dict.fromkeys(language for title in things.values() for language, _ in title.versions)
    width = max(map(len, things), default=0)
    lines = {
        language: "\n".join(f"  {thing:<{width}}  {title.say(language)}" for thing, title in things.items())
        for language in languages
    }
    return Text.by_language(lines)


def find_task(desk: Desk, name: str) -> PlannedTask:
    """A task that applies to the client, an extra task, or an action: by its id, `meeting/action`, or its title."""
    meeting, _, action = name.rpartition("/")
    found = [task for task in desk.plan.tasks if task.id == action and (not meeting or task.meeting == meeting)]
    if len(found) > 1:
        places = tuple(f"{task.meeting}/{task.id}" for task in found if task.meeting)
        raise UserError("verbs.ambiguous-task", name=name, choices=places)
    if found:
        return _on_its_own(desk, found[0])
    if name in desk.process.tasks:
        raise UserError("verbs.task-not-this-clients", name=name, client=desk.client.id)
    meant = known(TASK, name, titles(desk.plan.tasks), client=desk.client.id)
    return find_task(desk, meant)


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
    return found[0] if len(found) == 1 else known(PERSON, name, _names(people))


def _names(people: Mapping[str, Person]) -> Mapping[str, Text]:
    return {person.id: Text.plain(person.name) for person in people.values()}


def find_worker(desk: Desk, name: str) -> str:
    """A person who can be given work: somebody who hasn't left."""
    found = find_person(desk.people, name)
    left = desk.people[found].left
    if left and left < desk.day:
        raise UserError("verbs.has-left", person=desk.people[found].name, left=left)
    return found


def find_doer(desk: Desk, name: str) -> str:
    """Somebody who can be given work, or the client itself."""
    return CLIENT_SIDE if name in (CLIENT_SIDE, "asiakas") else find_worker(desk, name)


def find_meeting(desk: Desk, name: str) -> str:
    return known(MEETING, name, titles(desk.process.meetings.values()))


def find_role(desk: Desk, name: str) -> str:
    return known(ROLE, name, titles(desk.process.roles.values()))


def person_name(people: Mapping[str, Person], person: str) -> str | Term:
    """What a person is called; the client itself by a word of the language."""
    if person == CLIENT_SIDE:
        return Term("verbs.the-client")
    return people[person].name if person in people else person


def people_names(people: Mapping[str, Person], named: Iterable[str]) -> tuple[str, ...]:
    return tuple(people[person].name if person in people else person for person in named)
