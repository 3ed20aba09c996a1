"""The sentence that a person's page opens with: which start waits for one's own tasks, and what the week holds."""

from datetime import date

from aloitus.pages.context import PageContext
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import PersonTasks


def person_answer(own: PersonTasks, context: PageContext) -> str:
    say = context.wording
    if not own.open:
        return say("people.nothing")
    soon = len(own.overdue) + len(own.this_week)
    parts = [say("people.this-week", n=soon) if soon else say("people.nothing-this-week")]
    if own.overdue:
        parts.append(say("people.late", n=len(own.overdue)))
    if own.waiting:
        parts.append(say("people.waiting", n=len(own.waiting)))
    return " ".join([*_held_starts(own, context), *parts])


def _held_starts(own: PersonTasks, context: PageContext) -> list[str]:
    """Starts at risk that one's own tasks keep from passing, the next first."""
    days = {one.client.id: _start_at_risk(one.client) for one in own.open}
    holding = [one for one in own.open if one.task.at_start_gate and days[one.client.id]]
    starts = sorted({(day, one.client.name) for one in holding if (day := days[one.client.id])})
    if not starts:
        return []
    named = tuple(f"{name} ({context.wording.date(day)})" for day, name in starts)
    return [context.wording("people.holds-starts", n=len(holding), starts=named)]


def _start_at_risk(client: ClientSummary) -> date | None:
    """The next start, if whatever gate an open task stands before is at risk."""
    ahead = [gate for gate in client.gates if gate.passed_on is None]
    if not all(gate.at_risk for gate in ahead):
        return None
    return min((gate.day for gate in ahead if gate.day), default=None)
