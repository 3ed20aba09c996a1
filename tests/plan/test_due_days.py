from datetime import date

import pytest

from aloitus.model.client import Client, MeetingEntry, MeetingStatus, ServiceStart, TaskEntry
from aloitus.model.due_rule import Roll
from aloitus.model.process import Task
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClientPlan, DueSource
from builders import (
    QUICK_REVIEW,
    a_client,
    a_meeting,
    a_process,
    a_task,
    day,
    done,
    due_rule,
    finland,
    fulfilled_by,
    held,
    waived,
    when,
)

TODAY = date(2026, 5, 18)
LATER = "service_start - 5 workdays"


def planned(*tasks: Task, client: Client | None = None) -> ClientPlan:
    return plan_client(client or a_client(), a_process(*tasks), finland(), TODAY)


def dues(*tasks: Task, client: Client | None = None) -> list[str]:
    return [str(task.due) for task in planned(*tasks, client=client).tasks]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("agreement_signed + 2 workdays", "2026-04-22"),
        ("agreement_signed + 8 workdays", "2026-04-30"),
        ("agreement_signed + 9 workdays", "2026-05-04"),  # over May Day
        ("service_start", "2026-06-01"),
        ("service_start - 15 workdays", "2026-05-08"),  # over Ascension Day
        ("service_start + 5 days", "2026-06-05"),  # Saturday, back to Friday
        ("service_start + 18 days", "2026-06-18"),  # Midsummer Eve, back to Thursday
        ("service_start + 4 months", "2026-10-01"),
        ("service_start + 4 months + 5 workdays", "2026-10-08"),
        ("end of month of service_start", "2026-06-30"),
        ("end of month of service_start + 15 workdays", "2026-07-21"),
        ("service_start + 5 days + 1 month", "2026-07-06"),  # only the result rolls
        ("first_close + 5 workdays", "2026-07-28"),
    ],
)
def test_rules_and_their_days(rule: str, due: str) -> None:
    plan = planned(a_task("a-task", rule))
    assert str(plan.tasks[0].due) == due
    assert plan.tasks[0].due_source is DueSource.RULE


def test_a_statutory_deadline_rolls_forward() -> None:
    assert dues(a_task("a-task", "service_start + 5 days", roll=Roll.FORWARD)) == ["2026-06-08"]


@pytest.mark.parametrize(
    "rule", ["service_start - 40 workdays", "agreement_signed - 3 workdays", "agreement_signed - 1 day"]
)
def test_nothing_is_due_before_the_first_working_day_after_signing(rule: str) -> None:
    assert dues(a_task("a-task", rule)) == ["2026-04-21"]


def test_the_first_working_day_after_signing_may_be_days_away() -> None:
    assert dues(a_task("a-task", "service_start - 40 workdays"), client=a_client(signed="2026-04-30")) == ["2026-05-04"]


@pytest.mark.parametrize("rule", ["agreement_signed", "agreement_signed + 0 workdays", "agreement_signed + 0 days"])
def test_what_is_due_on_signing_is_due_on_that_day(rule: str) -> None:
    assert dues(a_task("a-task", rule)) == ["2026-04-20"]


@pytest.mark.parametrize("rule", ["agreement_signed", "agreement_signed + 0 workdays"])
def test_what_is_due_on_signing_rolls_like_the_rest(rule: str) -> None:
    assert dues(a_task("a-task", rule), client=a_client(signed="2026-04-18")) == ["2026-04-17"]


def test_the_end_of_the_month_of_signing_is_not_the_day_of_signing() -> None:
    client = a_client(signed="2026-05-31")  # a Sunday, the month's last day
    assert dues(a_task("a-task", "end of month of agreement_signed"), client=client) == ["2026-06-01"]


def test_a_task_is_unknown_while_what_it_counts_from_is() -> None:
    plan = planned(a_task("a-task", "software_training"), a_task("next", "service_start", after="a-task"))
    assert [task.due for task in plan.tasks] == [None, date(2026, 6, 1)]
    assert plan.tasks[0].days_left is None
    assert not plan.tasks[0].overdue


def test_before_signing_nothing_is_late() -> None:
    """A client that hasn't signed counts as signing today, Monday 18.5."""
    tasks = (
        a_task("past", "service_start - 40 workdays"),
        a_task("to-come", LATER),
        a_task("sign", "agreement_signed"),
    )
    plan = planned(*tasks, client=a_client(signed=None))
    assert [str(task.due) for task in plan.tasks] == ["2026-05-19", "2026-05-25", "None"]
    assert not any(task.overdue for task in plan.tasks)
    assert (plan.start_gates[0].lead, plan.start_gates[0].lead_needed) == (None, None)


# Pushes: `EARLY` is 4.5., `LATE` is 18.5.
EARLY, LATE = "agreement_signed + 9 workdays", "service_start - 10 workdays"


def test_a_task_due_before_what_it_depends_on_is_pushed_to_that_day() -> None:
    plan = planned(a_task("first", LATE), a_task("second", EARLY, after="first"))
    assert str(plan.tasks[1].due) == "2026-05-18"
    assert plan.tasks[1].due_source is DueSource.PUSHED


def test_a_push_goes_on_to_whatever_depends_on_the_pushed() -> None:
    tasks = (a_task("third", EARLY, after="second"), a_task("second", EARLY, after="first"), a_task("first", LATE))
    assert dues(*tasks) == ["2026-05-18", "2026-05-18", "2026-05-18"]


def test_the_latest_of_several_dependencies_pushes() -> None:
    tasks = (a_task("a", LATE), a_task("b", "service_start"), a_task("c", EARLY), a_task("d", EARLY, after="a b c"))
    assert dues(*tasks)[3] == "2026-06-01"


def test_a_dependency_that_is_due_earlier_or_on_the_same_day_pushes_nothing() -> None:
    for rule in (EARLY, LATE):
        plan = planned(a_task("first", rule), a_task("second", LATE, after="first"))
        assert plan.tasks[1].due_source is DueSource.RULE


def test_due_days_push_and_never_the_days_of_doing() -> None:
    client = a_client(tasks={"first": done("2026-05-22")})
    assert dues(a_task("first", EARLY), a_task("second", EARLY, after="first"), client=client) == ["2026-05-04"] * 2
    client = a_client(tasks={"first": done("2026-04-22")})
    assert dues(a_task("first", LATE), a_task("second", EARLY, after="first"), client=client) == ["2026-05-18"] * 2


def test_a_dependency_that_does_not_apply_is_dropped() -> None:
    tasks = (a_task("first", LATE, when=when("payroll")), a_task("second", EARLY, after="first unknown"))
    assert dues(*tasks) == ["2026-05-04"]


def test_a_waived_dependency_pushes_nothing_once_the_waiver_is_approved() -> None:
    tasks = (a_task("first", LATE), a_task("second", EARLY, after="first"))
    assert dues(*tasks, client=a_client(tasks={"first": waived()}))[1] == "2026-05-04"
    assert dues(*tasks, client=a_client(tasks={"first": waived(approved_by=None)}))[1] == "2026-05-18"


def test_an_override_beats_the_rule_and_a_push() -> None:
    client = a_client(tasks={"second": TaskEntry(due=day("2026-05-09"), due_reason="Asiakkaan loma")})
    plan = planned(a_task("first", LATE), a_task("second", EARLY, after="first"), client=client)
    assert str(plan.tasks[1].due) == "2026-05-09"  # a Saturday, as it was asked for
    assert plan.tasks[1].due_source is DueSource.OVERRIDE


def test_an_override_stands_where_no_rule_tells_the_day() -> None:
    client = a_client(tasks={"a-task": TaskEntry(due=day("2026-05-08"))})
    assert dues(a_task("a-task", "software_training"), client=client) == ["2026-05-08"]


def test_an_overridden_day_is_what_pushes_the_dependents() -> None:
    tasks = (a_task("first", LATE), a_task("second", EARLY, after="first"))
    later = a_client(tasks={"first": TaskEntry(due=day("2026-05-20"))})
    assert dues(*tasks, client=later) == ["2026-05-20", "2026-05-20"]
    earlier = a_client(tasks={"first": TaskEntry(due=day("2026-04-24"))})
    assert dues(*tasks, client=earlier) == ["2026-04-24", "2026-05-04"]


def test_a_circle_of_dependencies_is_cut_where_it_closes() -> None:
    """From `a` the walk goes to `c` and to `b`, and there back to `a`: `b` is then pushed by nothing."""
    tasks = (
        a_task("a", EARLY, after="c"),
        a_task("b", EARLY, after="a"),
        a_task("c", LATE, after="b"),
        a_task("self", EARLY, after="self"),
    )
    assert dues(*tasks) == ["2026-05-18", "2026-05-04", "2026-05-18", "2026-05-04"]


def test_a_chain_of_thousands_is_no_deeper_than_one_of_three() -> None:
    links = [a_task(f"t-{n}", EARLY, after=f"t-{n + 1}") for n in range(3000)]
    assert set(dues(*links, a_task("t-3000", LATE))) == {"2026-05-18"}


PAYROLL_LATER = a_client(
    services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(day("2026-07-01"))}
)


def test_a_task_of_exactly_one_service_counts_from_that_services_own_start() -> None:
    tasks = (
        a_task("pay", "service_start - 5 workdays", when=when("payroll")),
        a_task("pay-and-book", "service_start - 5 workdays", when=when("payroll bookkeeping")),
        a_task("book", "service_start - 5 workdays", when=when("bookkeeping")),
        a_task("all", "service_start - 5 workdays"),
    )
    assert dues(*tasks, client=PAYROLL_LATER) == ["2026-06-24", "2026-05-25", "2026-05-25", "2026-05-25"]


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("end of month of service_start", "2026-07-31"),
        ("first_payday - 2 workdays", "2026-07-29"),
        ("first_close", "2026-08-21"),
        ("agreement_signed + 2 workdays", "2026-04-22"),
    ],
)
def test_so_do_its_defaults(rule: str, due: str) -> None:
    assert dues(a_task("pay", rule, when=when("payroll")), client=PAYROLL_LATER) == [due]


REVIEW = a_task("hold-quick-review", "service_start + 4 months", fulfilled_by=fulfilled_by("meetings.quick-review"))
AFTER_REVIEW = a_task("after-review", "service_start + 4 months", after="hold-quick-review")


def test_a_planned_meeting_gives_its_task_its_day_and_pushes_nothing() -> None:
    for recorded in ("2026-09-20", "2026-10-20"):
        client = a_client(meetings={"quick-review": MeetingEntry(MeetingStatus.PLANNED, day(recorded))})
        plan = planned(REVIEW, AFTER_REVIEW, client=client)
        assert [str(task.due) for task in plan.tasks] == [recorded, "2026-10-01"]
        assert plan.tasks[0].due_source is DueSource.RECORDED


def test_a_held_meeting_leaves_the_day_that_it_was_due() -> None:
    plan = planned(REVIEW, AFTER_REVIEW, client=a_client(meetings={"quick-review": held("2026-10-20")}))
    assert [str(task.due) for task in plan.tasks] == ["2026-10-01", "2026-10-01"]
    assert plan.tasks[0].done_on == date(2026, 10, 20)


def test_what_a_record_fulfils_cannot_be_moved_by_an_entry() -> None:
    client = a_client(tasks={"hold-quick-review": TaskEntry(due=day("2026-12-01"))})
    assert dues(REVIEW, client=client) == ["2026-10-01"]


def test_a_review_is_not_due_before_its_window_opens() -> None:
    """Production began two months late, so the window opens on 1.11., a Sunday."""
    plan = planned(REVIEW, client=a_client(started="2026-08-01"))
    assert [plan.tasks[0].due, plan.meetings[0].due] == [date(2026, 11, 2), date(2026, 11, 2)]


def test_a_meeting_moves_with_the_task_that_it_fulfils() -> None:
    kickoff = a_meeting("kickoff", EARLY)
    task = a_task("hold-kickoff", EARLY, after="first", fulfilled_by=fulfilled_by("meetings.kickoff"))
    process = a_process(a_task("first", LATE), task, meetings=(kickoff, QUICK_REVIEW))
    plan = plan_client(a_client(), process, finland(), TODAY)
    assert [str(meeting.due) for meeting in plan.meetings] == ["2026-05-18", "2026-10-01"]
    assert due_rule(EARLY) == kickoff.due
