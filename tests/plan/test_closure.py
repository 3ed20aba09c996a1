from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aloitus.model.client import (
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    ExtraTask,
    InvoicingItem,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.process import ClosureCriterion, ClosureGate, Criterion
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClosurePlan, Missing, Reason
from builders import (
    CLOSING_TASKS,
    CRITERIA,
    QUICK_REVIEW,
    a_closed_client,
    a_meeting,
    a_process,
    a_task,
    day,
    done,
    finland,
    fulfilled_by,
    held,
    invoiced,
    text,
    waived,
    when,
)

TODAY = date(2026, 11, 23)
PROCESS = a_process(a_task("a-task", gate=True), *CLOSING_TASKS)


def closed(**fields: Any) -> Client:
    return a_closed_client(**{"tasks": {"a-task": done("2026-05-18")}} | fields)


def closure(client: Client, **process: Any) -> ClosurePlan:
    return plan_client(client, replace(PROCESS, **process), finland(), TODAY).closure


def missing(client: Client) -> list[Missing]:
    found = [missing for criterion in closure(client).criteria for missing in criterion.missing]
    assert closure(client).met == (not found)
    return found


def test_a_client_with_everything_in_order_can_be_closed() -> None:
    plan = closure(closed())
    assert plan.met
    assert [(found.rule, found.met, found.done, found.total) for found in plan.criteria] == [
        (CRITERIA[0], True, 1, 1),
        (CRITERIA[1], True, 1, 1),
        (CRITERIA[2], True, 1, 1),
        (CRITERIA[3], True, 1, 1),
    ]


def test_before_the_closing_it_is_ready_for_it() -> None:
    plan = closure(closed(status=ClientStatus.ACTIVE, closure=None))
    assert (plan.met, plan.ready) == (False, True)
    assert [found.met for found in plan.criteria] == [True, True, True, False]
    assert not closure(closed()).ready


def test_a_process_without_criteria_is_never_ready() -> None:
    active = closed(status=ClientStatus.ACTIVE)
    assert closure(active, closure_gate=None) == ClosurePlan((), met=False, ready=False)
    erp_alone = ClosureGate(text("Sulkeminen"), (ClosureCriterion(Criterion.CLOSED_IN_ERP),))
    assert not closure(active, closure_gate=erp_alone).ready


# 1. Every task is final and the start gate was passed


@pytest.mark.parametrize("entry", [None, TaskEntry(), replace(done("2026-05-18"), by=None), waived(reason="TBD")])
def test_an_unfinished_task_is_missing(entry: TaskEntry | None) -> None:
    assert missing(closed(tasks={"a-task": entry} if entry else {})) == [
        Missing(Reason.TASK_NOT_FINAL, ("tasks", "a-task"), "a-task")
    ]


def test_a_waived_task_is_final() -> None:
    assert missing(closed(tasks={"a-task": waived()})) == []


def test_extra_tasks_and_actions_are_tasks() -> None:
    extra = {"move-archive": ExtraTask("move-archive", text("Arkisto"), "support-services", None)}
    review = held("2026-10-01", actions={"call": Action("call", text("Soita"), "client", None)})
    assert missing(closed(extra_tasks=extra, meetings={"quick-review": review})) == [
        Missing(Reason.TASK_NOT_FINAL, ("extra_tasks", "move-archive"), "move-archive"),
        Missing(Reason.TASK_NOT_FINAL, ("meetings", "quick-review", "actions", "call"), "call"),
    ]


def test_the_start_must_have_been_recorded() -> None:
    client = closed()
    dates = {key: found for key, found in client.dates.items() if key != "service_started"}
    assert missing(replace(client, dates=dates)) == [
        Missing(Reason.START_NOT_PASSED, ("dates", "service_started"), None, date(2026, 6, 1))
    ]


def test_so_must_each_services_own() -> None:
    starts = {"bookkeeping": ServiceStart(day("2026-06-15"))}
    assert missing(closed(service_starts=starts)) == [
        Missing(Reason.START_NOT_PASSED, ("service_starts", "bookkeeping", "started"), "bookkeeping", date(2026, 6, 15))
    ]


def test_a_task_that_a_record_fulfils_is_named_once_by_the_criterion_of_that_record() -> None:
    reasons = [found.reason for found in missing(closed(meetings={}, invoicing={}, uninvoiced=None, closure=None))]
    assert reasons == [
        Reason.MEETING_NOT_HELD,
        Reason.NO_ITEMS,
        Reason.UNINVOICED_NOT_CHECKED,
        Reason.ERP_NOT_CLOSED,
    ]


def test_a_meeting_that_no_criterion_names_is_a_task_like_the_others() -> None:
    hold = a_task("hold-kickoff", fulfilled_by=fulfilled_by("meetings.kickoff"))
    process = a_process(hold, *CLOSING_TASKS, meetings=(QUICK_REVIEW, a_meeting("kickoff", "service_start")))
    plan = plan_client(closed(), process, finland(), TODAY).closure
    assert plan.criteria[0].missing == (Missing(Reason.TASK_NOT_FINAL, ("meetings", "kickoff"), "hold-kickoff"),)


def test_without_a_criterion_of_its_own_it_is_a_task_like_the_others() -> None:
    gate = ClosureGate(text("Sulkeminen"), (ClosureCriterion(Criterion.ALL_TASKS_FINAL),))
    (plan,) = closure(closed(meetings={}, invoicing={}, closure=None), closure_gate=gate).criteria
    assert [found.subject for found in plan.missing] == [
        "hold-quick-review",
        "invoice-onboarding-work",
        "confirm-all-work-invoiced",
        "close-service-in-erp",
    ]
    assert (plan.done, plan.total) == (1, 5)


def test_tasks_that_do_not_apply_are_not_asked_for() -> None:
    process = a_process(a_task("a-task"), a_task("pay", when=when("payroll")), *CLOSING_TASKS)
    assert plan_client(closed(), process, finland(), TODAY).closure.met


# 2. The review


def review(entry: MeetingEntry | None, **fields: Any) -> list[Missing]:
    return missing(closed(meetings={"quick-review": entry} if entry else {}, **fields))


REVIEW = ("meetings", "quick-review")


@pytest.mark.parametrize(
    "entry", [None, MeetingEntry(), MeetingEntry(MeetingStatus.CANCELLED, day("2026-10-01"), reason="Kiire")]
)
def test_a_review_that_was_not_held(entry: MeetingEntry | None) -> None:
    assert review(entry) == [Missing(Reason.MEETING_NOT_HELD, (*REVIEW, "status"), "quick-review", date(2026, 10, 1))]


def test_a_review_held_on_an_unknown_day() -> None:
    assert review(replace(held("2026-10-01"), date=None)) == [
        Missing(Reason.MEETING_NOT_HELD, (*REVIEW, "date"), "quick-review", date(2026, 10, 1))
    ]


@pytest.mark.parametrize(("on", "too_early"), [("2026-08-31", True), ("2026-09-01", False)])
def test_a_review_before_its_window_opens(on: str, too_early: bool) -> None:
    expected = [Missing(Reason.MEETING_TOO_EARLY, (*REVIEW, "date"), "quick-review", date(2026, 9, 1))]
    assert review(held(on)) == (expected if too_early else [])


def test_the_window_counts_from_the_real_start_when_that_was_later() -> None:
    late_start = {**closed().dates, "service_started": day("2026-07-15")}
    assert review(held("2026-10-01"), dates=late_start) == [
        Missing(Reason.MEETING_TOO_EARLY, (*REVIEW, "date"), "quick-review", date(2026, 10, 15))
    ]


LATE = Change(ChangeKind.LATE_REVIEW, day("2027-01-04"), "liisa-laine", "Lomat", "quick-review", approved_by="eeva")


@pytest.mark.parametrize(
    ("on", "changes", "too_late"),
    [
        ("2027-01-01", (), False),
        ("2027-01-02", (), True),
        ("2027-01-02", (LATE,), False),
        ("2027-01-02", (replace(LATE, what="kickoff"),), True),
        ("2027-01-02", (replace(LATE, kind=ChangeKind.REOPENED, date=None),), True),
    ],
)
def test_a_review_after_its_window_needs_a_change(on: str, changes: tuple[Change, ...], too_late: bool) -> None:
    after = Closure(day("2027-01-05"), "liisa-laine", day("2027-01-05"))
    seen = Uninvoiced(0, day("2027-01-05"), "liisa-laine")
    expected = [Missing(Reason.MEETING_TOO_LATE, (*REVIEW, "date"), "quick-review", date(2027, 1, 1))]
    assert review(held(on), changes=changes, closure=after, uninvoiced=seen) == (expected if too_late else [])


@pytest.mark.parametrize("people", [(), ("liisa-laine",), ("liisa-laine", "liisa-laine")])
def test_a_review_by_fewer_than_two(people: tuple[str, ...]) -> None:
    entry = held("2026-10-01", participants=people, client_participants=("Sanna Saha",))
    assert review(entry) == [Missing(Reason.MEETING_TOO_FEW, (*REVIEW, "participants"), "quick-review")]


@pytest.mark.parametrize(
    ("minutes", "decisions", "recorded"),
    [
        (None, (), False),
        ("TBD", ("-", "n/a"), False),
        ("https://intra.example/muistiot/1", (), True),
        (None, (".", "Voidaan sulkea"), True),
    ],
)
def test_a_review_that_left_nothing_behind(minutes: str | None, decisions: tuple[str, ...], recorded: bool) -> None:
    found = review(held("2026-10-01", minutes=minutes, decisions=decisions))
    expected = Missing(Reason.MEETING_UNRECORDED, (*REVIEW, "minutes"), "quick-review")
    assert found == ([] if recorded else [expected])


def test_a_review_that_the_process_does_not_know_was_not_held() -> None:
    gate = ClosureGate(text("Sulkeminen"), (ClosureCriterion(Criterion.MEETING_HELD, "unknown"),))
    (plan,) = closure(closed(), closure_gate=gate).criteria
    assert plan.missing == (Missing(Reason.MEETING_NOT_HELD, ("meetings", "unknown", "status"), "unknown"),)


# 3. Invoicing


def test_onboarding_work_must_be_named() -> None:
    assert missing(closed(invoicing={})) == [Missing(Reason.NO_ITEMS, ("invoicing", "items"))]


def test_each_item_must_be_settled() -> None:
    items = {
        "training": InvoicingItem("training", text("Koulutus")),
        "b": invoiced("b", invoice="TBD"),
        "onboarding-project": invoiced(),
    }
    assert missing(closed(invoicing=items)) == [
        Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", "b"), "b"),
        Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", "training"), "training"),
    ]


UNINVOICED = ("invoicing", "uninvoiced")


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (None, [Missing(Reason.UNINVOICED_NOT_CHECKED, UNINVOICED)]),
        (Uninvoiced(0), [Missing(Reason.UNINVOICED_NOT_CHECKED, (*UNINVOICED, "checked"))]),
        (
            Uninvoiced(3, day("2026-10-12")),
            [Missing(Reason.UNINVOICED_ROWS_LEFT, (*UNINVOICED, "rows"), rows=3)],
        ),
        (
            Uninvoiced(0, day("2026-09-30")),
            [Missing(Reason.UNINVOICED_CHECKED_TOO_EARLY, (*UNINVOICED, "checked"), day=date(2026, 10, 1))],
        ),
        (Uninvoiced(0, day("2026-10-01")), []),
    ],
)
def test_the_erps_list_must_have_been_seen_empty_after_the_last_task(
    seen: Uninvoiced | None, expected: list[Missing]
) -> None:
    assert missing(closed(uninvoiced=seen)) == expected


def test_it_must_have_been_seen_after_the_last_action_too() -> None:
    action = Action("call", text("Soita"), "client", None, done("2026-10-13"))
    review = held("2026-10-01", actions={"call": action})
    found = missing(closed(meetings={"quick-review": review}))
    assert [(one.reason, one.day) for one in found] == [
        (Reason.UNINVOICED_CHECKED_TOO_EARLY, date(2026, 10, 13)),
    ]


# 4. The closing itself


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (None, [(Reason.ERP_NOT_CLOSED, "erp_closed", None)]),
        (Closure(day("2026-10-13"), "liisa-laine", None), [(Reason.ERP_NOT_CLOSED, "erp_closed", None)]),
        (Closure(day("2026-10-13"), None, day("2026-10-13")), [(Reason.CLOSURE_UNSIGNED, "by", None)]),
        (Closure(None, "liisa-laine", day("2026-10-13")), [(Reason.CLOSURE_UNDATED, "date", None)]),
        (
            Closure(day("2026-10-13"), "liisa-laine", day("2026-10-11")),
            [(Reason.ERP_CLOSED_TOO_EARLY, "erp_closed", date(2026, 10, 12))],
        ),
        (
            Closure(day("2026-10-12"), "liisa-laine", day("2026-10-13")),
            [(Reason.CLOSURE_TOO_EARLY, "date", date(2026, 10, 13))],
        ),
        (
            Closure(day("2026-10-11"), "liisa-laine", None),
            [(Reason.ERP_NOT_CLOSED, "erp_closed", None), (Reason.CLOSURE_TOO_EARLY, "date", date(2026, 10, 12))],
        ),
    ],
)
def test_a_closure_names_its_days_and_who(
    written: Closure | None, expected: list[tuple[Reason, str, date | None]]
) -> None:
    """The last day that a closing rests on here is 12.10., when the ERP's list was seen empty."""
    found = missing(closed(closure=written))
    assert found == [Missing(reason, ("closure", key), day=on) for reason, key, on in expected]


@pytest.mark.parametrize(
    "fields",
    [
        {
            "invoicing": {"onboarding-project": invoiced(on="2026-10-14")},
            "uninvoiced": Uninvoiced(0, day("2026-10-14")),
        },
        {"changes": (Change(ChangeKind.REOPENED, day("2026-10-14"), "liisa-laine", "Virhe"),)},
        {"meetings": {"quick-review": held("2026-10-01"), "another": held("2026-10-14")}},
        {"uninvoiced": Uninvoiced(0, day("2026-10-14"))},
    ],
)
def test_no_day_of_the_closure_is_before_anything_that_it_rests_on(fields: dict[str, Any]) -> None:
    found = missing(closed(**fields))
    assert [(one.reason, one.day) for one in found] == [
        (Reason.ERP_CLOSED_TOO_EARLY, date(2026, 10, 14)),
        (Reason.CLOSURE_TOO_EARLY, date(2026, 10, 14)),
    ]


def test_the_closure_of_a_reopened_client_is_inert() -> None:
    found = missing(closed(status=ClientStatus.ACTIVE))
    assert [one.reason for one in found] == [Reason.ERP_NOT_CLOSED]
