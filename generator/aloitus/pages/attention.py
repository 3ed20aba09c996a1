"""What needs attention across clients, in order of consequence, each thing once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aloitus.model.client import CLIENT_SIDE
from aloitus.pages import days, fragments
from aloitus.pages.client_links import CLOSURE
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup
from aloitus.pages.task_row import sentence
from aloitus.plan.attention import Attention, AttentionItem, attention
from aloitus.plan.client_summary import ClientSummary, DoneTask, GateSummary, MeetingSummary, OpenTask, Unstaffed

PROJECT_MANAGER = "project-manager"
SHOWN, SHOWN_WHEN_MANY, MANY = 3, 2, 15
"""Rows a group shows before the rest is folded; fewer when many things are wrong."""
MOST_FOLDED = 20
"""Rows behind the fold; what is more is counted, so that the page stays light."""


@dataclass(frozen=True, slots=True)
class AttentionRow:
    client: str
    link: Markup
    what: str
    why: str
    who: Markup
    measure: Markup


@dataclass(frozen=True, slots=True)
class AttentionGroup:
    """`more` counts the folded rows, `beyond` those that aren't shown at all."""

    heading: Markup
    shown: tuple[AttentionRow, ...]
    folded: tuple[AttentionRow, ...]
    more: int
    beyond: int


def attention_groups(clients: Sequence[ClientSummary], context: PageContext, page: str) -> tuple[AttentionGroup, ...]:
    found = attention(clients)
    cut = SHOWN_WHEN_MANY if sum(len(items) for items in found.values()) > MANY else SHOWN
    return tuple(_group(kind, items, cut, context, page) for kind, items in found.items() if items)


def attention_counts(clients: Iterable[ClientSummary]) -> Mapping[str, int]:
    """For the tally: starts at risk, and tasks blocked, waiting, overdue and due within the week."""
    counts = {"start-at-risk": 0, "blocked": 0, "waiting": 0, "late": 0, "due-soon": 0}
    for client in clients:
        counts["start-at-risk"] += any(gate.at_risk for gate in client.gates)
        counts["blocked"] += client.progress.blocked
        counts["waiting"] += client.progress.waiting
        counts["late"] += client.progress.overdue
        counts["due-soon"] += client.progress.due_soon
    return counts


def task_title(task: OpenTask | DoneTask, client: ClientSummary, context: PageContext) -> str:
    """An extra task or an action brings its own title; the process tells the others'."""
    return task.title.say(context.language) if task.title is not None else _title(task.id, client, context)


def _title(task: str, client: ClientSummary, context: PageContext) -> str:
    process = context.processes.get(client.process)
    known = process.tasks.get(task) if process else None
    return known.title.say(context.language) if known else task


def first_person(people: tuple[str, ...], context: PageContext, page: str) -> Markup:
    """Who has it, as a link; the client's side and unstaffed roles in words."""
    if not people:
        return Markup("") + context.wording("pages.not-staffed")
    if people[0] == CLIENT_SIDE:
        return Markup("") + context.wording("pages.the-client")
    return fragments.person_link(context, page, people[0])


def _group(
    kind: Attention, items: tuple[AttentionItem, ...], cut: int, context: PageContext, page: str
) -> AttentionGroup:
    shown = items if len(items) == cut + 1 else items[:cut]
    rest = items[len(shown) :]
    return AttentionGroup(
        fragments.mark(_MARKS[kind], context.wording(f"attention.group-{kind.value}"), len(items)),
        tuple(_row(item, context, page) for item in shown),
        tuple(_row(item, context, page) for item in rest[:MOST_FOLDED]),
        len(rest),
        max(0, len(rest) - MOST_FOLDED),
    )


def _row(item: AttentionItem, context: PageContext, page: str) -> AttentionRow:
    client = item.client
    link = fragments.address(page, f"clients/{client.id}/index.md")
    manager = first_person(client.team.get(PROJECT_MANAGER, ()), context, page)
    if item.gate:
        return _gate_row(item.gate, client, context, link, manager)
    if item.task:
        return _task_row(item.task, client, context, page, link)
    if item.meeting:
        return _review_row(item.meeting, client, context, link, manager)
    if item.role:
        return _role_row(item.role, client, context, link)
    closing = fragments.address(page, f"clients/{client.id}/{CLOSURE}.md")
    return AttentionRow(client.name, closing, context.wording("attention.ready"), "", manager, Markup(""))


def _gate_row(
    gate: GateSummary, client: ClientSummary, context: PageContext, link: Markup, manager: Markup
) -> AttentionRow:
    say = context.wording
    missing = sum(state is not None for state in gate.states)
    why = [say("attention.gate-open", n=missing, total=len(gate.states))] if missing else []
    if gate.overdue:
        why.append(say("counts.overdue", n=gate.overdue))
    text = f"{', '.join(why)}." if why else say("attention.no-start")
    if gate.too_tight and gate.lead is not None and gate.lead_needed is not None:
        text += " " + say("attention.too-tight", n=gate.lead, needed=gate.lead_needed)
    left = gate.days_left
    late = left is not None and left < 0
    measure = (
        fragments.measure(
            say("days.working-days", n=abs(left)), say("attention.late" if late else "attention.to-start"), late=True
        )
        if left is not None
        else Markup("")
    )
    what = say("attention.production-starts", day=gate.day or "")
    return AttentionRow(client.name, link, what, text, manager, measure)


def _task_row(task: OpenTask, client: ClientSummary, context: PageContext, page: str, link: Markup) -> AttentionRow:
    say = context.wording
    if task.reason:
        why = sentence(task.reason)
    elif task.waits_for:
        why = say("attention.waits-for", task=_title(task.waits_for[0], client, context))
    else:
        why = say("pages.no-reason")
    relative = say("days.working-days", n=task.days_late) if task.overdue else days.until(say, task.days_left)
    if task.follow_up:
        below = say("attention.follow-up", day=say.short_date(task.follow_up))
    else:
        below = say("attention.late") if task.overdue else ""
    measure = fragments.measure(relative, below, late=task.overdue and not task.follow_up)
    who = first_person(task.people, context, page)
    return AttentionRow(client.name, link, task_title(task, client, context), why, who, measure)


def _review_row(
    review: MeetingSummary, client: ClientSummary, context: PageContext, link: Markup, manager: Markup
) -> AttentionRow:
    say = context.wording
    late = review.overdue
    left = abs(review.days_left or 0)
    return AttentionRow(
        client.name,
        link,
        meeting_title(review, client, context),
        say("attention.review-late" if late else f"attention.review-{review.state.value}", day=review.day or ""),
        manager,
        fragments.measure(
            say("days.working-days", n=left), say("attention.late" if late else "attention.left"), late=late
        ),
    )


def meeting_title(meeting: MeetingSummary, client: ClientSummary, context: PageContext) -> str:
    process = context.processes.get(client.process)
    known = process.meetings.get(meeting.id) if process else None
    return known.title.say(context.language) if known else meeting.id


def _role_row(role: Unstaffed, client: ClientSummary, context: PageContext, link: Markup) -> AttentionRow:
    say = context.wording
    process = context.processes.get(client.process)
    known = process.roles.get(role.role) if process else None
    title = known.title.say(context.language) if known else role.role
    first = fragments.measure(say.date(role.first_due), say("attention.first-due")) if role.first_due else Markup("")
    return AttentionRow(client.name, link, title, say("attention.tasks-without", n=role.tasks), Markup(""), first)


_MARKS = {
    Attention.START_AT_RISK: "at-risk",
    Attention.BLOCKED: "blocked",
    Attention.WAITING: "waiting",
    Attention.LATE: "late",
    Attention.REVIEW: "open",
    Attention.UNINVOICED: "uninvoiced",
    Attention.UNSTAFFED: "unassigned",
    Attention.READY_TO_CLOSE: "done",
}
