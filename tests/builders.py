"""Values built by hand, for tests of every room: a small process, a client of it, people, entries.

client = an_active_client(services=("payroll",), tasks={"open-engagement": done("2026-04-22")})
process = a_process(a_task("open-engagement", "agreement_signed + 2 workdays"))
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from aloitus.calendar import WorkingDays, working_days
from aloitus.model.client import (
    Client,
    ClientStatus,
    Closure,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.condition import ALWAYS, Condition
from aloitus.model.due_rule import DueRule, Offset, Unit
from aloitus.model.firm import Person
from aloitus.model.process import (
    ClosureCriterion,
    ClosureGate,
    Criterion,
    DateKind,
    Fact,
    FulfilledBy,
    Meeting,
    Phase,
    Process,
    Record,
    Role,
    Service,
    StartGate,
    Task,
    Window,
)
from aloitus.model.text import Text

_RULE = re.compile(r"(end of month of )?(\w+)((?: [+-] \d+ \w+)*)")
_OFFSET = re.compile(r"([+-]) (\d+) (workday|day|month)s?")

SERVICES = ("bookkeeping", "payroll", "purchase-ledger", "sales-ledger", "payments")
FACTS = ("data-transfer", "vat-liable")
ROLES = ("seller", "supervisor", "project-manager", "accountant", "payroll-accountant", "support-services")


@cache
def finland() -> WorkingDays:
    return working_days("FI")


def day(iso: str | date) -> date:
    return iso if isinstance(iso, date) else date.fromisoformat(iso)


def text(plain: str) -> Text:
    return Text.plain(plain)


def due_rule(written: str) -> DueRule:
    """A rule as a process file writes it: `end of month of service_start + 15 workdays`."""
    found = _RULE.fullmatch(written)
    assert found, written
    end_of_month, start, offsets = found.groups()
    moves = [Offset(int(sign + amount), Unit(f"{unit}s")) for sign, amount, unit in _OFFSET.findall(offsets)]
    return DueRule(start, bool(end_of_month), tuple(moves))


def when(services: str = "", facts: str = "") -> Condition:
    """`when("payroll bookkeeping", facts="data-transfer")`."""
    return Condition(tuple(services.split()), tuple(facts.split()))


def a_task(task_id: str, due: str = "service_start - 10 workdays", **fields: Any) -> Task:
    """A task of the support services; `after` is written as one string of ids, `gate` for `at_start_gate`."""
    after = tuple(fields.pop("after", "").split())
    at_gate = fields.pop("gate", False)
    made = Task(task_id, text(task_id), "start", "support-services", due_rule(due), after=after, at_start_gate=at_gate)
    return replace(made, **fields)


def fulfilled_by(record: str) -> FulfilledBy:
    """`meetings.quick-review`, `invoicing.items`, `invoicing.uninvoiced`, `closure.erp_closed`."""
    family, _, name = record.partition(".")
    return FulfilledBy(Record.MEETING, name) if family == "meetings" else FulfilledBy(Record(record))


def a_meeting(meeting_id: str, due: str, window: tuple[str, str] | None = None, **fields: Any) -> Meeting:
    made = Meeting(meeting_id, text(meeting_id), due_rule(due), 30, chair="project-manager")
    if window:
        made = replace(made, window=Window(due_rule(window[0]), due_rule(window[1])))
    return replace(made, **fields)


QUICK_REVIEW = a_meeting(
    "quick-review", "service_start + 4 months", ("service_start + 3 months", "service_start + 7 months")
)
CLOSING_TASKS = (
    a_task(
        "hold-quick-review", "service_start + 4 months", fulfilled_by=fulfilled_by("meetings.quick-review"),
        role="project-manager", waivable=False,
    ),
    a_task(
        "invoice-onboarding-work", "service_start + 1 month", fulfilled_by=fulfilled_by("invoicing.items"),
        waivable=False,
    ),
    a_task(
        "confirm-all-work-invoiced", "service_start + 4 months + 5 workdays", role="project-manager",
        fulfilled_by=fulfilled_by("invoicing.uninvoiced"), waivable=False,
    ),
    a_task(
        "close-service-in-erp", "service_start + 4 months + 10 workdays", role="project-manager",
        fulfilled_by=fulfilled_by("closure.erp_closed"), waivable=False,
    ),
)  # fmt: skip
CRITERIA = (
    ClosureCriterion(Criterion.ALL_TASKS_FINAL),
    ClosureCriterion(Criterion.MEETING_HELD, "quick-review"),
    ClosureCriterion(Criterion.WORK_INVOICED),
    ClosureCriterion(Criterion.CLOSED_IN_ERP),
)


def a_date(key: str, default: str | None = None, condition: Condition = ALWAYS) -> DateKind:
    return DateKind(key, text(key), condition, due_rule(default) if default else None)


DATES = (
    a_date("agreement_signed"),
    a_date("service_start"),
    a_date("first_payday", "end of month of service_start", when("payroll")),
    a_date("first_close", "end of month of service_start + 15 workdays", when(" ".join(SERVICES))),
    a_date("software_training"),
)


def a_process(*tasks: Task, meetings: Iterable[Meeting] = (QUICK_REVIEW,), **fields: Any) -> Process:
    """A process of these tasks alone, with all services, a start gate and the four criteria of closing."""
    made = Process(
        "client-onboarding",
        text("Uuden asiakkaan käyttöönotto"),
        dates={kind.id: kind for kind in DATES},
        services={service: Service(service, text(service)) for service in SERVICES},
        facts={fact: Fact(fact, text(fact)) for fact in FACTS},
        phases={"start": Phase("start", text("Aloitus"))},
        roles={role: Role(role, text(role)) for role in ROLES}
        | {"payroll-accountant": Role("payroll-accountant", text("Palkanlaskija"), when=when("payroll"))},
        tasks={task.id: task for task in tasks},
        meetings={meeting.id: meeting for meeting in meetings},
        start_gate=StartGate(text("Palvelutuotanto voidaan aloittaa"), "service_start"),
        closure_gate=ClosureGate(text("Sulkeminen"), CRITERIA),
        approvals={"waiver": ("supervisor",)},
    )
    return replace(made, **fields)


PEOPLE = {
    "liisa-laine": Person("liisa-laine", "Liisa Laine", ("project-manager",), handle="liisalaine"),
    "matti-makinen": Person("matti-makinen", "Matti Mäkinen", ("accountant",)),
    "tiina-tuki": Person("tiina-tuki", "Tiina Tuki", ("support-services",)),
    "eeva-esihenkilo": Person("eeva-esihenkilo", "Eeva Esihenkilö", ("supervisor",), handle="eevae"),
}
SIGNED, STARTS = date(2026, 4, 20), date(2026, 6, 1)


def a_client(client_id: str = "kuusipuun-saha", **fields: Any) -> Client:
    """An active client that signed on Monday 20.4.2026, with production from Monday 1.6.2026; any field can differ.

    `signed`, `starts` and `started` set its dates, and None takes one away.
    """
    dates = {
        "agreement_signed": fields.pop("signed", SIGNED),
        "service_start": fields.pop("starts", STARTS),
        "service_started": fields.pop("started", None),
        **fields.pop("dates", {}),
    }
    made = Client(
        client_id,
        "Kuusipuun Saha Oy",
        "client-onboarding",
        ClientStatus.ACTIVE,
        business_id="9000012-6",
        services=("bookkeeping",),
        dates={key: day(iso) for key, iso in dates.items() if iso is not None},
        team={
            "project-manager": ("liisa-laine", "pekka-sijainen"),
            "accountant": ("matti-makinen",),
            "support-services": ("tiina-tuki",),
        },
    )
    return replace(made, **fields)


def done(on: str, by: str = "tiina-tuki", **fields: Any) -> TaskEntry:
    return TaskEntry(Status.DONE, day(on), by, **fields)


def waived(**fields: Any) -> TaskEntry:
    return replace(
        TaskEntry(Status.NOT_APPLICABLE, reason="Ei aiempia palkkoja", by="liisa-laine", approved_by="eeva-esihenkilo"),
        **fields,
    )


def held(on: str, **fields: Any) -> MeetingEntry:
    """A meeting that two people held, with a decision."""
    made = MeetingEntry(
        MeetingStatus.HELD, day(on), participants=("liisa-laine", "matti-makinen"), decisions=("Voidaan sulkea",)
    )
    return replace(made, **fields)


def invoiced(item_id: str = "onboarding-project", on: str = "2026-06-30", **fields: Any) -> InvoicingItem:
    made = InvoicingItem(item_id, text(item_id), InvoicingStatus.INVOICED, invoice="20311", date=day(on))
    return replace(made, **fields)


def a_closed_client(client_id: str = "kuusipuun-saha", **fields: Any) -> Client:
    """Closed on Tuesday 13.10.2026, with all that closing needs but for the process's own tasks."""
    made = a_client(
        client_id,
        started=STARTS,
        status=ClientStatus.CLOSED,
        meetings={"quick-review": held("2026-10-01")},
        invoicing={"onboarding-project": invoiced()},
        uninvoiced=Uninvoiced(0, day("2026-10-12"), "liisa-laine"),
        closure=Closure(day("2026-10-13"), "liisa-laine", day("2026-10-13")),
    )
    return replace(made, **fields)
