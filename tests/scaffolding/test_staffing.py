"""Roles go to those who do that work and have the least of it."""

from dataclasses import replace
from datetime import date

from aloitus.model.client import ClientStatus
from aloitus.model.firm import Person
from aloitus.model.process import Role
from aloitus.scaffolding.staffing import present_load, propose_team
from builders import a_client, a_process, a_task, text, when

TODAY = date(2026, 11, 23)
PROCESS = replace(
    a_process(a_task("a")),
    roles={
        "accountant": Role("accountant", text("A")),
        "payroll-accountant": Role("payroll-accountant", text("P"), when=when("payroll")),
        "project-manager": Role("project-manager", text("M")),
    },
)
PEOPLE = {
    "aino": Person("aino", "Aino", ("accountant", "project-manager")),
    "eero": Person("eero", "Eero", ("accountant",)),
    "olli": Person("olli", "Olli", ("accountant", "payroll-accountant"), left=date(2026, 7, 31)),
}


def test_the_least_loaded_leads_and_the_next_deputises_for_the_project_manager_alone() -> None:
    team = propose_team(PROCESS, ("bookkeeping",), (), PEOPLE, {"aino": 3}, TODAY, {})
    assert team == {"accountant": ("eero",), "project-manager": ("aino",)}


def test_who_was_chosen_stays_and_counts_as_load() -> None:
    team = propose_team(PROCESS, (), (), PEOPLE, {}, TODAY, {"project-manager": ("aino",)})
    assert team == {"accountant": ("eero",), "project-manager": ("aino",)}


def test_a_role_that_nobody_present_has_stays_out() -> None:
    assert "payroll-accountant" not in propose_team(PROCESS, ("payroll",), (), PEOPLE, {}, TODAY, {})


def test_only_running_onboardings_are_load_and_only_for_who_leads() -> None:
    team = {"accountant": ("aino", "eero"), "project-manager": ("aino",)}
    running, closed = a_client(team=team), a_client(team=team, status=ClientStatus.CLOSED)
    assert present_load([running, closed]) == {"aino": 2}
