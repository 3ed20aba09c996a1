"""What holds for every client of the process that the product ships with."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.loading.practice import load_process
from aloitus.model.client import Client, ClientStatus, Status
from aloitus.model.process import Process
from aloitus.plan.build import Planner
from aloitus.plan.client_plan import ClientPlan, DueSource, PlannedTask, Progress
from aloitus.plan.summary import from_json, summarise, to_json
from builders import a_client, a_process, done, finland
from random_clients import A_DAY, ANY_DAY, clients

REAL = Path(__file__).parents[2] / "templates" / "processes" / "client-onboarding.yaml"
PARTS = "dates tasks roles meetings start_gates closure progress progress_by_role situation next_task ignored_entries"
T = TypeVar("T")


@cache
def real_process() -> Process:
    loaded = load_process(REAL.as_posix(), REAL.read_bytes(), ("fi", "en"))
    assert loaded.value is not None
    return loaded.value


@cache
def planner() -> Planner:
    return Planner(real_process(), finland())


@cache
def planner_without_dependencies() -> Planner:
    tasks = {name: replace(task, after=()) for name, task in real_process().tasks.items()}
    return Planner(replace(real_process(), tasks=tasks), finland())


def parts(plan: ClientPlan) -> dict[str, object]:
    return {part: getattr(plan, part) for part in PARTS.split()}


REAL_CLIENTS = clients(real_process())
WITHOUT_OVERRIDES = clients(real_process(), overrides=False)


def by_rule_or_push(plan: ClientPlan) -> Iterator[PlannedTask]:
    return (task for task in plan.tasks if task.due_source in (DueSource.RULE, DueSource.PUSHED) and task.due)


@settings(deadline=None)
@given(clients(real_process(), ANY_DAY), ANY_DAY)
def test_every_client_has_a_plan_on_every_day(client: Client, today: date) -> None:
    plan = planner().plan(client, today)
    assert set(parts(plan)) == set(PARTS.split())
    summary = summarise(plan)
    assert from_json(to_json(summary)) == summary


@settings(deadline=None)
@given(WITHOUT_OVERRIDES, A_DAY)
def test_nothing_is_due_on_a_free_day_unless_somebody_asked_for_it(client: Client, today: date) -> None:
    for task in by_rule_or_push(planner().plan(client, today)):
        assert task.due is None or finland().is_working_day(task.due)


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_nothing_is_due_before_the_first_working_day_after_signing(client: Client, today: date) -> None:
    signed = client.dates.get("agreement_signed")
    overridden = any(entry.due for entry in client.tasks.values())
    for task in by_rule_or_push(planner().plan(client, today)):
        if signed and task.due and not overridden and task.id != "identify-client":
            assert task.due >= finland().add(signed, 1)


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_a_push_only_moves_later(client: Client, today: date) -> None:
    alone = {task.id: task for task in planner_without_dependencies().plan(client, today).tasks}
    for task in by_rule_or_push(planner().plan(client, today)):
        before = alone[task.id].due
        assert before
        assert task.due
        assert (task.due > before) == (task.due_source is DueSource.PUSHED)
        assert task.due >= before


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_no_task_is_due_before_what_it_depends_on(client: Client, today: date) -> None:
    plan = planner().plan(client, today)
    tasks = {task.id: task for task in plan.tasks if task.rule}
    for task in by_rule_or_push(plan):
        for other in task.rule.after if task.rule else ():
            found = tasks.get(other)
            if found and found.due and found.due_source is not DueSource.RECORDED and not is_waived(found):
                assert task.due
                assert task.due >= found.due


def is_waived(task: PlannedTask) -> bool:
    return task.final and task.state is Status.NOT_APPLICABLE


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY, st.sampled_from(sorted(real_process().tasks)))
def test_signing_a_task_off_moves_no_due_day(client: Client, today: date, signed_off: str) -> None:
    untouched = replace(client, tasks={key: entry for key, entry in client.tasks.items() if key != signed_off})
    ticked = replace(client, tasks={**untouched.tasks, signed_off: done("2027-03-01")})
    before, after = (planner().plan(one, today) for one in (untouched, ticked))
    assert [task.due for task in before.tasks] == [task.due for task in after.tasks]


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_progress_adds_up(client: Client, today: date) -> None:
    plan = planner().plan(client, today)
    counted = plan.progress
    states = counted.in_progress + counted.waiting + counted.blocked + counted.open
    assert counted.total == len(plan.tasks) == counted.final + states
    assert counted.final == sum(task.final for task in plan.tasks)
    actions = sum(task.role is None for task in plan.tasks)
    assert sum(plan.progress_by_role.values(), Progress()).total == counted.total - actions


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY, st.integers())
def test_the_order_in_a_file_changes_nothing(client: Client, today: date, seed: int) -> None:
    shuffled = replace(
        client,
        services=tuple(shuffle(dict.fromkeys(client.services), seed)),
        facts=tuple(shuffle(dict.fromkeys(client.facts), seed)),
        dates=shuffle(client.dates, seed),
        service_starts=shuffle(client.service_starts, seed),
        team=shuffle(client.team, seed),
        tasks=shuffle(client.tasks, seed),
        extra_tasks=shuffle(client.extra_tasks, seed),
        meetings=shuffle(client.meetings, seed),
        invoicing=shuffle(client.invoicing, seed),
    )
    assert parts(planner().plan(shuffled, today)) == parts(planner().plan(client, today))


def shuffle(mapping: Mapping[str, T], seed: int) -> dict[str, T]:
    items = list(mapping.items())
    random.Random(seed).shuffle(items)  # noqa: S311 - not for secrets
    return dict(items)


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_what_waits_and_what_holds_up_are_two_sides_of_one_thing(client: Client, today: date) -> None:
    tasks = {task.id: task for task in planner().plan(client, today).tasks if task.rule}
    waits = {(task.id, other) for task in tasks.values() for other in task.waits_for}
    holds = {(other, task.id) for task in tasks.values() for other in task.holds_up}
    assert waits == holds
    assert not any(tasks[one].final for pair in waits for one in pair)


@settings(deadline=None)
@given(REAL_CLIENTS, A_DAY)
def test_a_criterion_is_met_when_nothing_is_missing(client: Client, today: date) -> None:
    closure = planner().plan(client, today).closure
    assert all(found.met == (not found.missing) for found in closure.criteria)
    assert closure.met == all(found.met for found in closure.criteria)
    assert not (closure.ready and client.status is not ClientStatus.ACTIVE)


# The process that the product ships with


ALL = a_client(services=tuple(real_process().services), facts=tuple(real_process().facts))


def with_lead(working_days: int) -> ClientPlan:
    signed = date(2026, 9, 1)
    dates = {"agreement_signed": signed, "service_start": finland().add(signed, working_days)}
    return planner().plan(replace(ALL, dates=dates), signed)


def test_it_takes_23_working_days_from_signing_to_the_start() -> None:
    enough, too_few = with_lead(23), with_lead(22)
    assert not any(task.due_source is DueSource.PUSHED for task in enough.tasks)
    assert (enough.start_gates[0].lead_needed, too_few.start_gates[0].lead_needed) == (23, 23)
    assert any(task.due_source is DueSource.PUSHED for task in too_few.tasks)
    assert with_lead(7).start_gates[0].too_tight


def test_a_client_that_buys_everything_has_every_task() -> None:
    plan = planner().plan(ALL, date(2026, 5, 4))
    assert [task.id for task in plan.tasks] == list(real_process().tasks)
    assert [meeting.day for meeting in plan.meetings] == [date(2026, 4, 30), date(2026, 5, 8), date(2026, 10, 1)]
    assert a_process().id == real_process().id
