"""One client on a terminal: its gates, and its unfinished tasks by role."""

from collections.abc import Mapping

from aloitus.i18n import Wording
from aloitus.model.client import CLIENT_SIDE, Status
from aloitus.model.firm import Person
from aloitus.plan.client_plan import ClientPlan, PlannedTask, StartGatePlan
from aloitus.screens.sheet import GAP, Block, Cell, Column, Line, Table, Tone, line
from aloitus.screens.words import SITUATION_TONES, STATE_TONES, ratio

NAMED = 3
"""So many of what a gate waits for are named; the rest are counted."""


def client_screen(plan: ClientPlan, people: Mapping[str, Person], say: Wording) -> list[Block]:
    client = plan.client
    situation = Cell(say(f"situations.{plan.situation}"), SITUATION_TONES[plan.situation])
    blocks: list[Block] = [
        line(Cell(client.name, Tone.STRONG), " – ", situation),
        line(say("status.on-day", day=plan.today), " · ", say("status.progress", ratio=ratio(plan.progress))),
        *_gates(plan, say),
    ]
    for role in (*plan.roles, None):
        tasks = [task for task in plan.tasks if task.role == role]
        if tasks:
            blocks += [GAP, _role_heading(plan, role, tasks, people, say), _tasks(tasks, say)]
    return blocks


def _gates(plan: ClientPlan, say: Wording) -> list[Block]:
    rows = [_start_gate(gate, plan, say) for gate in plan.start_gates]
    criteria = plan.closure.criteria
    met = sum(criterion.met for criterion in criteria)
    rows.append(
        (
            Cell(say("status.gate-closure")),
            Cell(f"{met}/{len(criteria)}", Tone.GOOD if plan.closure.met else Tone.PLAIN),
            Cell(say(f"status.closure-{_closing(plan)}")),
        )
    )
    return [GAP, Table((Column(), Column(right=True), Column(wide=True)), tuple(rows))]


def _start_gate(gate: StartGatePlan, plan: ClientPlan, say: Wording) -> tuple[Cell, ...]:
    service = plan.process.services.get(gate.service or "")
    name = say("status.gate-start-of", what=service.title.say(say.language)) if service else say("status.gate-start")
    ready = len(gate.tasks) - len(gate.missing)
    if gate.passed_on:
        note = Cell(say("status.gate-passed", day=gate.passed_on), Tone.GOOD)
    else:
        day = say("status.gate-day", day=gate.day) if gate.day else say("status.gate-no-day")
        missing = [task.title.say(say.language) for task in gate.missing]
        more = (say("status.and-more", n=len(missing) - NAMED),) if len(missing) > NAMED else ()
        named = say("status.missing", what=", ".join((*missing[:NAMED], *more))) if missing else say("status.all-ready")
        note = Cell(f"{day} {named}", Tone.BAD if gate.at_risk else Tone.PLAIN)
    return Cell(name), Cell(f"{ready}/{len(gate.tasks)}"), note


def _closing(plan: ClientPlan) -> str:
    if plan.client.status.is_over:
        return plan.client.status.value
    return "ready" if plan.closure.ready else "open"


def _role_heading(
    plan: ClientPlan, role: str | None, tasks: list[PlannedTask], people: Mapping[str, Person], say: Wording
) -> Line:
    known = plan.process.roles.get(role or "")
    title = known.title.say(say.language) if known else role or say("status.agreed-in-meetings")
    staff = [people[person].name if person in people else person for person in plan.client.team.get(role or "", ())]
    names = f" – {', '.join(staff)}" if staff else f" – {say('status.not-staffed')}" if role else ""
    final = sum(task.final for task in tasks)
    return line(Cell(title, Tone.STRONG), names, Cell(f"  {final}/{len(tasks)}", Tone.QUIET))


def _tasks(tasks: list[PlannedTask], say: Wording) -> Block:
    unfinished = sorted((task for task in tasks if not task.final), key=_urgency)
    if not unfinished:
        return line(Cell(f"  {say('status.all-done')}", Tone.QUIET))
    return Table((Column(), Column(right=True), Column(wide=True)), tuple(_task(task, say) for task in unfinished))


def _urgency(task: PlannedTask) -> tuple[bool, bool, str]:
    return not task.overdue, task.due is None, task.due.isoformat() if task.due else ""


def _task(task: PlannedTask, say: Wording) -> tuple[Cell, ...]:
    state = Cell(f"  {say(f'states.{task.state}')}", STATE_TONES[task.state])
    if task.overdue and task.state in (Status.OPEN, Status.IN_PROGRESS):
        state = Cell(f"  {say('days.late', n=task.days_late)}", Tone.BAD)
    title = task.title.say(say.language)
    who = f" ({say('status.the-client')})" if task.people == (CLIENT_SIDE,) else ""
    why = f": {task.entry.reason}" if task.state in (Status.WAITING, Status.BLOCKED) and task.entry.reason else ""
    gate = f" {say('status.at-gate')}" if task.at_start_gate else ""
    return state, Cell(say.date(task.due) if task.due else "–"), Cell(f"{title} ({task.id}){who}{why}{gate}")
