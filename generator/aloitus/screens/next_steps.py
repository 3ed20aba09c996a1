"""What to look at after a record: what it set free, and what's next on the client's list."""

from collections.abc import Iterable, Mapping
from datetime import date

from aloitus.i18n import Wording
from aloitus.model.client import CLIENT_SIDE
from aloitus.model.firm import Person
from aloitus.model.process import Record
from aloitus.plan.client_plan import ClientPlan, PlannedTask

SHOWN = 3


def next_steps(before: ClientPlan, after: ClientPlan, people: Mapping[str, Person], say: Wording) -> list[str]:
    """A line each; none when the onboarding is over. What reopens one is a change of its own: nothing goes with it."""
    if after.client.status.is_over:
        return []
    if before.client.status.is_over:
        return [say("verbs.next-alone")]
    if after.closure.ready:
        return [say("verbs.next-close", client=after.client.id)]
    lines = [_start(service, after.client.id, say) for service in _to_start(after)]
    waited = {task.key for task in before.tasks if task.waits_for}
    freed = [task for task in after.tasks if task.key in waited and not task.waits_for and not task.final]
    upcoming = [task for task in (after.next_task,) if task and task not in freed]
    steps = sorted((*freed, *upcoming), key=lambda task: task.due or date.max)
    return [*lines, *(_line(task, after.client.id, people, say) for task in steps[:SHOWN])]


def _to_start(plan: ClientPlan) -> Iterable[str | None]:
    """The services whose gate is open and whose day has come, though nobody has recorded that they started."""
    for gate in plan.start_gates:
        if gate.passed_on is None and not gate.missing and gate.day and gate.day <= plan.today:
            yield gate.service


def _start(service: str | None, client: str, say: Wording) -> str:
    return say("verbs.next-start", command=f"aloitus start-service {client}{f' {service}' if service else ''}")


def _line(task: PlannedTask, client: str, people: Mapping[str, Person], say: Wording) -> str:
    names = [people[person].name if person in people else person for person in task.people[:1]]
    person = say("status.the-client") if task.people == (CLIENT_SIDE,) else "".join(names) or say("status.not-staffed")
    told = {"task": task.title, "id": task.id, "person": person, "due": task.due or "–"}
    command = _command(task, client)
    if command:
        return say("verbs.next-elsewhere", command=command, **told)
    return say("verbs.next" if task.due else "verbs.next-undated", **told)


def _command(task: PlannedTask, client: str) -> str | None:
    """The command of the record that fulfils the task, where it isn't marked by itself."""
    source = task.rule.fulfilled_by if task.rule else None
    if source is None:
        return None
    words = {
        Record.MEETING: f"meet {client} {source.meeting} --held",
        Record.INVOICING_ITEMS: f"invoice {client} onboarding-project --number …",
        Record.UNINVOICED: f"uninvoiced {client} --rows 0",
        Record.ERP_CLOSED: f"close {client}",
    }
    return f"aloitus {words[source.record]}"
