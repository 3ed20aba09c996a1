"""One client's overview: `clients/<id>/index.md`."""

from dataclasses import dataclass
from datetime import date

from aloitus.model.client import ClientStatus, Status
from aloitus.model.feed_paths import client_feed_path
from aloitus.pages import days, fragments
from aloitus.pages.client_answer import client_answer
from aloitus.pages.client_gates import Gate, closure_gate, gate_note, start_gate
from aloitus.pages.client_links import CLOSURE, ClientLinks, client_links
from aloitus.pages.context import PageContext
from aloitus.pages.drawings.timeline import timeline
from aloitus.pages.feed_links import feed_links
from aloitus.pages.markup import Markup
from aloitus.pages.record_lines import RecordLine, change_lines, invoicing_lines
from aloitus.pages.situation_words import situation_mark
from aloitus.pages.task_row import TaskRow, role_title, task_rows
from aloitus.plan.client_plan import ClientPlan, MeetingState, PlannedTask

TEMPLATE = "client.md.j2"
PROJECT_MANAGER = "project-manager"
LINE = Markup("<br>")
UPCOMING_SHOWN = 6


@dataclass(frozen=True, slots=True)
class MeetingLine:
    number: int
    held: bool
    title: str
    link: Markup | None
    day: date | None
    day_text: str
    state: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    title: str
    link: Markup | None
    people: Markup
    progress: Markup
    overdue: Markup
    next_task: str
    due: Markup


@dataclass(frozen=True, slots=True)
class Vital:
    """A figure that matters most: what it is, the figure, and a line under it."""

    label: str
    value: Markup
    below: Markup


@dataclass(frozen=True, slots=True)
class ClientPage:
    """A closed client's gates and invoicing stand in its closing record. A cancelled one has none: what was invoiced
    before it ended stands here, and no `closure`.
    """

    path: str
    name: str
    business_id: str
    services: str
    links: ClientLinks
    situation: Markup
    answer: str
    facts: tuple[str, ...]
    vitals: tuple[Vital, ...]
    timeline: Markup | None
    attention: tuple[TaskRow, ...]
    upcoming: tuple[TaskRow, ...]
    gates: tuple[Gate, ...]
    closure: Gate | None
    closing_link: Markup
    over: bool
    invoicing: tuple[RecordLine, ...]
    meetings: tuple[MeetingLine, ...]
    subscribe: Markup
    dates: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, Markup], ...]
    systems: tuple[tuple[str, str], ...]
    roles: tuple[RoleLine, ...]
    changes: tuple[RecordLine, ...]
    notes: str


def client_page(plan: ClientPlan, context: PageContext) -> ClientPage:
    client, say, language = plan.client, context.wording, context.language
    path = f"clients/{client.id}/index.md"
    links = client_links(plan, context, path)
    answer = client_answer(plan, context)
    closed, cancelled = client.status is ClientStatus.CLOSED, client.status is ClientStatus.CANCELLED
    attention = [task for task in plan.tasks if not task.final and _needs_attention(task)]
    attention.sort(key=lambda task: (task.state is not Status.BLOCKED, task.due or date.max))
    services = [
        plan.process.services[one].title.say(language) for one in client.services if one in plan.process.services
    ]
    return ClientPage(
        path=path,
        name=client.name,
        business_id=client.business_id or client.business_id_pending or "",
        services=", ".join(services).lower(),
        links=links,
        situation=fragments.strong_mark(situation_mark(plan.situation), answer.lead),
        answer=answer.rest,
        facts=tuple(plan.process.facts[one].title.say(language) for one in client.facts if one in plan.process.facts),
        vitals=_vitals(plan, context, path),
        timeline=timeline(plan, context),
        attention=task_rows(attention, plan, context, path),
        upcoming=task_rows(_upcoming(plan), plan, context, path),
        gates=() if closed else tuple(start_gate(gate, plan, context) for gate in plan.start_gates),
        closure=None if cancelled else closure_gate(plan, context),
        closing_link=_closing_link(plan, context, path),
        over=closed or cancelled,
        invoicing=invoicing_lines(plan, context) if cancelled else (),
        meetings=_meetings(plan, context, path, linked=bool(links.meetings)),
        subscribe=feed_links(path, client_feed_path(client.id), say("pages.subscribe-client"), context),
        dates=tuple(
            (
                plan.process.dates[key].title.say(language) if key in plan.process.dates else say(f"pages.date-{key}"),
                say.date(day),
            )
            for key, day in sorted(plan.dates.items(), key=lambda item: item[1])
            if key in plan.process.dates or key == "service_started"
        ),
        contacts=tuple(
            (contact.name, LINE.join(part for part in (fragments.email(contact.email), contact.phone) if part))
            for contact in client.contacts
        ),
        systems=tuple((say(f"pages.system-{key}"), value) for key, value in client.systems.items()),
        roles=tuple(_role(role, plan, context, path, linked=bool(links.roles)) for role in plan.roles),
        changes=change_lines(plan, context),
        notes=client.notes or "",
    )


def _closing_link(plan: ClientPlan, context: PageContext, path: str) -> Markup:
    """How many criteria are met, and the way to what is missing, or to the record."""
    say, criteria = context.wording, plan.closure.criteria
    kind = "record" if plan.client.status is ClientStatus.CLOSED else "ready" if plan.closure.ready else "missing"
    met = sum(criterion.met for criterion in criteria)
    text = say(f"closing.link-{kind}", done=met, total=len(criteria))
    return fragments.link(text, fragments.address(path, f"clients/{plan.client.id}/{CLOSURE}.md"))


def _needs_attention(task: PlannedTask) -> bool:
    return task.overdue or task.state in (Status.BLOCKED, Status.WAITING)


def _upcoming(plan: ClientPlan) -> list[PlannedTask]:
    """The next things to do: what is neither late nor waiting, the nearest first."""
    ahead = [task for task in plan.tasks if not task.final and task.due and not _needs_attention(task)]
    return sorted(ahead, key=lambda task: task.due or date.max)[:UPCOMING_SHOWN]


def _vitals(plan: ClientPlan, context: PageContext, path: str) -> tuple[Vital, ...]:
    say, vitals = context.wording, []
    gate = plan.start_gates[0] if plan.start_gates else None
    if gate and (gate.passed_on or gate.day):
        day = gate.passed_on or gate.day
        vitals.append(
            Vital(
                say("pages.production-started" if gate.passed_on else "pages.production-starts"),
                fragments.time(day, say.date(day)) if day else Markup(""),
                Markup("") + (say("pages.in-production") if gate.passed_on else days.until(say, gate.days_left)),
            )
        )
    if gate and gate.tasks:
        done = len(gate.tasks) - len(gate.missing)
        label = say("pages.gate-label", done=done, total=len(gate.tasks))
        vitals.append(
            Vital(
                say("pages.start-gate"),
                Markup(f"{done}/{len(gate.tasks)} ")
                + fragments.meter(
                    fragments.meter_states(None if task.final else task.state for task in gate.tasks), label
                ),
                Markup("") + gate_note(gate, context),
            )
        )
    vitals.append(
        Vital(
            say("pages.task-count"),
            Markup(f"{plan.progress.final}/{plan.progress.total}"),
            fragments.bar(plan.progress, say),
        )
    )
    vitals.append(_manager(plan, context, path))
    return tuple(vitals)


def _manager(plan: ClientPlan, context: PageContext, path: str) -> Vital:
    people = plan.client.team.get(PROJECT_MANAGER, ())
    deputies = tuple(context.person_name(one) for one in people[1:])
    return Vital(
        role_title(plan, PROJECT_MANAGER, context.language),
        fragments.person_link(context, path, people[0])
        if people
        else Markup("") + context.wording("pages.not-staffed"),
        Markup("") + (context.wording("pages.deputies", people=deputies) if deputies else ""),
    )


def _meetings(plan: ClientPlan, context: PageContext, path: str, *, linked: bool) -> tuple[MeetingLine, ...]:
    say = context.wording
    return tuple(
        MeetingLine(
            meeting.number,
            meeting.state is MeetingState.HELD,
            meeting.rule.title.say(context.language),
            fragments.address(path, f"clients/{plan.client.id}/meetings/{meeting.id}.md") if linked else None,
            meeting.day,
            say.date(meeting.day) if meeting.day else "",
            say(f"pages.arranged-{meeting.state.value}"),
        )
        for meeting in plan.meetings
    )


def _role(role: str, plan: ClientPlan, context: PageContext, path: str, *, linked: bool) -> RoleLine:
    say, people = context.wording, plan.client.team.get(role, ())
    unfinished = [task for task in plan.tasks_of_role(role) if not task.final]
    nearest = min(unfinished, key=lambda task: task.due or date.max, default=None)
    of = plan.progress_by_role.get(role)
    return RoleLine(
        role_title(plan, role, context.language),
        fragments.address(path, f"clients/{plan.client.id}/{role}.md") if linked else None,
        fragments.person(context, path, people),
        fragments.progress(of, say) if of else Markup(""),
        fragments.count(of.overdue if of else 0, "late"),
        nearest.title.say(context.language) if nearest else say("pages.all-signed-off"),
        fragments.task_due(nearest, say),
    )
