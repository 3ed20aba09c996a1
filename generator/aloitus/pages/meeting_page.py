"""The agenda of one meeting of one client, and after it the minutes: `clients/<id>/meetings/<meeting>.md`.

The client reads the page of a meeting that it takes part in: there nothing internal stands on it. How the team's tasks
are, who is missing, who is late and why is told to the team alone.
"""

from dataclasses import dataclass
from datetime import time

from aloitus.pages import days
from aloitus.pages.client_links import ClientLinks, client_links
from aloitus.pages.context import PageContext
from aloitus.pages.live_content import LiveLine, live_content, material_line, task_line
from aloitus.pages.markup import Markup, safe_url
from aloitus.pages.task_row import Named, TaskRow, person, role_title, task_rows, without_blame
from aloitus.plan.client_plan import AgendaPoint, ClientPlan, MeetingState, PlannedMeeting, TaskKind
from aloitus.plan.material import material_of

TEMPLATE = "meeting.md.j2"


@dataclass(frozen=True, slots=True)
class Participant:
    who: Named
    roles: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """`time` is `9.00–9.05`, or minutes from the beginning while no time is set."""

    title: str
    time: str
    duration: int
    live: tuple[LiveLine, ...]


@dataclass(frozen=True, slots=True)
class MinutesLink:
    text: str
    link: Markup | None


@dataclass(frozen=True, slots=True)
class MeetingPage:
    path: str
    title: str
    number: int
    links: ClientLinks
    held: bool
    cancelled: bool
    reason: str
    state: str
    day: str
    day_relative: str
    clock: str
    duration: int
    chair: Named | None
    chair_role: str
    with_client: bool
    window: str
    participants: tuple[Participant, ...]
    client_participants: tuple[str, ...]
    absent_roles: tuple[str, ...]
    before: tuple[LiveLine, ...]
    before_ready: int
    agenda: tuple[AgendaRow, ...]
    decisions: tuple[str, ...]
    actions: tuple[TaskRow, ...]
    minutes: MinutesLink | None


def meeting_page(meeting: PlannedMeeting, plan: ClientPlan, context: PageContext) -> MeetingPage:
    path = f"clients/{plan.client.id}/meetings/{meeting.id}.md"
    say, entry, rule = context.wording, meeting.entry, meeting.rule
    before = _before(meeting, plan, context)
    chair = next((one.person for one in meeting.attendance if one.role == rule.chair and one.person), None)
    until = days.passed if rule.with_client else days.until
    return MeetingPage(
        path=path,
        title=rule.title.say(context.language),
        number=meeting.number,
        links=client_links(plan, context, path, states=not rule.with_client),
        held=meeting.state is MeetingState.HELD,
        cancelled=meeting.state is MeetingState.CANCELLED,
        reason=(entry.reason or "") if entry and not rule.with_client else "",
        state=say(f"pages.meeting-{meeting.state.value}"),
        day=f"{days.day_with_weekday(say, meeting.day)}{meeting.day.year}" if meeting.day else "",
        day_relative=until(say, meeting.days_left) if meeting.state is not MeetingState.HELD else "",
        clock=_span(entry.time, 0, rule.duration) if entry and entry.time else "",
        duration=rule.duration,
        chair=person(context, path, chair) if chair else None,
        chair_role=role_title(plan, rule.chair, context.language),
        with_client=rule.with_client,
        window=say("pages.window", earliest=meeting.earliest, latest=meeting.latest)
        if meeting.earliest and meeting.latest
        else "",
        participants=_participants(meeting, plan, context, path),
        client_participants=_client_participants(meeting, plan),
        absent_roles=tuple(role_title(plan, one.role, context.language) for one in meeting.attendance if not one.person)
        if not rule.with_client
        else (),
        before=tuple(line for line, _ in before),
        before_ready=sum(ready for _, ready in before),
        agenda=tuple(_agenda_row(point, meeting, plan, context) for point in meeting.agenda),
        decisions=entry.decisions if entry else (),
        actions=_actions(meeting, plan, context, path),
        minutes=_minutes(meeting),
    )


def _before(meeting: PlannedMeeting, plan: ClientPlan, context: PageContext) -> list[tuple[LiveLine, bool]]:
    """What its own task depends on, and whether it's ready; of a meeting with the client, the client's part of that."""
    own = next((task for task in plan.tasks if task.meeting == meeting.id and task.kind is TaskKind.PROCESS), None)
    required = own.rule.after if own and own.rule else ()
    if meeting.rule.with_client:
        asked = [one for one in material_of(plan) if one.task.id in required]
        return [(material_line(one, context), one.received) for one in asked]
    tasks = [task for one in required if (task := plan.task(one))]
    return [(task_line(task, context), task.final) for task in tasks]


def _actions(meeting: PlannedMeeting, plan: ClientPlan, context: PageContext, path: str) -> tuple[TaskRow, ...]:
    agreed = [task for task in plan.tasks if task.kind is TaskKind.ACTION and task.meeting == meeting.id]
    rows = task_rows(agreed, plan, context, path)
    return tuple(without_blame(row, context) for row in rows) if meeting.rule.with_client else rows


def _participants(
    meeting: PlannedMeeting, plan: ClientPlan, context: PageContext, path: str
) -> tuple[Participant, ...]:
    """By person: those recorded as present once it was held, else those whose roles are expected."""
    roles: dict[str, list[str]] = {}
    for one in meeting.attendance:
        if one.person:
            roles.setdefault(one.person, []).append(role_title(plan, one.role, context.language))
    present = meeting.entry.participants if meeting.entry and meeting.entry.participants else tuple(roles)
    return tuple(Participant(person(context, path, one), ", ".join(roles.get(one, ()))) for one in present)


def _client_participants(meeting: PlannedMeeting, plan: ClientPlan) -> tuple[str, ...]:
    if meeting.entry and meeting.entry.client_participants:
        return meeting.entry.client_participants
    return tuple(contact.name for contact in plan.client.contacts) if meeting.rule.with_client else ()


def _agenda_row(point: AgendaPoint, meeting: PlannedMeeting, plan: ClientPlan, context: PageContext) -> AgendaRow:
    begins = meeting.entry.time if meeting.entry else None
    clock = (
        _span(begins, point.starts, point.duration)
        if begins
        else context.wording("pages.minutes-span", start=point.starts, end=point.starts + point.duration)
    )
    live = live_content(point.shows, plan, context, with_client=meeting.rule.with_client)
    return AgendaRow(point.title.say(context.language), clock, point.duration, live)


def _span(begins: time, starts: int, duration: int) -> str:
    """`9.00–9.05`, as a clock is written in Finnish; minutes from the beginning."""
    first = begins.hour * 60 + begins.minute + starts
    return f"{_clock(first)}–{_clock(first + duration)}"


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes % (24 * 60), 60)
    return f"{hours}.{rest:02}"


def _minutes(meeting: PlannedMeeting) -> MinutesLink | None:
    if meeting.entry is None or not meeting.entry.minutes:
        return None
    return MinutesLink(meeting.entry.minutes, safe_url(meeting.entry.minutes))
