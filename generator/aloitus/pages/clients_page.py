"""All clients in one table: `clients/index.md`; the ended ones apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.model.client import ClientStatus
from aloitus.pages import days, fragments
from aloitus.pages.attention import PROJECT_MANAGER
from aloitus.pages.client_links import CLOSURE
from aloitus.pages.context import PageContext
from aloitus.pages.filters import Choice, manager_choices
from aloitus.pages.markup import Markup
from aloitus.pages.situation_words import situation_mark, situation_word
from aloitus.plan.client_plan import MeetingState, Situation
from aloitus.plan.client_summary import ClientSummary, GateSummary

TEMPLATE = "clients.md.j2"
PATH = "clients/index.md"


@dataclass(frozen=True, slots=True)
class ClientRow:
    """`state`, `lead` and `services` are ids that the filters look for."""

    name: str
    link: Markup
    business_id: str
    state: str
    lead: str
    services: str
    service_titles: str
    situation: Markup
    manager: Markup
    progress: Markup
    overdue: Markup
    waiting: Markup
    start: Markup
    gate: Markup
    gate_text: str
    review: Markup
    closing: Markup


@dataclass(frozen=True, slots=True)
class EndedRow:
    """`lead` and `services` are ids that the filters look for."""

    name: str
    link: Markup
    business_id: str
    lead: str
    services: str
    situation: Markup
    manager: Markup
    started: Markup
    ended: Markup
    on_time: str


@dataclass(frozen=True, slots=True)
class ClientsPage:
    path: str
    lead: str
    rows: tuple[ClientRow, ...]
    ended: tuple[EndedRow, ...]
    managers: tuple[Choice, ...]
    services: tuple[Choice, ...]
    states: tuple[Choice, ...]


def clients_page(clients: Sequence[ClientSummary], context: PageContext) -> ClientsPage:
    say = context.wording
    open_status = (ClientStatus.ACTIVE, ClientStatus.PLANNED)
    current = sorted((one for one in clients if one.status in open_status), key=_by_start)
    ended = sorted((one for one in clients if one.status not in open_status), key=_by_end, reverse=True)
    return ClientsPage(
        path=PATH,
        lead=_lead(current, context),
        rows=tuple(_row(client, context) for client in current),
        ended=tuple(_ended(client, context) for client in ended),
        managers=manager_choices(clients, context),
        services=_services(clients, context),
        states=tuple(
            Choice(
                situation.value,
                fragments.mark(
                    situation_mark(situation),
                    situation_word(situation, context),
                    sum(client.situation is situation for client in current),
                ),
            )
            for situation in Situation
            if any(client.situation is situation for client in current)
        )
        or (Choice("", Markup("") + say("clients.all", n=0)),),
    )


def _by_start(client: ClientSummary) -> tuple[date, str]:
    return client.starts or date.max, client.name


def _by_end(client: ClientSummary) -> tuple[date, str]:
    return client.ended or date.min, client.name


def _lead(current: Sequence[ClientSummary], context: PageContext) -> str:
    say = context.wording
    running = sum(client.running for client in current)
    parts = [say("clients.running", n=running)]
    at_risk = sum(client.situation is Situation.START_AT_RISK for client in current)
    ready = sum(client.situation is Situation.READY_TO_CLOSE for client in current)
    parts += [say("clients.at-risk", n=at_risk)] if at_risk else []
    parts += [say("clients.ready", n=ready)] if ready else []
    return " ".join(parts)


def _services(clients: Sequence[ClientSummary], context: PageContext) -> tuple[Choice, ...]:
    titles: dict[str, str] = {}
    for process in context.processes.values():
        titles |= {service.id: service.title.say(context.language) for service in process.services.values()}
    bought = {service for client in clients for service in client.services}
    return tuple(Choice(service, Markup("") + title) for service, title in titles.items() if service in bought)


def _row(client: ClientSummary, context: PageContext) -> ClientRow:
    say = context.wording
    people = client.team.get(PROJECT_MANAGER, ())
    gate = client.gates[0] if client.gates else None
    return ClientRow(
        name=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        business_id=client.business_id or "",
        state=client.situation.value,
        lead=people[0] if people else "",
        services=" ".join(client.services),
        service_titles=_service_titles(client, context),
        situation=fragments.mark(situation_mark(client.situation), situation_word(client.situation, context)),
        manager=fragments.person(context, PATH, people[:1]),
        progress=fragments.progress(client.progress, say),
        overdue=fragments.count(client.progress.overdue, "late"),
        waiting=fragments.count(client.progress.waiting + client.progress.blocked, "waiting"),
        start=_start(client, gate, context),
        gate=_gate_meter(gate, context) if gate and gate.states else Markup(""),
        gate_text=_gate_text(gate, context) if gate and gate.states else "",
        review=_review(client, context),
        closing=fragments.link(
            f"{sum(criterion.met for criterion in client.criteria)}/{len(client.criteria)}", _closing(client)
        ),
    )


def _service_titles(client: ClientSummary, context: PageContext) -> str:
    process = context.processes.get(client.process)
    if process is None:
        return ""
    if len(client.services) == len(process.services) > 1:
        return context.wording("clients.all-services")
    titles = [process.services[one].title.say(context.language) for one in client.services if one in process.services]
    return ", ".join(titles).lower()


def _start(client: ClientSummary, gate: GateSummary | None, context: PageContext) -> Markup:
    say = context.wording
    if client.started:
        return fragments.due(client.started, say, say("pages.in-production"))
    left = gate.days_left if gate else None
    return fragments.due(client.starts, say, days.until(say, left), late=bool(gate and gate.at_risk))


def _gate_meter(gate: GateSummary, context: PageContext) -> Markup:
    return fragments.meter(fragments.meter_states(gate.states), _gate_text(gate, context))


def _gate_text(gate: GateSummary, context: PageContext) -> str:
    done = sum(state is None for state in gate.states)
    return context.wording("counts.done", done=done, total=len(gate.states))


def _review(client: ClientSummary, context: PageContext) -> Markup:
    say = context.wording
    review = next((meeting for meeting in client.meetings if meeting.review), None)
    if review is None:
        return Markup("")
    if review.state is MeetingState.HELD:
        return fragments.due(review.day, say, say("clients.held"))
    return fragments.due(review.day, say, days.until(say, review.days_left), late=review.overdue)


def _ended(client: ClientSummary, context: PageContext) -> EndedRow:
    say = context.wording
    on_time = sum(one.on_time for one in client.punctuality.values())
    done = sum(one.done for one in client.punctuality.values())
    started = client.started or client.starts
    people = client.team.get(PROJECT_MANAGER, ())
    return EndedRow(
        name=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        business_id=client.business_id or "",
        lead=people[0] if people else "",
        services=" ".join(client.services),
        situation=fragments.mark(situation_mark(client.situation), situation_word(client.situation, context)),
        manager=fragments.person(context, PATH, people[:1]),
        started=fragments.time(started, say.date(started)) if started else Markup(""),
        ended=_end(client, say.date(client.ended)) if client.ended else Markup(""),
        on_time=f"{on_time}/{done}" if done else "",
    )


def _end(client: ClientSummary, day: str) -> Markup:
    """The day, with the closing's record behind it; a cancelled client has none."""
    return fragments.link(day, _closing(client) if client.status is ClientStatus.CLOSED else None)


def _closing(client: ClientSummary) -> Markup:
    return fragments.address(PATH, f"clients/{client.id}/{CLOSURE}.md")
