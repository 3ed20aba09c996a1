"""All clients on a terminal: where each stands, how far it is, what's late, what's next, and its gates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.i18n import Wording
from aloitus.model.client import CLIENT_SIDE
from aloitus.model.firm import Person
from aloitus.plan.client_plan import ClientPlan, Progress, Situation
from aloitus.screens.sheet import GAP, Block, Cell, Column, Table, Tone, line
from aloitus.screens.words import SITUATION_TONES, ratio

OVER = (Situation.CLOSED, Situation.CANCELLED)
LAST = (Situation.PLANNED, *OVER)
GRAVEST_FIRST = (*(situation for situation in Situation if situation not in LAST), *LAST)


@dataclass(frozen=True, slots=True)
class ClientLine:
    """What the list shows of a client, and no more: a firm may have thousands."""

    id: str
    name: str
    situation: Situation
    progress: Progress
    next_step: str
    next_due: date | None
    next_people: tuple[str, ...]
    start_day: date | None
    started: bool
    start_ready: int
    start_total: int
    criteria_met: int
    criteria: int


def client_line(plan: ClientPlan, language: str) -> ClientLine:
    """The start gate shown is the first that isn't passed yet, a service's own among them."""
    gates = plan.start_gates
    gate = next((gate for gate in gates if not gate.passed_on), gates[0] if gates else None)
    step = plan.next_task
    return ClientLine(
        plan.client.id,
        plan.client.name,
        plan.situation,
        plan.progress,
        step.title.say(language) if step else "",
        step.due if step else None,
        step.people if step else (),
        gate.day if gate else None,
        bool(gate and gate.passed_on),
        len(gate.tasks) - len(gate.missing) if gate else 0,
        len(gate.tasks) if gate else 0,
        sum(criterion.met for criterion in plan.closure.criteria),
        len(plan.closure.criteria),
    )


def practice_screen(
    lines: Iterable[ClientLine], today: date, people: Mapping[str, Person], say: Wording
) -> list[Block]:
    """The gravest situations first, then by name; what hasn't begun, and what is over, last."""
    clients = sorted(lines, key=lambda one: (GRAVEST_FIRST.index(one.situation), one.name, one.id))
    running = [one for one in clients if one.situation not in OVER]
    late = sum(one.progress.overdue for one in running)
    heading = line(
        Cell(say("status.on-day", day=today), Tone.STRONG),
        f" · {say('status.running', n=len(running))} · {say('status.late-tasks', n=late)}",
    )
    columns = (
        Column(say("status.column-client"), wide=True),
        Column(say("status.column-situation")),
        Column(say("status.column-done"), right=True),
        Column(say("status.column-late"), right=True),
        Column(say("status.column-gate")),
        Column(say("status.column-id"), below=True),
        Column(say("status.column-next"), below=True),
    )
    return [heading, GAP, Table(columns, tuple(_row(one, people, say) for one in clients))]


def _row(one: ClientLine, people: Mapping[str, Person], say: Wording) -> tuple[Cell, ...]:
    over = one.situation in OVER
    return (
        Cell(one.name, Tone.QUIET if over else Tone.STRONG),
        Cell(say(f"situations.{one.situation}"), SITUATION_TONES[one.situation]),
        Cell(ratio(one.progress)),
        Cell(str(one.progress.overdue), Tone.BAD if one.progress.overdue else Tone.QUIET),
        Cell("" if over else _gate(one, say)),
        Cell(one.id, Tone.QUIET),
        Cell("" if over else _next_step(one, people, say), Tone.QUIET),
    )


def _gate(one: ClientLine, say: Wording) -> str:
    """The gate that the client is on its way to: the start until it's passed, then closing."""
    if one.started or not one.start_total:
        return say("status.to-closing", ratio=f"{one.criteria_met}/{one.criteria}")
    ready = f"{one.start_ready}/{one.start_total}"
    return say("status.to-start", day=say.short_date(one.start_day) if one.start_day else "–", ratio=ready)


def _next_step(one: ClientLine, people: Mapping[str, Person], say: Wording) -> str:
    if not one.next_step:
        return ""
    who = one.next_people[0] if one.next_people else None
    person = people.get(who or "")
    name = say("status.the-client") if who == CLIENT_SIDE else person.name if person else who
    due = say.short_date(one.next_due) if one.next_due else None
    when_and_who = " ".join(part for part in (due, name) if part)
    return f"{when_and_who}: {one.next_step}" if when_and_who else one.next_step
