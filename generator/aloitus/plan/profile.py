"""The part of a process that concerns clients with the same services and facts, worked out once for all of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from aloitus.model.condition import Condition
from aloitus.model.due_rule import DueRule, Roll, Unit
from aloitus.model.process import AgendaItem, Meeting, Process, Task, Window
from aloitus.model.text import Text
from aloitus.plan.client_plan import AgendaPoint
from aloitus.plan.effective_dating import AGREEMENT_SIGNED
from aloitus.plan.records import speaks_of_all_others


@dataclass(frozen=True, slots=True)
class DueBasis:
    """What a due day is counted from; tasks with the same basis have the same day before dependencies push it.

    `roll` is None where counting ends on a working day anyway. `service`: the one that the task belongs to, if that
    starts on a day of its own. `from_signing`: due on the day of signing itself. `window`: of the meeting that
    fulfils the task.
    """

    rule: DueRule
    roll: Roll | None
    service: str | None
    from_signing: bool
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class ApplicableTask:
    """`basis` is a position in `Profile.bases`; `after` and `dependents` are positions in `Profile.tasks`.

    `service`: the one that it belongs to, if that starts on a day of its own.
    """

    rule: Task
    key: tuple[str | int, ...]
    basis: int
    after: tuple[int, ...]
    dependents: tuple[int, ...]
    steps: tuple[Text, ...]
    service: str | None


@dataclass(frozen=True, slots=True)
class ApplicableMeeting:
    """`task`: the position of the task that the meeting fulfils, where there is one."""

    basis: int
    task: int | None
    agenda: tuple[AgendaPoint, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """`order`: positions of the tasks, each after what it depends on; `positions`: by id.
    `last`: those whose records speak of all the others.

    `roles`: those that the process wants staffed; `roles_with_tasks`: those that its tasks belong to.
    """

    tasks: tuple[ApplicableTask, ...]
    order: tuple[int, ...]
    bases: tuple[DueBasis, ...]
    positions: Mapping[str, int]
    last: frozenset[int]
    roles: frozenset[str]
    roles_with_tasks: frozenset[str]
    meetings: Mapping[str, ApplicableMeeting]


def only_service(condition: Condition) -> str | None:
    """The service that something belongs to when it belongs to exactly one."""
    return condition.services[0] if len(condition.services) == 1 else None


def build_profile(
    process: Process,
    services: Collection[str],
    facts: Collection[str],
    *,
    apart: Collection[str],
    not_in_force: Collection[str],
) -> Profile:
    """`apart`: the services that start on a day of their own. `not_in_force`: ids of tasks that are left out."""
    rules = [
        task for task in process.tasks.values() if task.id not in not_in_force and task.when.holds(services, facts)
    ]
    positions = {task.id: at for at, task in enumerate(rules)}
    after = [tuple(sorted({positions[other] for other in task.after if other in positions})) for task in rules]
    dependents: list[list[int]] = [[] for _ in rules]
    for at, others in enumerate(after):
        for other in others:
            dependents[other].append(at)
    own = [service if (service := only_service(task.when)) in apart else None for task in rules]
    bases: dict[DueBasis, int] = {}
    tasks = tuple(
        ApplicableTask(
            task,
            _key(task),
            bases.setdefault(_basis(task.due, task.roll, own[at], _meeting_of(process, task)), len(bases)),
            after[at],
            tuple(dependents[at]),
            tuple(step.title for step in task.steps if step.when.holds(services, facts)),
            own[at],
        )
        for at, task in enumerate(rules)
    )
    fulfilled = {task.fulfilled_by.meeting: at for at, task in enumerate(rules) if task.fulfilled_by}
    meetings = {
        meeting.id: ApplicableMeeting(
            bases.setdefault(_basis(meeting.due, Roll.BACK, None, meeting), len(bases)),
            fulfilled.get(meeting.id),
            _agenda(item for item in meeting.agenda if item.when.holds(services, facts)),
        )
        for meeting in process.meetings.values()
    }
    return Profile(
        tasks,
        _dependencies_first(after),
        tuple(bases),
        positions,
        frozenset(at for at, task in enumerate(rules) if speaks_of_all_others(task)),
        frozenset(role.id for role in process.roles.values() if role.when.holds(services, facts)),
        frozenset(task.role for task in rules),
        meetings,
    )


def _basis(rule: DueRule, roll: Roll, service: str | None, meeting: Meeting | None) -> DueBasis:
    last = rule.offsets[-1] if rule.offsets else None
    on_a_working_day = last is not None and last.unit is Unit.WORKDAYS and last.amount != 0
    return DueBasis(
        rule,
        None if on_a_working_day else roll,
        service,
        rule.start == AGREEMENT_SIGNED and not rule.end_of_month and not any(move.amount for move in rule.offsets),
        meeting.window if meeting else None,
    )


def _agenda(items: Iterable[AgendaItem]) -> tuple[AgendaPoint, ...]:
    points = []
    starts = 0
    for item in items:
        points.append(AgendaPoint(item.title, starts, item.duration, item.shows))
        starts += item.duration
    return tuple(points)


def _meeting_of(process: Process, task: Task) -> Meeting | None:
    return process.meetings.get(task.fulfilled_by.meeting or "") if task.fulfilled_by else None


def _key(task: Task) -> tuple[str | int, ...]:
    """Where the task's state is recorded in a client's file."""
    if task.fulfilled_by is None:
        return ("tasks", task.id)
    if task.fulfilled_by.meeting:
        return ("meetings", task.fulfilled_by.meeting)
    return tuple(task.fulfilled_by.record.value.split("."))


def _dependencies_first(after: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Every position after those that it depends on; a circle is cut where the walk comes back to its start."""
    order: list[int] = []
    entered = [False] * len(after)
    for start in range(len(after)):
        if entered[start]:
            continue
        entered[start] = True
        path = [(start, iter(after[start]))]
        while path:
            at, others = path[-1]
            unseen = next((other for other in others if not entered[other]), None)
            if unseen is None:
                order.append(at)
                path.pop()
            else:
                entered[unseen] = True
                path.append((unseen, iter(after[unseen])))
    return tuple(order)
