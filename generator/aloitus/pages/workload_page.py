"""Who has how much to do, week by week: `workload/index.md`, for those who share the work out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.calendar import DAYS_A_WEEK, add_days, week_start
from aloitus.model.client import Status
from aloitus.pages import days, fragments
from aloitus.pages.context import PageContext, person_path, relative
from aloitus.pages.drawings.heat_table import Load, heat_table
from aloitus.pages.filters import Choice, role_choices
from aloitus.pages.markup import Markup
from aloitus.plan.client_summary import ClientSummary, GateSummary
from aloitus.plan.person_tasks import NOTHING, PersonTasks

TEMPLATE = "workload.md.j2"
PATH = "workload/index.md"
WEEKS = 8
SOON = 2
"""Weeks that count when it is asked who has the most."""
STARTS = 10
"""Weeks ahead of which starts are shown."""


@dataclass(frozen=True, slots=True)
class Heaviest:
    name: str
    link: Markup
    what: str


@dataclass(frozen=True, slots=True)
class UnstaffedRow:
    """A client with roles that nobody has."""

    client: str
    link: Markup
    roles: str
    tasks: str
    first: Markup


@dataclass(frozen=True, slots=True)
class StartRow:
    day: date
    day_text: str
    client: str
    link: Markup
    service: str
    meter: Markup
    count: str


@dataclass(frozen=True, slots=True)
class WorkloadPage:
    path: str
    heaviest: Heaviest | None
    rest: str
    roles: tuple[Choice, ...]
    table: Markup
    unassigned: Markup
    unstaffed: tuple[UnstaffedRow, ...]
    missing: int
    starts: tuple[StartRow, ...]
    weeks: int


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    own: PersonTasks
    overdue: int
    weeks: tuple[int, ...]

    @property
    def soon(self) -> int:
        return sum(self.weeks[:SOON])


def workload_page(
    clients: Sequence[ClientSummary],
    own: Mapping[str, PersonTasks],
    roles: Mapping[str, str],
    context: PageContext,
) -> WorkloadPage:
    """`own`: what each person has. `roles`: titles by id."""
    say, today = context.wording, context.today
    mondays = tuple(add_days(week_start(today), DAYS_A_WEEK * at) for at in range(WEEKS))
    present = [person.id for person in context.people.values() if person.left is None or person.left >= today]
    people = [_person(one, own.get(one, NOTHING), mondays[0], today) for one in dict.fromkeys((*present, *own))]
    people.sort(key=lambda one: (-one.overdue - one.soon, -len(one.own.open), context.person_name(one.id)))
    missing = sorted((client for client in clients if client.unstaffed), key=_first_due)
    count = sum(len(client.unstaffed) for client in missing)
    return WorkloadPage(
        path=PATH,
        heaviest=_heaviest(people, context),
        rest=say("workload.unstaffed", n=count) if missing else say("workload.all-staffed"),
        roles=role_choices(roles, {role for one in people for role in _held(one, context)}),
        table=heat_table([_load(one, roles, context) for one in people], mondays, today, say, "load"),
        unassigned=fragments.mark("unassigned", say("workload.not-named")),
        unstaffed=tuple(_unstaffed(client, roles, context) for client in missing),
        missing=count,
        starts=_starts(clients, context),
        weeks=STARTS,
    )


def _person(person: str, own: PersonTasks, monday: date, today: date) -> _Person:
    weeks = [0] * WEEKS
    for one in own.open:
        if one.task.due and one.task.due >= today:
            at = (one.task.due - monday).days // DAYS_A_WEEK
            if at < WEEKS:
                weeks[at] += 1
    return _Person(person, own, sum(one.task.overdue for one in own.open), tuple(weeks))


def _heaviest(people: Sequence[_Person], context: PageContext) -> Heaviest | None:
    """The first of them, when there is anything to carry."""
    if not people or people[0].overdue + people[0].soon == 0:
        return None
    one, say = people[0], context.wording
    soon = say("workload.due-soon", n=one.soon)
    what = say("workload.late-and-soon", late=one.overdue, soon=soon) if one.overdue else soon
    return Heaviest(context.person_name(one.id), Markup(relative(PATH, person_path(one.id))), what)


def _held(one: _Person, context: PageContext) -> tuple[str, ...]:
    known = context.people.get(one.id)
    return known.roles if known else ()


def _load(one: _Person, roles: Mapping[str, str], context: PageContext) -> Load:
    held = _held(one, context)
    return Load(
        name=fragments.person_link(context, PATH, one.id),
        role=roles.get(held[0], held[0]) if held else "",
        role_ids=held,
        clients=len({own.client.id for own in one.own.open}),
        open=len(one.own.open),
        overdue=one.overdue,
        waiting=sum(own.task.state in (Status.WAITING, Status.BLOCKED) for own in one.own.open),
        weeks=one.weeks,
    )


def _first_due(client: ClientSummary) -> tuple[date, str]:
    return min((role.first_due for role in client.unstaffed if role.first_due), default=date.max), client.id


def _unstaffed(client: ClientSummary, roles: Mapping[str, str], context: PageContext) -> UnstaffedRow:
    say = context.wording
    day, _ = _first_due(client)
    due = fragments.due(day, say, say("workload.first-due"), late=day < context.today)
    return UnstaffedRow(
        client=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        roles=", ".join(roles.get(role.role, role.role) for role in client.unstaffed),
        tasks=say("pages.tasks", n=sum(role.tasks for role in client.unstaffed)),
        first=due if day < date.max else Markup(""),
    )


def _starts(clients: Sequence[ClientSummary], context: PageContext) -> tuple[StartRow, ...]:
    last = add_days(context.today, DAYS_A_WEEK * STARTS)
    found = [
        (gate.day, client, gate)
        for client in clients
        if client.running
        for gate in client.gates
        if gate.passed_on is None and gate.day and gate.day <= last
    ]
    return tuple(
        _start(day, client, gate, context) for day, client, gate in sorted(found, key=lambda one: (one[0], one[1].id))
    )


def _start(day: date, client: ClientSummary, gate: GateSummary, context: PageContext) -> StartRow:
    done, total = sum(state is None for state in gate.states), len(gate.states)
    label = context.wording("counts.done", done=done, total=total)
    return StartRow(
        day=day,
        day_text=days.day_with_weekday(context.wording, day),
        client=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        service=_service(client, gate, context),
        meter=fragments.meter(fragments.meter_states(gate.states), label),
        count=f"{done}/{total}",
    )


def _service(client: ClientSummary, gate: GateSummary, context: PageContext) -> str:
    """Of a service that starts on a day of its own."""
    process = context.processes.get(client.process)
    known = process.services.get(gate.service) if process and gate.service else None
    return known.title.say(context.language) if known else gate.service or ""
