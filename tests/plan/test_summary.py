import json
from datetime import date, time
from typing import Any

import pytest

from aloitus.model.client import (
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    ExtraTask,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
)
from aloitus.model.process import Criterion
from aloitus.model.text import Text
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import MeetingState, Progress, Situation, TaskKind
from aloitus.plan.client_summary import (
    ClientSummary,
    CriterionSummary,
    DoneTask,
    GateSummary,
    MeetingSummary,
    OpenTask,
    Punctuality,
    Unstaffed,
)
from aloitus.plan.summary import from_json, summarise, to_json
from builders import (
    CLOSING_TASKS,
    a_client,
    a_closed_client,
    a_process,
    a_task,
    day,
    done,
    finland,
    fulfilled_by,
    held,
    text,
    waived,
    when,
)

TODAY = date(2026, 5, 19)
PROCESS = a_process(
    a_task("open-engagement", "agreement_signed + 2 workdays"),
    a_task("gated", gate=True, after="open-engagement", role="accountant"),
    a_task("sell", "agreement_signed", role="seller"),
    a_task("pay", gate=True, when=when("payroll"), role="payroll-accountant"),
    *CLOSING_TASKS,
)
CLIENT = a_client(
    services=("bookkeeping", "payroll"),
    facts=("vat-liable",),
    service_starts={"payroll": ServiceStart(day("2026-07-01"))},
    tasks={
        "open-engagement": done("2026-05-14"),
        "gated": TaskEntry(Status.BLOCKED, reason="Pankki", follow_up=day("2026-05-25"), assignee="liisa-laine"),
    },
    extra_tasks={
        "archive": ExtraTask("archive", Text.by_language({"fi": "Arkisto", "en": "Archive"}), "support-services", None)
    },
    meetings={
        "quick-review": MeetingEntry(
            MeetingStatus.PLANNED,
            day("2026-09-30"),
            time(9, 30),
            actions={"call": Action("call", text("Soita"), "matti-makinen", day("2026-05-20"))},
        )
    },
)


def summary(client: Client = CLIENT, today: date = TODAY, process: Any = PROCESS) -> ClientSummary:
    return summarise(plan_client(client, process, finland(), today))


def test_it_tells_who_the_client_is_and_where_it_stands() -> None:
    found = summary()
    assert (found.id, found.name, found.business_id) == ("kuusipuun-saha", "Kuusipuun Saha Oy", "9000012-6")
    assert (found.process, found.status, found.situation) == (
        "client-onboarding",
        ClientStatus.ACTIVE,
        Situation.START_AT_RISK,
    )
    assert (found.services, found.facts, found.team) == (("bookkeeping", "payroll"), ("vat-liable",), CLIENT.team)
    assert (found.signed, found.starts, found.started, found.ended) == (
        date(2026, 4, 20),
        date(2026, 6, 1),
        None,
        None,
    )
    assert found.running


def test_its_gates() -> None:
    assert summary().gates == (
        GateSummary(None, date(2026, 6, 1), None, (Status.BLOCKED,), 1, True, 0, 9, 28, 28),
        GateSummary("payroll", date(2026, 7, 1), None, (Status.OPEN,), 0, False, 0, 30, 49, 49),
    )


def test_a_gate_task_that_is_final_has_no_state() -> None:
    tasks = {"gated": waived()}
    assert summary(a_client(tasks=tasks)).gates[0].states == (None,)


def test_its_meetings() -> None:
    people = ("liisa-laine", "matti-makinen", "tiina-tuki")
    assert summary().meetings == (
        MeetingSummary(
            "quick-review",
            1,
            MeetingState.PLANNED,
            date(2026, 9, 30),
            time(9, 30),
            30,
            95,
            False,
            people,
            True,
            date(2026, 9, 30),
        ),
    )


def test_a_meeting_with_participants_of_its_own_names_them() -> None:
    found = summary(a_client(meetings={"quick-review": held("2026-09-15")}))
    assert found.meetings[0].people == ("liisa-laine", "matti-makinen")


def test_its_criteria_and_progress() -> None:
    found = summary()
    assert found.criteria == (
        CriterionSummary(Criterion.ALL_TASKS_FINAL, False, 1, 6),
        CriterionSummary(Criterion.MEETING_HELD, False, 0, 1),
        CriterionSummary(Criterion.WORK_INVOICED, False, 0, 1),
        CriterionSummary(Criterion.CLOSED_IN_ERP, False, 0, 1),
    )
    assert not found.ready
    assert found.progress == Progress(total=10, done=1, blocked=1, open=8, overdue=2, due_soon=1)
    assert found.progress_by_person == {
        "tiina-tuki": Progress(total=3, done=1, open=2),
        "liisa-laine": Progress(total=4, blocked=1, open=3, overdue=1),
        "matti-makinen": Progress(total=1, open=1, due_soon=1),
    }


def test_its_open_tasks() -> None:
    found = {task.id: task for task in summary().open_tasks}
    assert list(found) == [
        "gated",
        "sell",
        "pay",
        "hold-quick-review",
        "invoice-onboarding-work",
        "confirm-all-work-invoiced",
        "close-service-in-erp",
        "archive",
        "call",
    ]
    assert found["gated"] == OpenTask(
        "gated",
        "accountant",
        ("liisa-laine",),
        date(2026, 5, 18),
        -1,
        Status.BLOCKED,
        at_start_gate=True,
        reason="Pankki",
        follow_up=date(2026, 5, 25),
    )
    assert (found["gated"].overdue, found["gated"].days_late) == (True, 1)
    assert found["archive"].title == Text.by_language({"fi": "Arkisto", "en": "Archive"})
    assert (found["archive"].kind, found["archive"].overdue, found["archive"].days_late) == (TaskKind.EXTRA, False, 0)
    assert (found["call"].kind, found["call"].meeting, found["call"].role) == (TaskKind.ACTION, "quick-review", None)
    assert found["hold-quick-review"].meeting == "quick-review"
    assert [task.id for task in found.values() if task.invoicing] == ["invoice-onboarding-work"]
    assert summary().next == found["gated"]


def test_what_waits_for_what() -> None:
    found = {task.id: task for task in summary(a_client()).open_tasks}
    assert found["gated"].waits_for == ("open-engagement",)
    assert found["open-engagement"].holds_up == 1


def test_roles_that_nobody_has_with_the_first_due_day() -> None:
    assert summary().unstaffed == (
        Unstaffed("seller", 1, date(2026, 4, 20)),
        Unstaffed("payroll-accountant", 1, date(2026, 6, 16)),
    )
    undated = a_process(a_task("train", "software_training", role="seller"))
    assert summary(a_client(), process=undated).unstaffed == (Unstaffed("seller", 1, None),)


@pytest.mark.parametrize(
    ("today", "lately"), [("2026-05-13", False), ("2026-05-14", True), ("2026-05-20", True), ("2026-05-21", False)]
)
def test_what_was_done_within_seven_days(today: str, lately: bool) -> None:
    task = DoneTask(
        "open-engagement",
        date(2026, 5, 14),
        "tiina-tuki",
        ("tiina-tuki",),
        Status.DONE,
        TaskKind.PROCESS,
        None,
        None,
    )
    assert summary(today=day(today)).done_lately == ((task,) if lately else ())


def test_how_punctual_each_role_was() -> None:
    tasks = (
        a_task("a", "agreement_signed + 2 workdays"),
        a_task("b", "agreement_signed + 2 workdays"),
        a_task("waived", "agreement_signed + 2 workdays"),
        a_task("undated", "software_training"),
        a_task("review", fulfilled_by=fulfilled_by("meetings.quick-review"), role="project-manager"),
    )
    entries = {"a": done("2026-04-22"), "b": done("2026-04-23"), "waived": waived(), "undated": done("2026-04-22")}
    assert summary(a_client(tasks=entries), process=a_process(*tasks)).punctuality == {
        "support-services": Punctuality(1, 2)
    }


def test_of_a_client_whose_onboarding_is_over_only_what_reports_tell() -> None:
    found = summary(a_closed_client(), date(2026, 10, 14))
    assert (found.ended, found.situation, found.running) == (date(2026, 10, 13), Situation.CLOSED, False)
    assert (found.open_tasks, found.done_lately, found.unstaffed, found.next) == ((), (), (), None)
    assert found.started == date(2026, 6, 1)
    change = Change(ChangeKind.CANCELLED, day("2026-05-04"), "liisa-laine", "Peruuntui")
    cancelled = summary(a_client(status=ClientStatus.CANCELLED, changes=(change,)))
    assert (cancelled.ended, cancelled.open_tasks) == (date(2026, 5, 4), ())


# Through the cache

CLIENTS = [
    CLIENT,
    a_closed_client(),
    a_client(signed=None, starts=None, status=ClientStatus.PLANNED, team={}, business_id=None),
    a_client(tasks={"sell": TaskEntry(note="株式会社 “lainaus” \u2028")}, name='O\'Brien & "Søns" <GmbH>'),
    a_client(meetings={"quick-review": held("2026-05-18", time=time(9))}),
]


@pytest.mark.parametrize("client", CLIENTS)
def test_json_gives_back_what_it_was_given(client: Client) -> None:
    found = summary(client)
    read = from_json(to_json(found))
    assert read == found
    assert to_json(read) == to_json(found)
    assert [type(task.state) for task in read.open_tasks] == [Status] * len(read.open_tasks)


def test_json_is_small() -> None:
    written = to_json(summary())
    assert len(written) < 2000
    rows = {row[0]: row for row in json.loads(written)[ClientSummary._fields.index("open_tasks")]}
    assert rows["pay"] == ["pay", "payroll-accountant", None, "2026-06-16", 20, "open", [], 0, True]


@pytest.mark.parametrize("cut", ["", "null", "{}", "[]", "[1,2]", '"text"', "{", "[" * 30])
def test_anything_else_is_no_summary(cut: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(cut)


def test_a_damaged_summary_is_no_summary() -> None:
    written = to_json(summary())
    for damaged in (
        written[:-2],
        written[: len(written) // 2] + "]",
        written.replace("blocked", "no-such-state"),
        written.replace("2026-05-18", "2026-05-32"),
        written.replace('"gated","accountant"', '"accountant"'),
        written.replace('["all-tasks-final",', '["all-tasks-final",1,2,3,4,5,'),
    ):
        assert damaged != written
        with pytest.raises(ValueError, match=r"."):
            from_json(damaged)
