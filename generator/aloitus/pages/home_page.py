"""The situation on the day: `index.md`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.calendar import add_days
from aloitus.model.client import ClientStatus
from aloitus.pages import days, fragments
from aloitus.pages.attention import (
    PROJECT_MANAGER,
    AttentionGroup,
    attention_counts,
    attention_groups,
    first_person,
    meeting_title,
    task_title,
)
from aloitus.pages.context import PageContext
from aloitus.pages.drawings import portfolio
from aloitus.pages.markup import Markup
from aloitus.pages.situation_words import situation_mark, situation_word
from aloitus.plan.client_plan import MeetingState
from aloitus.plan.client_summary import ClientSummary, MeetingSummary

TEMPLATE = "home.md.j2"
PATH = "index.md"
AHEAD = 14
"""Days of meetings and gates that are shown."""
NAMED = 3
"""Clients named in the opening sentence; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A meeting, or a day on which production starts (`number` 0)."""

    day: date
    day_text: str
    relative: str
    number: int
    title: str
    at_risk: bool
    link: Markup
    client: str
    client_link: Markup
    details: str


@dataclass(frozen=True, slots=True)
class ClientRow:
    name: str
    link: Markup
    manager: Markup
    situation: Markup
    progress: Markup
    next_task: str
    who: Markup
    due: Markup
    strip: Markup


@dataclass(frozen=True, slots=True)
class HomePage:
    """`languages`: of the wiki, for the theme's switch; the first lies at its root."""

    path: str
    languages: tuple[str, ...]
    day: date
    weekday: str
    day_text: str
    week: int
    lead: str
    named: tuple[tuple[str, Markup, str], ...]
    rest: str
    tally: tuple[tuple[int, Markup], ...]
    groups: tuple[AttentionGroup, ...]
    upcoming: tuple[Upcoming, ...]
    axis: Markup
    legend: Markup
    running: tuple[ClientRow, ...]
    planned: tuple[ClientRow, ...]


def home_page(clients: Sequence[ClientSummary], context: PageContext) -> HomePage:
    say, today = context.wording, context.today
    running = sorted((client for client in clients if client.running), key=_by_start)
    planned = sorted((client for client in clients if client.status is ClientStatus.PLANNED), key=_by_start)
    counts = attention_counts(running)
    marks = {"due-soon": "in-progress", "start-at-risk": "at-risk"}
    lead, named, rest = _answer(running, context)
    courses = {client.id: _course(client) for client in (*running, *planned)}
    axis = portfolio.time_axis(courses.values(), today)
    strips = {client: portfolio.strip(course, axis, say) for client, course in courses.items()}
    return HomePage(
        path=PATH,
        languages=context.firm.languages,
        day=today,
        weekday=say(f"days.long-{today.isoweekday()}").capitalize(),
        day_text=say.date(today),
        week=today.isocalendar().week,
        lead=lead,
        named=named,
        rest=rest,
        tally=tuple(
            (count, fragments.mark(marks.get(kind, kind), say(f"attention.group-{kind}")))
            for kind, count in counts.items()
        ),
        groups=attention_groups(running, context, PATH),
        upcoming=_upcoming(running, context),
        axis=portfolio.axis(axis, say),
        legend=portfolio.legend(say),
        running=tuple(_row(client, strips[client.id], context) for client in running),
        planned=tuple(_row(client, strips[client.id], context) for client in planned),
    )


def _by_start(client: ClientSummary) -> tuple[date, str]:
    return client.starts or date.max, client.name


def _answer(
    running: Sequence[ClientSummary], context: PageContext
) -> tuple[str, tuple[tuple[str, Markup, str], ...], str]:
    """Starts at risk by name; else what is late in all; else that nothing is."""
    say = context.wording
    at_risk = [(client, gate) for client in running for gate in client.gates if gate.at_risk]
    if at_risk:
        named = tuple(
            (
                client.name,
                Markup(f"clients/{client.id}/index.md"),
                say.short_date(gate.day) if gate.day else "",
            )
            for client, gate in at_risk[:NAMED]
        )
        more = len(at_risk) - len(named)
        others = len(running) - len({client.id for client, _ in at_risk})
        rest = [say("home.and-more", n=more)] if more else []
        rest += [say("home.others", n=others)] if others else []
        return say("home.at-risk", n=len(at_risk)), named, " ".join(rest)
    late = sum(client.progress.overdue for client in running)
    if late:
        having = sum(bool(client.progress.overdue) for client in running)
        return say("home.late", n=late), (), say("home.late-at", n=having)
    return say("home.all-well"), (), ""


def _upcoming(running: Sequence[ClientSummary], context: PageContext) -> tuple[Upcoming, ...]:
    last = add_days(context.today, AHEAD)
    found = []
    for client in running:
        link = fragments.address(PATH, f"clients/{client.id}/index.md")
        found += [
            _meeting(meeting, client, context, link)
            for meeting in client.meetings
            if meeting.state is MeetingState.PLANNED and meeting.day and context.today <= meeting.day <= last
        ]
        for gate in client.gates:
            if gate.passed_on is None and gate.day and context.today <= gate.day <= last:
                done = sum(state is None for state in gate.states)
                found.append(
                    Upcoming(
                        day=gate.day,
                        day_text=days.day_with_weekday(context.wording, gate.day),
                        relative=days.until(context.wording, gate.days_left),
                        number=0,
                        title=context.wording("pages.production-starts"),
                        at_risk=gate.at_risk,
                        link=link,
                        client=client.name,
                        client_link=link,
                        details=context.wording("home.gate", done=done, total=len(gate.states)),
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.day, one.client, one.number)))


def _meeting(meeting: MeetingSummary, client: ClientSummary, context: PageContext, link: Markup) -> Upcoming:
    clock = f"{meeting.time.hour}.{meeting.time.minute:02}, " if meeting.time else ""
    day = meeting.day or context.today
    return Upcoming(
        day=day,
        day_text=days.day_with_weekday(context.wording, day),
        relative=days.until(context.wording, meeting.days_left),
        number=meeting.number,
        title=meeting_title(meeting, client, context),
        at_risk=False,
        link=fragments.address(PATH, f"clients/{client.id}/meetings/{meeting.id}.md"),
        client=client.name,
        client_link=link,
        details=f"{clock}{meeting.duration} min",
    )


def _course(client: ClientSummary) -> portfolio.Course:
    gate = client.gates[0] if client.gates else None
    review = next((meeting for meeting in client.meetings if meeting.review), None)
    return portfolio.Course(
        client.signed,
        client.started or client.starts,
        review.day if review else None,
        started=client.started is not None,
        reviewed=review is not None and review.state is MeetingState.HELD,
        at_risk=gate is not None and gate.at_risk,
    )


def _row(client: ClientSummary, strip: Markup, context: PageContext) -> ClientRow:
    say, task = context.wording, client.next
    return ClientRow(
        name=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        manager=first_person(client.team.get(PROJECT_MANAGER, ()), context, PATH),
        situation=fragments.mark(situation_mark(client.situation), situation_word(client.situation, context)),
        progress=fragments.progress(client.progress, say),
        next_task=task_title(task, client, context) if task else say("home.nothing-next"),
        who=first_person(task.people, context, PATH) if task else Markup(""),
        due=fragments.due(task.due, say, days.until(say, task.days_left), late=task.overdue, today=task.days_left == 0)
        if task
        else Markup(""),
        strip=strip,
    )
