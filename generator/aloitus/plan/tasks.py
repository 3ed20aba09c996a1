"""The tasks of one client on one day: who has each, its state, when it is due, what it waits for."""

from collections.abc import Collection, Iterator
from datetime import date

from aloitus.model.client import OPEN_ENTRY, Action, Client, ExtraTask
from aloitus.model.process import Process
from aloitus.plan.client_plan import DueSource, PlannedTask, TaskKind
from aloitus.plan.clock import SOON, Clock
from aloitus.plan.groundwork import Groundwork
from aloitus.plan.profile import Profile
from aloitus.plan.task_state import from_entry


def planned_tasks(work: Groundwork) -> tuple[PlannedTask, ...]:
    """The process's tasks in its order, then extra tasks by due day, then actions by meeting and due day."""
    client, profile, clock, states = work.client, work.profile, work.clock, work.states
    unfinished = {at for at, state in enumerate(states) if not state.final}
    planned = []
    for at, task in enumerate(profile.tasks):
        rule, state, due = task.rule, states[at], work.dues[at]
        entry = OPEN_ENTRY if rule.fulfilled_by else client.tasks.get(rule.id, OPEN_ENTRY)
        moved = state.planned_for
        left = None if state.final else clock.days_to(moved or due.day)
        planned.append(
            PlannedTask(
                rule.id,
                TaskKind.PROCESS,
                task.key,
                rule.title,
                rule.role,
                (entry.assignee,) if entry.assignee else client.team.get(rule.role, ()),
                rule,
                entry,
                state.state,
                state.final,
                state.day,
                state.by,
                moved or due.day,
                DueSource.RECORDED if moved else due.source,
                left,
                left is not None and left < 0,
                -left if left is not None and left < 0 else 0,
                left is not None and 0 <= left <= SOON,
                rule.at_start_gate,
                _ids(profile, task.after, unfinished) if at in unfinished else (),
                _ids(profile, task.dependents, unfinished) if at in unfinished else (),
                task.steps,
                rule.fulfilled_by.meeting if rule.fulfilled_by else None,
            )
        )
    planned += [_planned_extra(client, extra, clock) for extra in sorted(client.extra_tasks.values(), key=_by_due)]
    planned += [_planned_action(meeting, action, clock) for meeting, action in _actions(client, work.process)]
    return tuple(planned)


def _ids(profile: Profile, positions: tuple[int, ...], unfinished: Collection[int]) -> tuple[str, ...]:
    return tuple(profile.tasks[at].rule.id for at in positions if at in unfinished)


def _actions(client: Client, process: Process) -> Iterator[tuple[str, Action]]:
    """Each action after the meeting it was agreed in: by the process's order of meetings, then by due day."""
    known = [meeting for meeting in process.meetings if meeting in client.meetings]
    for meeting in known + sorted(set(client.meetings) - set(known)):
        for action in sorted(client.meetings[meeting].actions.values(), key=_by_due):
            yield meeting, action


def _by_due(task: ExtraTask | Action) -> tuple[date, str]:
    return task.due or date.max, task.id


def _planned_extra(client: Client, extra: ExtraTask, clock: Clock) -> PlannedTask:
    people = (extra.entry.assignee,) if extra.entry.assignee else client.team.get(extra.role, ())
    key = ("extra_tasks", extra.id)
    return _own_task(extra, clock)._replace(kind=TaskKind.EXTRA, key=key, role=extra.role, people=people)


def _planned_action(meeting: str, action: Action, clock: Clock) -> PlannedTask:
    key = ("meetings", meeting, "actions", action.id)
    return _own_task(action, clock)._replace(kind=TaskKind.ACTION, key=key, people=(action.assignee,), meeting=meeting)


def _own_task(task: ExtraTask | Action, clock: Clock) -> PlannedTask:
    """A task that stands in the client's file alone: its due day is as recorded, and nothing depends on it."""
    state = from_entry(task.entry, None)
    due = task.entry.due or task.due
    left = None if state.final else clock.days_to(due)
    return PlannedTask(
        id=task.id,
        kind=TaskKind.EXTRA,
        key=(),
        title=task.title,
        role=None,
        people=(),
        rule=None,
        entry=task.entry,
        state=state.state,
        final=state.final,
        done_on=state.day,
        done_by=state.by,
        due=due,
        due_source=DueSource.RECORDED,
        days_left=left,
        overdue=left is not None and left < 0,
        days_late=-left if left is not None and left < 0 else 0,
        due_soon=left is not None and 0 <= left <= SOON,
        at_start_gate=False,
        waits_for=(),
        holds_up=(),
        steps=(),
    )
