"""A client on a day, as the rules look at it."""

from datetime import date
from typing import Any

from aloitus.model.client import Client
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.rules.case import Case
from builders import PEOPLE, finland


def a_case(client: Client, process: Process, today: date, **fields: Any) -> Case:
    """Among the builders' people; any other field of a case can be given."""
    plan = plan_client(client, process, finland(), today)
    return Case(**{"plan": plan, "file": f"clients/{client.id}.yaml", "people": PEOPLE, **fields})
