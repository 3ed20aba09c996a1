from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aloitus.model.client import (
    OPEN_ENTRY,
    Action,
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    ExtraTask,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import DueSource, PlannedTask, TaskKind
from builders import (
    CLOSING_TASKS,
    a_client,
    a_closed_client,
    a_process,
    a_task,
    day,
    done,
    finland,
    held,
    invoiced,
    text,
    waived,
)

TODAY = date(2026, 5, 18)  # a Monday


def tasks(client: Client, today: date = TODAY, **fields: Any) -> dict[str, PlannedTask]:
    process = a_process(a_task("a-task", "service_start - 10 workdays", **fields), *CLOSING_TASKS)
    return {task.id: task for task in plan_client(client, process, finland(), today).tasks}


def the_task(entry: TaskEntry, today: str = "2026-05-18", **fields: Any) -> PlannedTask:
    return tasks(a_client(tasks={"a-task": entry}), day(today), **fields)["a-task"]


def extra(entry: TaskEntry = OPEN_ENTRY, **fields: Any) -> ExtraTask:
    return replace(
        ExtraTask("move-archive", text("Hae arkisto"), "support-services", day("2026-05-29"), entry), **fields
    )


def action(entry: TaskEntry = OPEN_ENTRY, **fields: Any) -> Action:
    return replace(Action("book-training", text("Varaa koulutus"), "liisa-laine", day("2026-05-15"), entry), **fields)


def test_a_task_that_is_not_listed_is_open() -> None:
    task = tasks(a_client())["a-task"]
    assert (task.state, task.final, task.entry, task.key) == (Status.OPEN, False, TaskEntry(), ("tasks", "a-task"))


@pytest.mark.parametrize("status", [Status.OPEN, Status.IN_PROGRESS, Status.WAITING, Status.BLOCKED])
def test_what_is_going_on_is_not_final(status: Status) -> None:
    task = the_task(TaskEntry(status, reason="Pankin sopimus tulossa"))
    assert (task.state, task.final, task.done_on) == (status, False, None)


@pytest.mark.parametrize(
    ("entry", "final"),
    [
        (done("2026-05-04"), True),
        (TaskEntry(Status.DONE, day("2026-05-04")), False),
        (TaskEntry(Status.DONE, by="tiina-tuki"), False),
        (waived(), True),
        (waived(reason="n/a"), False),
        (waived(reason=None), False),
        (waived(by=None), False),
        (waived(approved_by=None), False),
        (TaskEntry(Status.CANCELLED, day("2026-05-04"), "tiina-tuki", reason="Ei tarvita"), False),
    ],
)
def test_a_task_is_final_only_with_all_that_its_record_needs(entry: TaskEntry, final: bool) -> None:
    task = the_task(entry)
    assert (task.state, task.final) == (entry.status, final)
    assert (task.done_on, task.done_by) == (entry.date, entry.by)


def test_a_task_that_cannot_be_waived_stays_unfinished() -> None:
    assert not the_task(waived(), waivable=False).final


@pytest.mark.parametrize(
    ("entry", "final"),
    [
        (TaskEntry(Status.CANCELLED, day("2026-05-04"), "tiina-tuki", reason="Ei tarvita"), True),
        (TaskEntry(Status.CANCELLED, day("2026-05-04"), "tiina-tuki", reason="-"), False),
        (TaskEntry(Status.CANCELLED, day("2026-05-04"), "tiina-tuki"), False),
        (TaskEntry(Status.CANCELLED, None, "tiina-tuki", reason="Ei tarvita"), False),
        (TaskEntry(Status.CANCELLED, day("2026-05-04"), None, reason="Ei tarvita"), False),
        (waived(), True),
        (done("2026-05-04"), True),
    ],
)
def test_extra_tasks_and_actions_may_be_cancelled(entry: TaskEntry, final: bool) -> None:
    meetings = {"quick-review": MeetingEntry(actions={"book-training": action(entry)})}
    found = tasks(a_client(extra_tasks={"move-archive": extra(entry)}, meetings=meetings))
    assert (found["move-archive"].final, found["book-training"].final) == (final, final)


@pytest.mark.parametrize(
    ("today", "left", "overdue", "late", "soon"),
    [
        ("2026-05-08", 5, False, 0, True),  # 11., 12., 13., 15., 18.
        ("2026-05-07", 6, False, 0, False),
        ("2026-05-16", 1, False, 0, True),  # Saturday
        ("2026-05-18", 0, False, 0, True),
        ("2026-05-19", -1, True, 1, False),
        ("2026-05-23", -5, True, 5, False),  # Saturday counts as the Monday after it
        ("2026-05-25", -5, True, 5, False),
    ],
)
def test_how_far_away_a_due_day_is(today: str, left: int, overdue: bool, late: int, soon: bool) -> None:
    task = the_task(TaskEntry(), today)
    assert (task.days_left, task.overdue, task.days_late, task.due_soon) == (left, overdue, late, soon)


def test_a_due_day_that_is_free_is_never_today_before_it_comes() -> None:
    assert the_task(TaskEntry(due=day("2026-05-16")), "2026-05-15").days_left == 1
    assert the_task(TaskEntry(due=day("2026-05-16")), "2026-05-16").days_left == 0
    assert the_task(TaskEntry(due=day("2026-05-16")), "2026-05-17").days_left == -1
    assert the_task(TaskEntry(due=day("2026-05-16")), "2026-05-18").days_late == 1


def test_a_final_task_has_no_days_left_and_is_never_late() -> None:
    task = the_task(done("2026-06-10"), "2026-06-12")
    assert (task.days_left, task.overdue, task.days_late, task.due_soon) == (None, False, 0, False)


@pytest.mark.parametrize("status", [ClientStatus.CLOSED, ClientStatus.CANCELLED])
def test_nothing_is_late_when_the_onboarding_is_over(status: ClientStatus) -> None:
    plan = plan_client(a_client(status=status), a_process(a_task("a-task")), finland(), date(2026, 12, 1))
    assert (plan.tasks[0].overdue, plan.tasks[0].days_left, plan.next_task) == (False, None, None)
    assert not any(meeting.overdue for meeting in plan.meetings)


def test_a_task_belongs_to_the_people_of_its_role_or_to_its_assignee() -> None:
    assert the_task(TaskEntry(), role="project-manager").people == ("liisa-laine", "pekka-sijainen")
    assert the_task(TaskEntry(assignee="matti-makinen")).people == ("matti-makinen",)
    assert the_task(TaskEntry(), role="seller").people == ()


def test_extra_tasks_come_by_due_day_after_the_process() -> None:
    extras = {
        "later": extra(id="later", due=day("2026-06-30")),
        "never": extra(id="never", due=None),
        "move-archive": extra(TaskEntry(assignee="matti-makinen")),
    }
    found = list(tasks(a_client(extra_tasks=extras)).values())[-3:]
    assert [task.id for task in found] == ["move-archive", "later", "never"]
    assert [task.people for task in found] == [("matti-makinen",), ("tiina-tuki",), ("tiina-tuki",)]
    first = found[0]
    assert (first.kind, first.key, first.role) == (TaskKind.EXTRA, ("extra_tasks", "move-archive"), "support-services")
    assert (first.due, first.due_source, first.days_left, first.rule) == (
        day("2026-05-29"),
        DueSource.RECORDED,
        9,
        None,
    )


def test_an_extra_task_is_late_and_due_soon_like_any_other() -> None:
    def due(on: str) -> tuple[int | None, bool, int, bool]:
        task = tasks(a_client(extra_tasks={"move-archive": extra(due=day(on))}))["move-archive"]
        return task.days_left, task.overdue, task.days_late, task.due_soon

    assert due("2026-05-15") == (-1, True, 1, False)
    assert due("2026-05-18") == (0, False, 0, True)
    assert due("2026-05-25") == (5, False, 0, True)
    assert due("2026-05-26") == (6, False, 0, False)


def test_actions_come_by_meeting_and_due_day_and_are_tasks_of_their_assignee() -> None:
    meetings = {
        "an-unknown-meeting": MeetingEntry(actions={"b": action(id="b", assignee="client")}),
        "quick-review": MeetingEntry(
            actions={"later": action(id="later", due=None), "book-training": action(TaskEntry(Status.IN_PROGRESS))}
        ),
    }
    found = list(tasks(a_client(meetings=meetings)).values())[-3:]
    assert [task.id for task in found] == ["book-training", "later", "b"]
    first = found[0]
    assert (first.kind, first.role, first.people) == (TaskKind.ACTION, None, ("liisa-laine",))
    assert first.key == ("meetings", "quick-review", "actions", "book-training")
    assert (first.meeting, first.overdue, first.days_late) == ("quick-review", True, 1)
    assert found[2].people == ("client",)


def test_what_waits_for_what() -> None:
    process = a_process(
        a_task("d", after="a b c"), a_task("a"), a_task("b"), a_task("c", after="b"), a_task("e", after="d b")
    )
    client = a_client(tasks={"a": done("2026-05-04"), "e": done("2026-05-04")})
    plan = plan_client(client, process, finland(), TODAY)
    assert {task.id: (task.waits_for, task.holds_up) for task in plan.tasks} == {
        "d": (("b", "c"), ()),
        "a": ((), ()),
        "b": ((), ("d", "c")),
        "c": (("b",), ("d",)),
        "e": ((), ()),
    }


# Tasks that a record elsewhere fulfils


def review(entry: MeetingEntry | None) -> PlannedTask:
    return tasks(a_client(meetings={"quick-review": entry} if entry else {}))["hold-quick-review"]


def test_a_meeting_fulfils_its_task_when_it_was_held() -> None:
    task = review(held("2026-05-15"))
    assert (task.state, task.final, task.done_on, task.done_by) == (Status.DONE, True, day("2026-05-15"), "liisa-laine")
    assert (task.key, task.meeting, task.entry) == (("meetings", "quick-review"), "quick-review", TaskEntry())


@pytest.mark.parametrize(
    "entry",
    [
        None,
        MeetingEntry(),
        MeetingEntry(MeetingStatus.PLANNED, day("2026-09-30")),
        MeetingEntry(MeetingStatus.CANCELLED, day("2026-05-04"), reason="Sairastuminen"),
    ],
)
def test_a_meeting_that_is_planned_or_cancelled_has_still_to_be_held(entry: MeetingEntry | None) -> None:
    task = review(entry)
    assert (task.state, task.final, task.done_on) == (Status.OPEN, False, None)


def test_a_meeting_held_on_an_unknown_day_is_not_final() -> None:
    task = review(MeetingEntry(MeetingStatus.HELD))
    assert (task.state, task.final, task.done_by) == (Status.DONE, False, None)


def test_an_entry_under_tasks_does_not_fulfil_what_a_record_must() -> None:
    client = a_client(tasks={"hold-quick-review": done("2026-05-04")})
    assert tasks(client)["hold-quick-review"].state is Status.OPEN


OPEN_ITEM = InvoicingItem("training", text("Koulutus"))
WRITTEN_OFF = InvoicingItem(
    "training",
    text("Koulutus"),
    InvoicingStatus.WRITTEN_OFF,
    reason="Sisältyy tarjoukseen",
    by="liisa-laine",
    approved_by="eeva-esihenkilo",
)


@pytest.mark.parametrize(
    ("items", "state"),
    [
        ([], Status.OPEN),
        ([OPEN_ITEM], Status.OPEN),
        ([invoiced(), OPEN_ITEM], Status.IN_PROGRESS),
        ([invoiced(), invoiced("b", invoice="TBD")], Status.IN_PROGRESS),
        ([invoiced(), replace(invoiced("b"), date=None)], Status.IN_PROGRESS),
        ([invoiced(), replace(WRITTEN_OFF, reason=".")], Status.IN_PROGRESS),
        ([invoiced(), replace(WRITTEN_OFF, by=None)], Status.IN_PROGRESS),
        ([invoiced(), replace(WRITTEN_OFF, approved_by=None)], Status.IN_PROGRESS),
        ([invoiced()], Status.DONE),
        ([invoiced(), WRITTEN_OFF], Status.DONE),
    ],
)
def test_invoicing_is_done_when_each_piece_of_work_is_settled(items: list[InvoicingItem], state: Status) -> None:
    task = tasks(a_client(invoicing={item.id: item for item in items}))["invoice-onboarding-work"]
    assert (task.state, task.final) == (state, state is Status.DONE)
    assert task.key == ("invoicing", "items")


def test_invoicing_was_done_on_the_day_of_the_last_invoice() -> None:
    items = {"a": invoiced("a", "2026-06-30"), "b": invoiced("b", "2026-07-15"), "training": WRITTEN_OFF}
    assert tasks(a_client(invoicing=items))["invoice-onboarding-work"].done_on == date(2026, 7, 15)


def complete(**fields: Any) -> Client:
    """A client with everything done but for the ERP's list and the closing."""
    return a_closed_client(
        status=ClientStatus.ACTIVE, closure=None, tasks={"a-task": done("2026-06-10")}, **{"uninvoiced": None} | fields
    )


def uninvoiced(client: Client) -> PlannedTask:
    return tasks(client)["confirm-all-work-invoiced"]


@pytest.mark.parametrize(
    ("seen", "state"),
    [
        (None, Status.OPEN),
        (Uninvoiced(2, day("2026-10-12")), Status.IN_PROGRESS),
        (Uninvoiced(0), Status.IN_PROGRESS),
        (Uninvoiced(0, day("2026-09-30")), Status.IN_PROGRESS),  # the review was on 1.10.
        (Uninvoiced(0, day("2026-10-01"), "liisa-laine"), Status.DONE),
    ],
)
def test_the_erps_list_counts_when_it_is_empty_after_all_else(seen: Uninvoiced | None, state: Status) -> None:
    task = uninvoiced(complete(uninvoiced=seen))
    assert (task.state, task.final) == (state, state is Status.DONE)
    assert task.key == ("invoicing", "uninvoiced")
    assert task.done_on == (day("2026-10-01") if task.final else None)


def test_the_erps_list_was_looked_at_too_early_while_anything_is_undone() -> None:
    empty = Uninvoiced(0, day("2026-10-12"))
    assert uninvoiced(complete(uninvoiced=empty)).final
    assert not uninvoiced(complete(uninvoiced=empty, extra_tasks={"move-archive": extra()})).final
    later = extra(done("2026-10-13"))
    assert not uninvoiced(complete(uninvoiced=empty, extra_tasks={"move-archive": later})).final
    review = held("2026-10-01", actions={"book-training": action(done("2026-10-13"))})
    assert not uninvoiced(complete(uninvoiced=empty, meetings={"quick-review": review})).final


def erp(client: Client) -> PlannedTask:
    return tasks(client)["close-service-in-erp"]


def test_closing_in_the_erp_is_recorded_with_the_closure() -> None:
    task = erp(a_closed_client())
    assert (task.state, task.done_on, task.done_by) == (Status.DONE, date(2026, 10, 13), "liisa-laine")
    assert task.key == ("closure", "erp_closed")


@pytest.mark.parametrize(
    "client",
    [
        a_client(),
        a_closed_client(closure=None),
        a_closed_client(closure=Closure(day("2026-10-13"), "liisa-laine", None)),
        a_closed_client(status=ClientStatus.ACTIVE),  # reopened: its closure is inert
        a_closed_client(changes=(Change(ChangeKind.REOPENED, day("2026-10-14"), "liisa-laine", "Virhe"),)),
    ],
)
def test_it_is_not_done_without_a_closure_that_stands(client: Client) -> None:
    assert erp(client).state is Status.OPEN


def test_a_client_may_be_closed_again_on_the_day_that_it_was_reopened() -> None:
    changes = (
        Change(ChangeKind.REOPENED, day("2026-10-13"), "liisa-laine", "Virhe"),
        Change(ChangeKind.REOPENED, None, "liisa-laine", "Virhe"),
    )
    assert erp(a_closed_client(changes=changes)).final
