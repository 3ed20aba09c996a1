"""What a client's timeline tells, as plain values: events, and by role the tasks with their days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from aloitus.model.client import ClientStatus, Status
from aloitus.pages import days
from aloitus.pages.context import PageContext
from aloitus.pages.task_row import mark_of, role_title, state_word
from aloitus.plan.client_plan import ClientPlan, MeetingState, PlannedMeeting, PlannedTask, StartGatePlan, TaskKind
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START, SERVICE_STARTED

_OWN_TITLE = frozenset({AGREEMENT_SIGNED, SERVICE_START, SERVICE_STARTED})


class EventKind(StrEnum):
    ANCHOR = "anchor"
    MEETING = "meeting"
    GATE = "gate"


@dataclass(frozen=True, slots=True)
class Event:
    """`done`: held, passed or simply past. `alarming`: at risk, or not held when it should have been.

    `days_left` is None where nobody counts working days to it; `number` is a meeting's.
    """

    kind: EventKind
    day: date
    name: str
    done: bool = False
    alarming: bool = False
    number: int = 0
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A task: `day` is when it was signed off, else when it is due. `mark` is its glyph, `note` its state in words."""

    day: date
    mark: str
    title: str
    note: str = ""
    final: bool = False
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A role's tasks; `total` counts those without a day, too."""

    name: str
    done: int
    total: int
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Story:
    today: date
    signed: date | None
    start: date | None
    events: tuple[Event, ...]
    lanes: tuple[Lane, ...]


def story(plan: ClientPlan, context: PageContext) -> Story | None:
    """What to draw; None where there is nothing to: no running onboarding, or no day known yet."""
    if plan.client.status not in (ClientStatus.ACTIVE, ClientStatus.PLANNED):
        return None
    events = sorted((*_anchors(plan, context), *_meetings(plan, context), *_gates(plan, context)), key=_by_day)
    lanes = tuple(_lanes(plan, context))
    if not events and not any(lane.dots for lane in lanes):
        return None
    gate = plan.start_gates[0] if plan.start_gates else None
    start = (gate.passed_on or gate.day) if gate else plan.dates.get(SERVICE_START)
    return Story(plan.today, plan.dates.get(AGREEMENT_SIGNED), start, tuple(events), lanes)


def _by_day(event: Event) -> tuple[date, int]:
    return event.day, event.number


def _anchors(plan: ClientPlan, context: PageContext) -> Iterable[Event]:
    """The dates that due days count from; production's own are gates."""
    for key, day in plan.dates.items():
        if key == AGREEMENT_SIGNED:
            yield Event(EventKind.ANCHOR, day, context.wording("drawings.agreement"), day <= plan.today)
        elif key in plan.process.dates and key not in _OWN_TITLE:
            title = plan.process.dates[key].title.say(context.language)
            yield Event(EventKind.ANCHOR, day, title, day <= plan.today)


def _meetings(plan: ClientPlan, context: PageContext) -> Iterable[Event]:
    for meeting in plan.meetings:
        if meeting.day and meeting.state is not MeetingState.CANCELLED:
            yield Event(
                EventKind.MEETING,
                meeting.day,
                short_title(meeting.rule.title.say(context.language)),
                meeting.state is MeetingState.HELD,
                _is_missed(meeting),
                meeting.number,
                None if meeting.state is MeetingState.HELD else meeting.days_left,
            )


def _is_missed(meeting: PlannedMeeting) -> bool:
    return meeting.overdue and meeting.state is not MeetingState.HELD


def _gates(plan: ClientPlan, context: PageContext) -> Iterable[Event]:
    for gate in plan.start_gates:
        day = gate.passed_on or gate.day
        if day:
            yield Event(
                EventKind.GATE,
                day,
                _gate_name(gate, plan, context),
                bool(gate.passed_on),
                gate.at_risk,
                0,
                gate.days_left,
            )


def _gate_name(gate: StartGatePlan, plan: ClientPlan, context: PageContext) -> str:
    passed = "started" if gate.passed_on else "starts"
    service = plan.process.services.get(gate.service) if gate.service else None
    if service:
        return context.wording(f"drawings.service-{passed}", service=service.title)
    return context.wording(f"drawings.production-{passed}")


def short_title(title: str) -> str:
    """A title without what it explains in brackets at its end."""
    short = title.partition(" (")[0].rstrip() if title.endswith(")") else title
    return short or title


def _lanes(plan: ClientPlan, context: PageContext) -> Iterable[Lane]:
    """The roles in the process's order; what was agreed in meetings belongs to people, and comes last."""
    for role in plan.roles:
        tasks = plan.tasks_of_role(role)
        if tasks:
            title = role_title(plan, role, context.language).partition(" – ")[0]
            yield _lane(title, tasks, context)
    actions = [task for task in plan.tasks if task.kind is TaskKind.ACTION]
    if actions:
        yield _lane(context.wording("drawings.actions"), actions, context)


def _lane(name: str, tasks: Iterable[PlannedTask], context: PageContext) -> Lane:
    known = tuple(tasks)
    dots = sorted((dot for task in known if (dot := _dot(task, context))), key=_of_dot)
    return Lane(name, sum(task.final for task in known), len(known), tuple(dots))


def _of_dot(dot: Dot) -> date:
    return dot.day


def _dot(task: PlannedTask, context: PageContext) -> Dot | None:
    day = (task.done_on or task.due) if task.final else task.due
    if day is None:
        return None
    say = context.wording
    note = say.short_date(day)
    if task.state is not Status.DONE:
        note = f"{state_word(context, task.state.value)} {note}"
    if task.overdue:
        note = f"{note}, {days.until(say, task.days_left)}"
    mark = _final_mark(task) if task.final else mark_of(task)
    return Dot(day, mark, task.title.say(context.language), note, task.final, task.overdue)


def _final_mark(task: PlannedTask) -> str:
    return Status.DONE.value if task.state is Status.DONE else Status.NOT_APPLICABLE.value
