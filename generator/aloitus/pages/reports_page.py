"""How onboardings have gone: `reports/index.md`, for management."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aloitus.calendar import working_days
from aloitus.pages import days, fragments
from aloitus.pages.attention import PROJECT_MANAGER, first_person, task_title
from aloitus.pages.context import PageContext
from aloitus.pages.drawings.figures import bar, rate_bar, share
from aloitus.pages.drawings.lead_times import LeadTime, lead_times
from aloitus.pages.drawings.on_time_columns import Period, on_time_columns
from aloitus.pages.filters import Choice, manager_choices
from aloitus.pages.markup import Markup
from aloitus.plan.client_summary import ClientSummary, OpenTask, Punctuality
from aloitus.plan.performance import (
    Halted,
    Lead,
    Starts,
    halted_tasks,
    latest,
    lead_needed,
    leads,
    median,
    punctuality_by_role,
    starts_by_quarter,
    uninvoiced,
)

TEMPLATE = "reports.md.j2"
PATH = "reports/index.md"
TARGET = 90
"""Per cent of starts and of tasks that should be on time."""
QUARTERS, LEADS, HALTED = 4, 8, 8


@dataclass(frozen=True, slots=True)
class HaltedRow:
    task: str
    bar: Markup
    waiting: Markup
    blocked: Markup
    total: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    role: str
    bar: Markup
    figures: str
    share: str


@dataclass(frozen=True, slots=True)
class UninvoicedRow:
    """`lead` is the id that the filter looks for."""

    client: str
    link: Markup
    lead: str
    manager: Markup
    started: Markup
    task: str
    reason: str
    due: Markup


@dataclass(frozen=True, slots=True)
class ReportsPage:
    path: str
    answer: tuple[str, ...]
    on_time: Markup | None
    leads: Markup | None
    need: str
    lead_count: int
    halted: tuple[HaltedRow, ...]
    roles: tuple[RoleRow, ...]
    target: int
    managers: tuple[Choice, ...]
    uninvoiced: tuple[UninvoicedRow, ...]


def reports_page(clients: Sequence[ClientSummary], roles: Mapping[str, str], context: PageContext) -> ReportsPage:
    """`roles`: titles by id, in the process's order."""
    say = context.wording
    periods = [_period(one, context) for one in starts_by_quarter(clients, context.today, QUARTERS)]
    found = leads(clients, working_days(context.firm.country))
    shown = latest(found, LEADS)
    need = lead_needed(clients)
    halted = halted_tasks(clients)
    most = max((one.total for one in halted), default=0)
    to_invoice = uninvoiced(clients)
    return ReportsPage(
        path=PATH,
        answer=_answer(periods, found, len(to_invoice), context),
        on_time=on_time_columns(periods, TARGET, say, "on-time") if any(one.total for one in periods) else None,
        leads=lead_times([_lead(one) for one in shown], need, say, "leads") if shown else None,
        need=say("performance.need", n=need) if need is not None else "",
        lead_count=len(shown),
        halted=tuple(_halted(one, most, context) for one in halted[:HALTED]),
        roles=_roles(punctuality_by_role(clients), roles, context),
        target=TARGET,
        managers=manager_choices([client for client, _ in to_invoice], context),
        uninvoiced=tuple(_uninvoiced(client, task, context) for client, task in to_invoice),
    )


def _answer(periods: Sequence[Period], found: Sequence[Lead], to_invoice: int, context: PageContext) -> tuple[str, ...]:
    """How the last quarter's starts went against the one before, how long closing takes, and what isn't invoiced."""
    say = context.wording
    known = [one for one in periods if one.total]
    said = []
    if known:
        last = known[-1]
        how = "all" if last.on_time == last.total else "some" if last.on_time else "none"
        values = {"months": last.name, "part": last.on_time, "percent": last.percent}
        said.append(say(f"performance.on-time-{how}", n=last.total, **values))
    if len(known) > 1:
        before = known[-2]
        said.append(say("performance.before", months=before.name, part=before.on_time, whole=before.total))
    closing = median([lead.to_close for lead in found if lead.to_close is not None])
    if closing is not None:
        said.append(say("performance.closing", n=closing))
    if to_invoice:
        said.append(say("performance.uninvoiced", n=to_invoice))
    return tuple(one[0].upper() + one[1:] for one in said) or (say("performance.nothing-yet"),)


def _period(starts: Starts, context: PageContext) -> Period:
    months = "–".join(context.wording(f"drawings.month-{month}") for month in starts.quarter.months)
    return Period(months, starts.quarter.year, starts.on_time, starts.total)


def _lead(lead: Lead) -> LeadTime:
    return LeadTime(lead.client.name, lead.to_start, lead.to_close)


def _halted(one: Halted, most: int, context: PageContext) -> HaltedRow:
    say = context.wording
    label = say("performance.halted", waiting=one.waiting, blocked=one.blocked)
    return HaltedRow(
        task=task_title(one.task, one.client, context),
        bar=bar((("waiting", one.waiting), ("blocked", one.blocked)), most, label),
        waiting=fragments.count(one.waiting, "waiting"),
        blocked=fragments.count(one.blocked, "late"),
        total=one.total,
    )


def _roles(found: Mapping[str, Punctuality], roles: Mapping[str, str], context: PageContext) -> tuple[RoleRow, ...]:
    """Those that are on time most often first."""
    rows = [(share(one.on_time, one.done), role, one) for role, one in found.items() if one.done]
    order = {role: at for at, role in enumerate(roles)}
    rows.sort(key=lambda row: (-row[0], order.get(row[1], len(order))))
    return tuple(_role(percent, roles.get(role, role), one, context) for percent, role, one in rows)


def _role(percent: int, title: str, one: Punctuality, context: PageContext) -> RoleRow:
    told = context.wording("drawings.percent", n=percent)
    return RoleRow(
        title, rate_bar(percent, TARGET, f"{told}, {one.on_time}/{one.done}"), f"{one.on_time}/{one.done}", told
    )


def _uninvoiced(client: ClientSummary, task: OpenTask, context: PageContext) -> UninvoicedRow:
    say, people = context.wording, client.team.get(PROJECT_MANAGER, ())
    return UninvoicedRow(
        client=client.name,
        link=fragments.address(PATH, f"clients/{client.id}/index.md"),
        lead=people[0] if people else "",
        manager=first_person(people, context, PATH),
        started=fragments.time(client.started, say.date(client.started)) if client.started else Markup(""),
        task=task_title(task, client, context),
        reason=task.reason or "",
        due=fragments.due(task.due, say, days.until(say, task.days_left), late=task.overdue, today=task.days_left == 0),
    )
