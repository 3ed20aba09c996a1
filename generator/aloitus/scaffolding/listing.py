"""The tasks that a client's file lists, so that people see them, and those that it should."""

from collections.abc import Iterable, Sequence

from aloitus.editing.edits import Put
from aloitus.findings import Message
from aloitus.plan.client_plan import ClientPlan, PlannedTask, TaskKind
from aloitus.recording.desk import Record


def listable_tasks(plan: ClientPlan) -> Sequence[PlannedTask]:
    """The process's tasks that a file lists: not those that another record of the file fulfils."""
    return tuple(
        task for task in plan.tasks if task.kind is TaskKind.PROCESS and task.rule and task.rule.fulfilled_by is None
    )


def missing_tasks(plan: ClientPlan) -> Sequence[PlannedTask]:
    """Those that apply to the client and aren't listed: they're open, but nobody sees them in the file."""
    return tuple(task for task in listable_tasks(plan) if task.id not in plan.client.tasks)


def listed(tasks: Iterable[PlannedTask]) -> Record:
    """Each task gets its entry, open, in the process's order."""
    found = tuple(tasks)
    edits = tuple(Put(task.key, {"status": "open"}) for task in found)
    said = (Message("verbs.said-listed", {"n": len(found)}),) if found else ()
    return Record(edits, said)
