"""The form by which somebody tells what happened to a task, and what its text tells."""

from dataclasses import dataclass
from datetime import date

from aloitus.findings import Message, Term
from aloitus.loading.suggestions import as_day
from aloitus.model.client import Status
from aloitus.scaffolding.form_fields import FieldKind, FormField, Label
from aloitus.scaffolding.from_form import answers
from aloitus.scaffolding.proposal import named

STATUSES: tuple[tuple[str, Label], ...] = tuple(
    (status.value, Term(f"states.{status.value}"))
    for status in (Status.DONE, Status.IN_PROGRESS, Status.WAITING, Status.BLOCKED)
)
CLIENT = FormField("client", ("client",), Term("fields.client"), required=True, example="kuusipuun-saha")
TASK = FormField("task", ("task",), Term("fields.task"), required=True, example="open-engagement")
STATUS = FormField("status", ("status",), Term("fields.status"), FieldKind.ONE, required=True, choices=STATUSES)
DAY = FormField("date", ("date",), Term("fields.date"), example="2026-11-23")
EVIDENCE = FormField("evidence", ("evidence",), Term("fields.evidence"), example="Toimeksianto 10482")
REASON = FormField("reason", ("reason",), Term("fields.reason"))
FIELDS = (CLIENT, TASK, STATUS, DAY, EVIDENCE, REASON)


@dataclass(frozen=True)
class TaskReport:
    """`unclear`: what couldn't be understood; then nothing is recorded."""

    client: str
    task: str
    status: Status
    day: date | None
    evidence: str | None
    reason: str | None
    unclear: tuple[Message, ...] = ()


def is_task_form(text: str) -> bool:
    told = answers(text, FIELDS)
    return CLIENT in told or TASK in told or STATUS in told


def from_task_form(text: str) -> TaskReport:
    """The text is hostile: only its fields' values are read, each as one line."""
    told = {field: " ".join(answer.split()) for field, answer in answers(text, FIELDS).items()}
    unclear = [
        Message("new.unclear-missing", {"field": field.label})
        for field in FIELDS
        if field.required and field not in told
    ]
    status = named(told.get(STATUS, ""), dict(STATUSES))
    if STATUS in told and status is None:
        unclear.append(Message("new.unclear-choice", {"field": STATUS.label, "value": told[STATUS][:60]}))
    day = as_day(told[DAY]) if DAY in told else None
    if DAY in told and day is None:
        unclear.append(Message("new.unclear-day", {"field": DAY.label, "value": told[DAY][:60]}))
    if status in (Status.WAITING.value, Status.BLOCKED.value) and REASON not in told:
        unclear.append(Message("new.unclear-missing", {"field": REASON.label}))
    return TaskReport(
        told.get(CLIENT, ""),
        told.get(TASK, ""),
        Status(status or Status.OPEN.value),
        day,
        told.get(EVIDENCE),
        told.get(REASON),
        tuple(unclear),
    )
