"""What needs attention across clients, in order of consequence; each task is named once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from aloitus.model.client import Status
from aloitus.plan.client_plan import TaskKind
from aloitus.plan.client_summary import ClientSummary, GateSummary, MeetingSummary, OpenTask, Unstaffed
from aloitus.plan.situation import REVIEW_SOON


class Attention(StrEnum):
    """In order of consequence."""

    START_AT_RISK = "start-at-risk"
    BLOCKED = "blocked"
    WAITING = "waiting"
    LATE = "late"
    REVIEW = "review"
    UNINVOICED = "uninvoiced"
    UNSTAFFED = "unstaffed"
    READY_TO_CLOSE = "ready-to-close"


class AttentionItem(NamedTuple):
    """One thing to look at; of the last four at most one is there. `day`: when it was or is due."""

    client: ClientSummary
    day: date | None
    gate: GateSummary | None = None
    task: OpenTask | None = None
    meeting: MeetingSummary | None = None
    role: Unstaffed | None = None


def attention(summaries: Iterable[ClientSummary]) -> Mapping[Attention, tuple[AttentionItem, ...]]:
    """Of clients whose onboarding is running; within a kind by day, then by the client's id."""
    found: dict[Attention, list[AttentionItem]] = {kind: [] for kind in Attention}
    for client in summaries:
        if client.running:
            for kind, item in _items(client):
                found[kind].append(item)
    return {kind: tuple(sorted(items, key=_by_day)) for kind, items in found.items()}


def _items(client: ClientSummary) -> Iterator[tuple[Attention, AttentionItem]]:
    near = [meeting for meeting in client.meetings if is_near(meeting)]
    for gate in client.gates:
        if gate.at_risk:
            yield Attention.START_AT_RISK, AttentionItem(client, gate.day, gate=gate)
    for task in client.open_tasks:
        kind = kind_of(task)
        if kind and not any(task.kind is TaskKind.PROCESS and task.meeting == meeting.id for meeting in near):
            yield kind, AttentionItem(client, task.due, task=task)
    for meeting in near:
        yield Attention.REVIEW, AttentionItem(client, meeting.day, meeting=meeting)
    for role in client.unstaffed:
        yield Attention.UNSTAFFED, AttentionItem(client, role.first_due, role=role)
    if client.ready:
        yield Attention.READY_TO_CLOSE, AttentionItem(client, None)


def kind_of(task: OpenTask) -> Attention | None:
    """A halted task is named for what halts it, whether it's late or not; late invoicing stands apart."""
    if task.state is Status.BLOCKED:
        return Attention.BLOCKED
    if task.state is Status.WAITING:
        return Attention.WAITING
    if not task.overdue:
        return None
    return Attention.UNINVOICED if task.invoicing else Attention.LATE


def is_near(meeting: MeetingSummary) -> bool:
    """A review that the closing needs, overdue or due within `REVIEW_SOON` working days."""
    return meeting.review and meeting.days_left is not None and meeting.days_left <= REVIEW_SOON


def _by_day(item: AttentionItem) -> tuple[date, str]:
    return item.day or date.max, item.client.id
