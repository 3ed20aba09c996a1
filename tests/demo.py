"""The demo practice of this repository, read once."""

from datetime import date
from functools import cache
from pathlib import Path

from aloitus.calendar import working_days
from aloitus.loading.practice import LoadedPractice, load_practice
from aloitus.model.client import Client
from aloitus.model.firm import Practice
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClientPlan

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 23)


@cache
def loaded() -> LoadedPractice:
    paths = (path for folder in ("clients", "templates") for path in (ROOT / folder).rglob("*.yaml"))
    return load_practice({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths})


def practice() -> Practice:
    return loaded().practice


def clients() -> tuple[Client, ...]:
    return tuple(practice().clients.values())


def process() -> Process:
    return practice().processes["client-onboarding"]


@cache
def plan(client_id: str) -> ClientPlan:
    return plan_client(practice().clients[client_id], process(), working_days(practice().firm.country), AS_OF)
