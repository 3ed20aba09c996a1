"""How onboardings have gone, from summaries made by hand."""

from datetime import date
from typing import Any

import pytest

from aloitus.model.client import ClientStatus, Status
from aloitus.model.text import Text
from aloitus.plan.build import plan_client
from aloitus.plan.client_summary import ClientSummary, OpenTask, Punctuality
from aloitus.plan.performance import (
    Quarter,
    halted_tasks,
    latest,
    lead_needed,
    leads,
    median,
    punctuality_by_role,
    quarter_of,
    starts_by_quarter,
    uninvoiced,
)
from aloitus.plan.summary import summarise
from builders import a_client, a_process, a_task, finland

TODAY = date(2026, 11, 23)
BASE = summarise(plan_client(a_client(), a_process(a_task("kyc")), finland(), TODAY))


def a_summary(client_id: str = "kuusipuu", **fields: Any) -> ClientSummary:
    """Running, signed 20.4., to start 1.6.2026, without tasks."""
    return BASE._replace(id=client_id, open_tasks=(), punctuality={}, gates=(), **fields)


def open_task(task_id: str = "kyc", **fields: Any) -> OpenTask:
    return OpenTask(task_id, "accountant", ("x",), fields.pop("due", TODAY), 0, **fields)


def test_a_quarter_is_three_months() -> None:
    assert [quarter_of(date(2026, month, 1)).number for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert Quarter(2027, 1).before == Quarter(2026, 4)
    assert [Quarter(2026, number).months for number in (1, 4)] == [(1, 3), (10, 12)]


def test_starts_stand_in_the_quarter_that_was_agreed() -> None:
    found = starts_by_quarter(
        [
            a_summary(starts=date(2026, 6, 1), started=date(2026, 6, 1)),
            a_summary(starts=date(2026, 6, 1), started=date(2026, 7, 1)),
            a_summary(starts=date(2026, 11, 2), started=date(2026, 10, 30)),
        ],
        TODAY,
        3,
    )
    assert [(one.quarter, one.on_time, one.total) for one in found] == [
        (Quarter(2026, 2), 1, 2),
        (Quarter(2026, 3), 0, 0),
        (Quarter(2026, 4), 1, 1),
    ]


@pytest.mark.parametrize(
    ("status", "starts", "total"),
    [
        (ClientStatus.ACTIVE, date(2026, 11, 20), 1),
        (ClientStatus.ACTIVE, TODAY, 0),
        (ClientStatus.ACTIVE, date(2026, 12, 1), 0),
        (ClientStatus.PLANNED, date(2026, 11, 20), 0),
        (ClientStatus.CANCELLED, date(2026, 11, 20), 0),
    ],
)
def test_a_start_that_should_have_been_counts_as_late(status: ClientStatus, starts: date, total: int) -> None:
    (quarter,) = starts_by_quarter([a_summary(status=status, starts=starts)], TODAY, 1)
    assert (quarter.on_time, quarter.total) == (0, total)


def test_lead_times_are_working_days_from_signing() -> None:
    going = a_summary("a", signed=date(2026, 11, 2), started=date(2026, 11, 16))
    closed = going._replace(id="b", status=ClientStatus.CLOSED, ended=date(2026, 11, 23))
    cancelled = going._replace(id="c", status=ClientStatus.CANCELLED)
    assert [
        (lead.client.id, lead.to_start, lead.to_close)
        for lead in leads([closed, going, cancelled, a_summary("d")], finland())
    ] == [
        ("a", 10, None),
        ("b", 10, 15),
    ]


def test_the_latest_are_half_of_them_closed_ones() -> None:
    going = [a_summary(f"g{at}", signed=date(2026, 9, 1), started=date(2026, 10, 1 + at)) for at in range(5)]
    closed = [
        a_summary(
            f"c{at}",
            signed=date(2026, 1, 7),
            started=date(2026, 2, 2),
            status=ClientStatus.CLOSED,
            ended=date(2026, 6, 1 + at),
        )
        for at in range(5)
    ]
    found = leads([*going, *closed], finland())
    assert sorted(lead.client.id for lead in latest(found, 4)) == ["c3", "c4", "g3", "g4"]
    assert [lead.client.id for lead in latest(leads(going, finland()), 4)] == ["g1", "g2", "g3", "g4"]
    assert latest((), 4) == ()


def test_what_the_process_needs_shows_where_the_agreed_day_squeezes() -> None:
    gate = BASE.gates[0]
    squeezed = a_summary()._replace(gates=(gate._replace(lead=18, lead_needed=23),))
    easy = a_summary()._replace(gates=(gate._replace(lead=40, lead_needed=40),))
    assert lead_needed([squeezed, easy]) == 23
    assert lead_needed([easy]) is None


def test_tasks_that_stand_still_are_counted_over_clients() -> None:
    one = a_summary("a")._replace(open_tasks=(open_task(state=Status.WAITING), open_task("bank", state=Status.BLOCKED)))
    two = a_summary("b")._replace(open_tasks=(open_task(state=Status.BLOCKED), open_task("books")))
    ended = one._replace(status=ClientStatus.CLOSED)
    assert [(found.task.id, found.waiting, found.blocked) for found in halted_tasks([one, two, ended])] == [
        ("kyc", 1, 1),
        ("bank", 0, 1),
    ]


def test_extra_tasks_of_two_clients_are_two_tasks_whatever_their_ids() -> None:
    extra = open_task("extra", state=Status.WAITING, title=Text.plain("Oma"))
    found = halted_tasks([a_summary("a")._replace(open_tasks=(extra,)), a_summary("b")._replace(open_tasks=(extra,))])
    assert [one.client.id for one in found] == ["a", "b"]


def test_punctuality_adds_up_but_for_cancelled_ones() -> None:
    one = a_summary()._replace(punctuality={"accountant": Punctuality(3, 4)})
    found = punctuality_by_role([one, one, one._replace(status=ClientStatus.CANCELLED)])
    assert found == {"accountant": Punctuality(6, 8)}


def test_work_to_invoice_is_told_of_those_in_production() -> None:
    late, later = (
        open_task("invoice", invoicing=True, due=date(2026, 9, 3)),
        open_task("rows", invoicing=True, due=None),
    )
    tasks = (later, late, open_task())
    going = a_summary("a", started=date(2026, 6, 1))._replace(open_tasks=tasks)
    before = a_summary("b")._replace(open_tasks=tasks, started=None)
    nothing = a_summary("c", started=date(2026, 6, 1))
    assert [(client.id, task.id) for client, task in uninvoiced([nothing, before, going])] == [("a", "invoice")]


def test_the_median_is_a_value_that_was() -> None:
    assert median([]) is None
    assert median([5, 1, 9]) == 5
    assert median([1, 2, 3, 4]) == 2
