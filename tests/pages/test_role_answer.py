"""The sentence that a role's checklist opens with: each rule on a plan built by hand, in both languages."""

from dataclasses import replace

import pytest

from aloitus.model.client import Client, Status, TaskEntry
from aloitus.model.process import Process
from aloitus.pages.role_answer import role_answer
from aloitus.plan.build import plan_client
from builders import CLOSING_TASKS, a_client, a_process, a_task, day, done, finland
from page_contexts import a_context

ROLE = "accountant"
BALANCES = a_task("balances", "service_start + 5 workdays", role=ROLE)
CHART = a_task("chart", "service_start + 3 workdays", role=ROLE)
MATERIAL = a_task("material", "service_start - 10 workdays")
FIRST_CLOSE = a_task("first-close", "service_start + 20 workdays", after="balances")
PROCESS = a_process(MATERIAL, CHART, BALANCES, FIRST_CLOSE, *CLOSING_TASKS)
BEHIND = a_process(MATERIAL, replace(BALANCES, after=("material",)), *CLOSING_TASKS)
GATED = a_process(replace(BALANCES, due=MATERIAL.due, at_start_gate=True), *CLOSING_TASKS)
HALTED = TaskEntry(reason="Pääkirja puuttuu", follow_up=day("2026-06-04"))
RUNNING = a_client(started="2026-06-01", tasks={"material": done("2026-05-18"), "chart": done("2026-06-02")})


def with_balances(entry: TaskEntry) -> Client:
    return replace(RUNNING, tasks={**RUNNING.tasks, "balances": entry})


CASES: dict[str, tuple[Client, str, Process, str, str]] = {
    "nobody is named for the role": (
        replace(RUNNING, tasks={}, team={}),
        "2026-05-19",
        PROCESS,
        "2 tehtävältä puuttuu tekijä. | Ensimmäinen määräpäivä on 4.6.2026.",
        "2 tasks have nobody to do them. | The first is due on 4.6.2026.",
    ),
    "the start waits for the role": (
        a_client(),
        "2026-05-19",
        GATED,
        "Alku 1.6.2026 on uhattuna: portista puuttuu tältä roolilta 1 tehtävä. | Ensin: balances.",
        "The start on 1.6.2026 is at risk: the gate lacks 1 task of this role. | First: balances.",
    ),
    "blocked": (
        with_balances(replace(HALTED, status=Status.BLOCKED)),
        "2026-06-03",
        PROCESS,
        "Estynyt: balances. | Pääkirja puuttuu. Katsotaan uudelleen 4.6.2026. Sen takana odottaa 1 tehtävä.",
        "Blocked: balances. | Pääkirja puuttuu. Next look on 4.6.2026. 1 task waits behind it.",
    ),
    "late, for somebody else's task": (
        replace(RUNNING, tasks={}),
        "2026-06-10",
        BEHIND,
        "1 tehtävä on myöhässä. | Ensin: balances. Sitä ennen tarvitaan: material (Tiina Tuki).",
        "1 task is late. | First: balances. Needed before it: material (Tiina Tuki).",
    ),
    "waiting": (
        with_balances(replace(HALTED, status=Status.WAITING)),
        "2026-06-03",
        a_process(CHART, BALANCES, *CLOSING_TASKS),
        "1 tehtävä odottaa asiakasta. | Ensin: balances. Pääkirja puuttuu. Katsotaan uudelleen 4.6.2026.",
        "1 task waits for the client. | First: balances. Pääkirja puuttuu. Next look on 4.6.2026.",
    ),
    "due by Sunday": (
        replace(RUNNING, tasks={}),
        "2026-06-01",
        a_process(CHART, *CLOSING_TASKS),
        "Tällä viikolla on 1 tehtävä. | Ensin: chart.",
        "There is 1 task this week. | First: chart.",
    ),
    "due after Sunday": (
        replace(RUNNING, tasks={}),
        "2026-05-29",
        a_process(CHART, *CLOSING_TASKS),
        "Tälle viikolle ei ole tehtäviä. | Seuraavaksi: chart, määräpäivä 4.6.2026.",
        "Nothing is due this week. | Next: chart, due 4.6.2026.",
    ),
    "all signed off": (
        with_balances(done("2026-06-03")),
        "2026-06-03",
        PROCESS,
        "Kaikki tehtävät on kuitattu. | ",
        "Every task is signed off. | ",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_answer_names_the_risk_its_cause_and_who_can_end_it(case: str) -> None:
    client, today, process, *expected = CASES[case]
    plan = plan_client(client, process, finland(), day(today))
    said = [role_answer(ROLE, plan, a_context(language, today, process)) for language in ("fi", "en")]
    assert [f"{answer.lead} | {answer.rest}" for answer in said if answer] == expected


def test_what_threatens_the_start_comes_before_what_is_merely_late() -> None:
    process = a_process(replace(BALANCES, due=MATERIAL.due, at_start_gate=True), replace(CHART, due=MATERIAL.due))
    plan = plan_client(a_client(), process, finland(), day("2026-05-25"))
    assert sum(task.overdue for task in plan.tasks_of_role(ROLE)) == 2
    answer = role_answer(ROLE, plan, a_context("fi", "2026-05-25", process))
    assert answer is not None
    assert answer.lead.startswith("Alku 1.6.2026 on uhattuna")


def test_a_role_without_tasks_says_nothing() -> None:
    plan = plan_client(RUNNING, PROCESS, finland(), day("2026-06-03"))
    assert role_answer("seller", plan, a_context("fi", "2026-06-03", PROCESS)) is None
