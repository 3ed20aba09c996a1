"""Where clients stand, for other programs: the keys are English and don't change."""

import json
from collections.abc import Iterable
from datetime import date

from aloitus.plan.client_plan import (
    ClientPlan,
    CriterionPlan,
    Missing,
    PlannedMeeting,
    PlannedTask,
    Progress,
    StartGatePlan,
)

VERSION = 1
Json = dict[str, object]


def practice_json(today: date, clients: Iterable[Json]) -> str:
    return _dump({"version": VERSION, "today": today.isoformat(), "clients": list(clients)})


def client_json(plan: ClientPlan, language: str) -> str:
    """One client with its tasks and meetings."""
    whole = client_object(plan, language) | {
        "tasks": [_task(task, language) for task in plan.tasks],
        "meetings": [_meeting(meeting, language) for meeting in plan.meetings],
    }
    return _dump({"version": VERSION, "today": plan.today.isoformat(), "client": whole})


def client_object(plan: ClientPlan, language: str) -> Json:
    """What the list of clients tells of each; titles are in `language`."""
    client = plan.client
    return {
        "id": client.id,
        "name": client.name,
        "status": client.status.value,
        "situation": plan.situation.value,
        "services": list(client.services),
        "team": {role: list(people) for role, people in client.team.items()},
        "dates": {name: day.isoformat() for name, day in plan.dates.items()},
        "progress": _progress(plan.progress),
        "next_task": _task(plan.next_task, language) if plan.next_task else None,
        "start_gates": [_start_gate(gate) for gate in plan.start_gates],
        "closure": {
            "met": plan.closure.met,
            "ready": plan.closure.ready,
            "criteria": [_criterion(criterion) for criterion in plan.closure.criteria],
        },
    }


def _progress(progress: Progress) -> Json:
    names = ("total", "done", "not_applicable", "in_progress", "waiting", "blocked", "open", "overdue", "due_soon")
    return {name: getattr(progress, name) for name in names}


def _task(task: PlannedTask, language: str) -> Json:
    return {
        "id": task.id,
        "kind": task.kind.value,
        "title": task.title.say(language),
        "role": task.role,
        "people": list(task.people),
        "state": task.state.value,
        "final": task.final,
        "due": _day(task.due),
        "overdue": task.overdue,
        "days_late": task.days_late,
        "done_on": _day(task.done_on),
        "done_by": task.done_by,
        "reason": task.entry.reason,
        "follow_up": _day(task.entry.follow_up),
        "at_start_gate": task.at_start_gate,
        "waits_for": list(task.waits_for),
    }


def _meeting(meeting: PlannedMeeting, language: str) -> Json:
    return {
        "id": meeting.id,
        "title": meeting.rule.title.say(language),
        "state": meeting.state.value,
        "day": _day(meeting.day),
        "due": _day(meeting.due),
        "overdue": meeting.overdue,
    }


def _start_gate(gate: StartGatePlan) -> Json:
    return {
        "service": gate.service,
        "day": _day(gate.day),
        "passed_on": _day(gate.passed_on),
        "at_risk": gate.at_risk,
        "tasks": [task.id for task in gate.tasks],
        "missing": [task.id for task in gate.missing],
    }


def _criterion(criterion: CriterionPlan) -> Json:
    return {
        "criterion": criterion.rule.criterion.value,
        "meeting": criterion.rule.meeting,
        "met": criterion.met,
        "done": criterion.done,
        "total": criterion.total,
        "missing": [_missing(missing) for missing in criterion.missing],
    }


def _missing(missing: Missing) -> Json:
    return {"reason": missing.reason.value, "subject": missing.subject, "day": _day(missing.day)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
