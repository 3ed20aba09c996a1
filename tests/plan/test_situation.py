from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aloitus.model.client import Client, ClientStatus, MeetingEntry, MeetingStatus, Status, TaskEntry
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import Situation
from builders import (
    CLOSING_TASKS,
    QUICK_REVIEW,
    a_client,
    a_closed_client,
    a_meeting,
    a_process,
    a_task,
    day,
    done,
    finland,
    held,
    invoiced,
)

PROCESS = a_process(a_task("gated", gate=True), a_task("free"), *CLOSING_TASKS)
BOTH_DONE = {"gated": done("2026-05-18"), "free": done("2026-05-18")}


def situation(client: Client, today: str, process: Process = PROCESS) -> Situation:
    return plan_client(client, process, finland(), day(today)).situation


def started(**fields: Any) -> Client:
    """In production, with the invoice sent and both tasks done."""
    usual: dict[str, Any] = {"tasks": BOTH_DONE, "invoicing": {"onboarding-project": invoiced()}}
    return a_client(started="2026-06-01", **usual | fields)


def halted(status: Status) -> dict[str, TaskEntry]:
    return BOTH_DONE | {"free": TaskEntry(status, reason="Pankki")}


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (ClientStatus.CLOSED, Situation.CLOSED),
        (ClientStatus.CANCELLED, Situation.CANCELLED),
        (ClientStatus.PLANNED, Situation.PLANNED),
    ],
)
def test_a_client_that_is_not_active_is_what_its_status_says(status: ClientStatus, word: Situation) -> None:
    assert situation(a_client(status=status), "2026-05-19") is word


@pytest.mark.parametrize(
    ("client", "today", "word"),
    [
        (a_client(), "2026-05-18", Situation.ON_SCHEDULE),
        (a_client(), "2026-05-19", Situation.START_AT_RISK),
        (a_client(tasks=halted(Status.BLOCKED)), "2026-05-04", Situation.BLOCKED),
        (a_client(tasks=halted(Status.WAITING)), "2026-05-04", Situation.WAITING),
        (a_client(tasks=halted(Status.WAITING)), "2026-05-19", Situation.LATE),
        (a_client(tasks=halted(Status.BLOCKED) | {"gated": TaskEntry()}), "2026-05-19", Situation.START_AT_RISK),
        (started(), "2026-09-16", Situation.ON_SCHEDULE),
        (started(), "2026-09-17", Situation.REVIEW_DUE),  # ten working days before 1.10.
        (started(), "2026-10-01", Situation.REVIEW_DUE),
        (started(), "2026-10-02", Situation.REVIEW_OVERDUE),
        (started(tasks=halted(Status.BLOCKED)), "2026-10-02", Situation.BLOCKED),
        (started(invoicing={}), "2026-07-01", Situation.ON_SCHEDULE),
        (started(invoicing={}), "2026-07-02", Situation.UNINVOICED),
        (started(invoicing={}, tasks=halted(Status.WAITING)), "2026-07-02", Situation.UNINVOICED),
        (started(tasks={"gated": done("2026-05-18")}), "2026-07-02", Situation.LATE),
    ],
)
def test_the_gravest_that_holds(client: Client, today: str, word: Situation) -> None:
    assert situation(client, today) is word


ALL_BUT_CLOSED = replace(a_closed_client(tasks=BOTH_DONE), status=ClientStatus.ACTIVE, closure=None)


def test_a_client_is_ready_when_only_the_closing_is_left() -> None:
    assert situation(ALL_BUT_CLOSED, "2026-10-13") is Situation.READY_TO_CLOSE
    assert situation(ALL_BUT_CLOSED, "2026-12-13") is Situation.READY_TO_CLOSE


def test_a_client_is_uninvoiced_when_only_invoicing_is_left() -> None:
    assert situation(replace(ALL_BUT_CLOSED, uninvoiced=None), "2026-10-02") is Situation.UNINVOICED


def test_a_meeting_that_is_late_makes_a_client_late() -> None:
    process = replace(PROCESS, meetings={"kickoff": a_meeting("kickoff", "agreement_signed + 8 workdays")})
    assert situation(a_client(), "2026-04-30", process) is Situation.ON_SCHEDULE
    assert situation(a_client(), "2026-05-04", process) is Situation.LATE


def test_a_review_that_is_planned_is_late_after_its_own_day() -> None:
    planned = MeetingEntry(MeetingStatus.PLANNED, day("2026-11-16"))
    client = started(meetings={"quick-review": planned})
    assert situation(client, "2026-10-30") is not Situation.REVIEW_OVERDUE
    assert situation(client, "2026-11-16") is Situation.LATE  # what comes after the review is
    assert situation(client, "2026-11-17") is Situation.REVIEW_OVERDUE


def test_a_meeting_that_the_closing_does_not_need_is_no_review() -> None:
    other = a_meeting("kickoff", "service_start")
    process = replace(PROCESS, meetings={"quick-review": QUICK_REVIEW, "kickoff": other})
    client = a_client(meetings={"quick-review": held("2026-09-15")})
    assert situation(client, "2026-05-18", process) is Situation.ON_SCHEDULE


# What to look at first


def first(today: str, *tasks: Any, **client: Any) -> str | None:
    found = plan_client(a_client(**client), a_process(*tasks), finland(), day(today)).next_task
    return found.id if found else None


EARLY, LATE = a_task("early", "agreement_signed + 2 workdays"), a_task("late", "service_start - 2 workdays")
GATED = a_task("gated", "service_start - 10 workdays", gate=True)


def test_the_earliest_due_day_comes_first() -> None:
    assert first("2026-04-20", LATE, GATED, EARLY) == "early"


def test_what_endangers_the_start_comes_before_what_is_late() -> None:
    assert first("2026-05-18", EARLY, GATED) == "early"
    assert first("2026-05-19", EARLY, GATED) == "gated"
    blocked = {"gated": TaskEntry(Status.BLOCKED, reason="Pankki")}
    assert first("2026-05-04", EARLY, GATED, tasks=blocked) == "gated"
    assert first("2026-05-19", EARLY, GATED, started="2026-05-18") == "early"


def test_what_is_late_comes_before_what_is_to_come() -> None:
    undated = a_task("undated", "software_training")
    assert first("2026-04-23", undated, EARLY, LATE) == "early"
    assert first("2026-04-23", undated, LATE) == "late"
    assert first("2026-04-23", undated) == "undated"


def test_on_the_same_day_what_waits_for_nothing_comes_first() -> None:
    after = a_task("after", "agreement_signed + 2 workdays", after="early")
    assert first("2026-04-20", after, EARLY) == "early"
    assert first("2026-04-20", a_task("twin", "agreement_signed + 2 workdays"), EARLY) == "twin"


def test_nothing_comes_first_when_all_is_done() -> None:
    assert first("2026-05-04", EARLY, tasks={"early": done("2026-04-22")}) is None
    assert first("2026-05-04") is None


def test_a_date_of_today_is_all_that_the_plan_knows_of_the_clock() -> None:
    plan = plan_client(a_client(), PROCESS, finland(), date(2026, 5, 19))
    assert plan.today == date(2026, 5, 19)
