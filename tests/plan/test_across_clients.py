"""What needs attention, and each person's tasks: from several clients' summaries."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from aloitus.model.client import (
    CLIENT_SIDE,
    Action,
    Client,
    ClientStatus,
    MeetingEntry,
    MeetingStatus,
    Status,
    TaskEntry,
)
from aloitus.model.process import Process
from aloitus.plan.attention import Attention, AttentionItem, attention
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import Progress
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import NOTHING, PersonTasks, person_tasks, tasks_by_person
from aloitus.plan.summary import summarise
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
)

TODAY = date(2026, 5, 19)  # a Tuesday
TASKS = (
    a_task("kyc", "agreement_signed + 9 workdays"),  # 4.5.
    a_task("gated", "service_start - 10 workdays", gate=True),  # 18.5.
    a_task("friday", "service_start - 6 workdays"),  # 22.5.
    a_task("monday", "service_start - 5 workdays"),  # 25.5.
    a_task("june", "service_start"),  # 1.6.
    a_task("training", "software_training"),
    *CLOSING_TASKS,
)
PROCESS = a_process(*TASKS)
DONE_IN_TIME = {"kyc": done("2026-05-04"), "gated": done("2026-05-18")}


def summary(client: Client, today: date = TODAY, process: Process = PROCESS) -> ClientSummary:
    return summarise(plan_client(client, process, finland(), today))


def kinds(*clients: Client, today: date = TODAY) -> dict[str, list[tuple[str, str | None]]]:
    found = attention([summary(client, today) for client in clients])
    return {kind.value: [(item.client.id, what(item)) for item in items] for kind, items in found.items() if items}


def what(item: AttentionItem) -> str | None:
    things = [thing for thing in (item.gate, item.task, item.meeting, item.role) if thing is not None]
    assert len(things) <= 1
    return next((getattr(thing, "id", None) or getattr(thing, "role", None) for thing in things), None)


def test_kinds_stand_in_order_of_consequence_and_may_be_empty() -> None:
    assert list(attention([])) == list(Attention)
    assert not any(attention([summary(a_client(tasks=DONE_IN_TIME))]).values())


def test_a_start_at_risk_and_what_is_late() -> None:
    assert kinds(a_client()) == {
        "start-at-risk": [("kuusipuun-saha", None)],
        "late": [("kuusipuun-saha", "kyc"), ("kuusipuun-saha", "gated")],
    }


def test_a_halted_task_is_named_once_for_what_halts_it() -> None:
    tasks = {
        "kyc": TaskEntry(Status.WAITING, reason="Asiakas"),
        "gated": done("2026-05-18"),
        "june": TaskEntry(Status.BLOCKED, reason="Pankki"),
    }
    assert kinds(a_client(tasks=tasks)) == {
        "blocked": [("kuusipuun-saha", "june")],
        "waiting": [("kuusipuun-saha", "kyc")],
    }


def test_items_come_by_day_and_then_by_client() -> None:
    late = {"gated": done("2026-05-18")}
    found = kinds(a_client("b", tasks=late), a_client("a", tasks=late), a_client("c", tasks=late, signed="2026-04-17"))
    assert found == {"late": [("c", "kyc"), ("a", "kyc"), ("b", "kyc")]}


def production(**fields: Any) -> Client:
    tasks = {task: done("2026-05-18") for task in ("kyc", "gated", "friday", "monday", "june", "training")}
    return a_client(started="2026-06-01", **{"tasks": tasks} | fields)


def test_late_invoicing_stands_apart() -> None:
    assert kinds(production(), today=date(2026, 7, 2)) == {
        "uninvoiced": [("kuusipuun-saha", "invoice-onboarding-work")]
    }


def test_a_review_that_is_near_or_late_is_named_as_a_meeting() -> None:
    client = production(invoicing={"a": invoiced()})
    assert kinds(client, today=date(2026, 9, 16)) == {}
    assert kinds(client, today=date(2026, 9, 17)) == {"review": [("kuusipuun-saha", "quick-review")]}
    assert kinds(client, today=date(2026, 10, 2)) == {"review": [("kuusipuun-saha", "quick-review")]}


def test_a_review_that_is_near_hides_no_other_task() -> None:
    client = production(invoicing={"a": invoiced()}, tasks={**production().tasks, "june": TaskEntry()})
    assert kinds(client, today=date(2026, 10, 2)) == {
        "late": [("kuusipuun-saha", "june")],
        "review": [("kuusipuun-saha", "quick-review")],
    }


def test_roles_without_people_and_clients_ready_to_close() -> None:
    unstaffed = a_client("a", tasks=DONE_IN_TIME, team={"project-manager": ("liisa-laine",)})
    ready = replace(a_closed_client("b", tasks=production().tasks), status=ClientStatus.ACTIVE, closure=None)
    assert kinds(unstaffed) == {"unstaffed": [("a", "support-services")]}
    assert kinds(ready, today=date(2026, 10, 13)) == {"ready-to-close": [("b", None)]}


def test_only_running_clients_need_attention() -> None:
    over = [a_client(status=status) for status in ClientStatus if status is not ClientStatus.ACTIVE]
    assert kinds(*over) == {}


# One person


def mine(*clients: Client, person: str = "tiina-tuki", today: date = TODAY) -> PersonTasks:
    return person_tasks([summary(client, today) for client in clients], person, today)


def ids(own: Any) -> list[str]:
    return [one.task.id for one in own]


def test_tasks_stand_by_week() -> None:
    found = mine(a_client())
    assert ids(found.overdue) == ["kyc", "gated"]
    assert ids(found.this_week) == ["friday"]
    assert ids(found.next_week) == ["monday"]
    assert ids(found.later) == ["june", "invoice-onboarding-work", "training"]
    assert (found.waiting, found.done_lately) == ((), ())
    assert len(found.open) == 7


def test_a_week_begins_on_monday_and_today_belongs_to_it() -> None:
    found = mine(a_client(), today=date(2026, 5, 25))
    assert (ids(found.this_week), ids(found.next_week)) == (["monday"], ["june"])
    assert ids(mine(a_client(), today=date(2026, 5, 24)).next_week) == ["monday"]


def test_halted_tasks_stand_together_whenever_they_are_due() -> None:
    tasks = {"kyc": TaskEntry(Status.BLOCKED), "june": TaskEntry(Status.WAITING)}
    found = mine(a_client(tasks=tasks))
    assert ids(found.waiting) == ["kyc", "june"]
    assert ids(found.overdue) == ["gated"]


def test_the_same_day_goes_by_client() -> None:
    found = mine(a_client("b"), a_client("a"))
    assert [one.client.id for one in found.this_week] == ["a", "b"]


def test_what_was_done_lately_comes_latest_first() -> None:
    tasks = {"gated": done("2026-05-14"), "kyc": done("2026-05-15", by="liisa-laine"), "friday": done("2026-05-04")}
    assert ids(mine(a_client(tasks=tasks)).done_lately) == ["kyc", "gated"]


def test_what_is_done_by_nobodys_role_is_on_nobodys_page() -> None:
    client = a_client(tasks={"gated": done("2026-05-14")}, team={})
    assert tasks_by_person([summary(client)], TODAY) == {}


def test_tasks_belong_to_the_first_and_not_to_the_deputy() -> None:
    assert ids(mine(a_client(), person="liisa-laine").later) == [
        "hold-quick-review",
        "confirm-all-work-invoiced",
        "close-service-in-erp",
    ]
    assert mine(a_client(), person="pekka-sijainen") == NOTHING


def test_how_far_ones_own_tasks_are_by_client() -> None:
    found = mine(a_client("a", tasks=DONE_IN_TIME), a_client("b"))
    assert found.clients == {
        "a": Progress(total=7, done=2, open=5, due_soon=2),
        "b": Progress(total=7, open=7, overdue=2, due_soon=2),
    }


def test_meetings_to_come_are_by_day_and_time() -> None:
    def planned(client: str, at: time | None) -> Client:
        return a_client(client, meetings={"quick-review": MeetingEntry(MeetingStatus.PLANNED, day("2026-09-30"), at)})

    found = mine(planned("c", time(13)), planned("b", time(9)), planned("a", None), a_client("d"))
    assert [one.client.id for one in found.meetings] == ["a", "b", "c", "d"]
    assert [one.meeting.id for one in found.meetings] == ["quick-review"] * 4
    assert mine(a_client(meetings={"quick-review": held("2026-05-18")})).meetings == ()


def test_clients_whose_onboarding_is_over_are_on_nobodys_page() -> None:
    assert tasks_by_person([summary(a_closed_client()), summary(a_client(status=ClientStatus.CANCELLED))], TODAY) == {}


def test_the_clients_own_actions_are_on_nobodys_page() -> None:
    action = Action("call", text("Soita"), CLIENT_SIDE, day("2026-05-04"))
    client = summary(a_client(meetings={"quick-review": MeetingEntry(actions={"call": action})}, tasks=DONE_IN_TIME))
    assert CLIENT_SIDE not in tasks_by_person([client], TODAY)
    assert CLIENT_SIDE not in client.progress_by_person
    assert [item.task.id for item in attention([client])[Attention.LATE] if item.task] == ["call"]


def test_everybody_who_has_something_is_there_by_id() -> None:
    found = tasks_by_person([summary(a_client())], TODAY)
    assert list(found) == ["liisa-laine", "matti-makinen", "tiina-tuki"]
    assert found["matti-makinen"].open == ()
    assert len(found["matti-makinen"].meetings) == 1
