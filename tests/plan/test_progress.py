from datetime import date
from typing import Any

from aloitus.model.client import Action, ExtraTask, MeetingEntry, Status, TaskEntry
from aloitus.plan.build import Planner, plan_client
from aloitus.plan.client_plan import ClientPlan, Progress
from builders import a_client, a_process, a_task, day, done, finland, text, waived

TODAY = date(2026, 5, 19)
STATES = ("open", "in-progress", "waiting", "blocked", "done", "waived", "unapproved")


def planned(**client: Any) -> ClientPlan:
    entries = {name: TaskEntry(Status(name)) for name in STATES[:4]}
    entries |= {"done": done("2026-05-04"), "waived": waived(), "unapproved": waived(approved_by=None)}
    tasks = [a_task(name) for name in STATES[:-1]] + [a_task("unapproved", role="project-manager")]
    return plan_client(a_client(tasks=entries, **client), a_process(*tasks), finland(), TODAY)


def test_every_task_counts_once_by_its_state() -> None:
    plan = planned()
    assert plan.progress == Progress(
        total=7, done=1, not_applicable=1, in_progress=2, waiting=1, blocked=1, open=1, overdue=5
    )
    assert plan.progress.final == 2


def test_roles_that_have_tasks_or_people_are_there_in_the_process_order() -> None:
    plan = planned(team={"accountant": ("matti-makinen",), "seller": (), "nobody-knows": ("x",)})
    assert plan.roles == ("project-manager", "accountant", "support-services", "nobody-knows")
    assert plan.progress_by_role == {
        "project-manager": Progress(total=1, in_progress=1, overdue=1),
        "accountant": Progress(),
        "support-services": Progress(
            total=6, done=1, not_applicable=1, in_progress=1, waiting=1, blocked=1, open=1, overdue=4
        ),
        "nobody-knows": Progress(),
    }


def test_extra_tasks_belong_to_their_role_and_actions_to_none() -> None:
    extra = ExtraTask("e", text("e"), "seller", day("2026-05-22"))
    cancelled = TaskEntry(Status.CANCELLED, day("2026-05-04"), "tiina-tuki", reason="Ei tarvita")
    action = Action("a", text("a"), "liisa-laine", None, cancelled)
    plan = planned(extra_tasks={"e": extra}, meetings={"quick-review": MeetingEntry(actions={"a": action})})
    assert plan.progress_by_role["seller"] == Progress(total=1, open=1, due_soon=1)
    assert (plan.progress.total, plan.progress.not_applicable) == (9, 2)
    assert sum(progress.total for progress in plan.progress_by_role.values()) == 8


def test_a_client_without_tasks_has_made_no_progress() -> None:
    assert plan_client(a_client(), a_process(), finland(), TODAY).progress == Progress()


def test_tasks_are_found_by_id_and_by_role() -> None:
    plan = planned()
    task = plan.task("unapproved")
    assert task is not None
    assert plan.tasks_of_role("project-manager") == (task,)
    assert plan.task("unknown") is None


def test_a_planner_plans_as_well_as_a_single_plan() -> None:
    process = a_process(a_task("a"), a_task("b", after="a"))
    planner = Planner(process, finland())
    for client in (a_client("one"), a_client("two", tasks={"a": done("2026-05-04")}), a_client("three", signed=None)):
        assert planner.plan(client, TODAY).tasks == plan_client(client, process, finland(), TODAY).tasks
