"""What the form for a new client works from in the browser: the process as JSON, and the clients that there are."""

import json
from collections.abc import Mapping, Sequence

from aloitus.model.condition import Condition
from aloitus.model.firm import Firm
from aloitus.model.process import Process, Task
from aloitus.plan.client_summary import ClientSummary


def process_data(process: Process, firm: Firm) -> Mapping[str, object]:
    """Conditions of dates, roles and tasks, and the tasks that a new client's file lists, in the process's order."""
    return {
        "id": process.id,
        "languages": firm.languages,
        "timezone": firm.timezone,
        "dates": {kind.id: _when(kind.when) for kind in process.dates.values()},
        "roles": {role.id: _when(role.when) for role in process.roles.values()},
        "tasks": [_task(task, firm.languages) for task in process.tasks.values() if task.fulfilled_by is None],
    }


def clients_data(clients: Sequence[ClientSummary]) -> str:
    """Who a new client must not be taken for; `over`: closed or cancelled."""
    known = [
        {
            "id": client.id,
            "name": client.name,
            "business_id": client.business_id,
            "over": client.status.is_over,
        }
        for client in clients
    ]
    return json.dumps(known, separators=(",", ":")) + "\n"


def _task(task: Task, languages: Sequence[str]) -> Mapping[str, object]:
    titles = {language: " ".join(task.title.say(language).split()) for language in languages}
    dated = {"from": task.applies_from, "until": task.applies_until}
    days = {name: day.isoformat() for name, day in dated.items() if day}
    return {"id": task.id, "titles": titles, **_when(task.when), **days, **({"running": True} if task.running else {})}


def _when(condition: Condition) -> Mapping[str, Sequence[str]]:
    asked = {"services": condition.services, "facts": condition.facts}
    return {name: ids for name, ids in asked.items() if ids}
