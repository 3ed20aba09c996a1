"""The tasks of one client on one day: who has each, its state, when it is due, what it waits for."""

from collections.abc import Iterator
from datetime import date

from aloitus.model.client import OPEN_ENTRY, Action, Client, ExtraTask
from aloitus.model.process import Process
from aloitus.plan.client_plan import DueSource, PlannedTask, TaskKind
from aloitus.plan.clock import SOON, Clock
from aloitus.plan.groundwork import Groundwork
from aloitus.plan.recorded import from_entry


def planned_tasks(work: Groundwork) -> tuple[PlannedTask, ...]:
    """The process's tasks in its order, then extra tasks by due day, then actions by meeting and due day."""
    client, profile, clock, states = work.client, work.profile, work.clock, work.states
    entries, team, dues = client.tasks, client.team, work.dues
    open_ids = {at: task.rule.id for at, task in enumerate(profile.tasks) if not states[at].final}
    process, recorded = TaskKind.PROCESS, DueSource.RECORDED
    planned = []
    for at, task in enumerate(profile.tasks):
        rule, state, due = task.rule, states[at], dues[at]
        entry = entries.get(rule.id, OPEN_ENTRY) if rule.fulfilled_by is None else OPEN_ENTRY
        day = state.planned_for or due.day
        left = None if state.final else clock.days_to(day)
        late = -left if left is not None and left < 0 else 0
        after, dependents = ((), ()) if state.final else (task.after, task.dependents)
        planned.append(
            PlannedTask(
                rule.id,
                process,
                task.key,
                rule.title,
                rule.role,
                (entry.assignee,) if entry.assignee else team.get(rule.role, ()),
                rule,
                entry,
                state.state,
                state.final,
                state.day,
                state.by,
                day,
                recorded if state.planned_for else due.source,
                left,
                late > 0,
                late,
                left is not None and 0 <= left <= SOON,
                rule.at_start_gate,
                tuple([open_ids[other] for other in after if other in open_ids]) if after else (),
                tuple([open_ids[other] for other in dependents if other in open_ids]) if dependents else (),
                task.steps,
                rule.fulfilled_by.meeting if rule.fulfilled_by else None,
            )
        )
    planned += [_planned_extra(client, extra, clock) for extra in sorted(client.extra_tasks.values(), key=_by_due)]
    planned += [_planned_action(meeting, action, clock) for meeting, action in _actions(client, work.process)]
    return tuple(planned)


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
    late = -left if left is not None and left < 0 else 0
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
        overdue=late > 0,
        days_late=late,
        due_soon=left is not None and 0 <= left <= SOON,
        at_start_gate=False,
        waits_for=(),
        holds_up=(),
        steps=(),
    )
