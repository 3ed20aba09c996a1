"""`templates/processes/<id>.yaml`."""

from collections.abc import Mapping
from typing import Any

from aloitus.loading.by_id import NamedById
from aloitus.loading.choices import Word
from aloitus.loading.due import Due
from aloitus.loading.process_values import WHOLE_TEAM, Fulfilment, Participants, StepText
from aloitus.loading.schema import words
from aloitus.loading.shapes import Either, Field, ListOf, LocalText, Record
from aloitus.loading.values import Count, Day, Flag, Id
from aloitus.model.client import ChangeKind
from aloitus.model.condition import Condition
from aloitus.model.due_rule import DueRule, Roll
from aloitus.model.process import (
    AgendaItem,
    ClosureCriterion,
    ClosureGate,
    Criterion,
    DateKind,
    Fact,
    LiveContent,
    Meeting,
    Phase,
    Process,
    Responsibility,
    Role,
    Service,
    Side,
    StartGate,
    Task,
    Window,
)
from aloitus.model.text import Text

_DAY, _DUE, _FLAG, _ID = Day(), Due(), Flag(), Id()
_DATE_KEY = Id(of_date=True)
_IDS = ListOf(_ID)
_TEXT = Field(LocalText())
_TITLE = Field(LocalText(), required="title: {fi: Otsikko, en: Title}")

WHEN = Record({"services": Field(_IDS), "facts": Field(_IDS)}, Condition)
_WHEN = Field(WHEN)


# What is required and missing has its finding already; a stand-in keeps the rest of the process readable.
def _title(key: str, title: Text | None) -> Text:
    return title or Text.plain(key)


def _date(key: str, title: Text | None = None, **values: Any) -> DateKind:
    return DateKind(key, _title(key, title), **values)


def _service(key: str, title: Text | None = None, **values: Any) -> Service:
    return Service(key, _title(key, title), **values)


def _fact(key: str, title: Text | None = None) -> Fact:
    return Fact(key, _title(key, title))


def _phase(key: str, title: Text | None = None) -> Phase:
    return Phase(key, _title(key, title))


def _role(key: str, title: Text | None = None, **values: Any) -> Role:
    return Role(key, _title(key, title), **values)


def _responsibility(key: str, title: Text | None = None, side: Side = Side.FIRM, **values: Any) -> Responsibility:
    return Responsibility(key, _title(key, title), side, **values)


def _task(
    key: str,
    title: Text | None = None,
    phase: str = "",
    role: str = "",
    due: DueRule | None = None,
    **values: Any,
) -> Task:
    return Task(key, _title(key, title), phase, role, due or DueRule(""), **values)


def _window(earliest: DueRule | None = None, latest: DueRule | None = None) -> Window | None:
    return Window(earliest, latest) if earliest and latest else None


def _agenda_item(title: Text | None = None, duration: int = 0, **values: Any) -> AgendaItem | None:
    return AgendaItem(title, duration, **values) if title else None


def _meeting(
    key: str,
    title: Text | None = None,
    due: DueRule | None = None,
    duration: int = 0,
    participants: str | tuple[str, ...] = WHOLE_TEAM,
    **values: Any,
) -> Meeting:
    roles = participants if isinstance(participants, tuple) else None
    return Meeting(key, _title(key, title), due or DueRule(""), duration, participants=roles, **values)


DATE = Record({"title": _TITLE, "when": _WHEN, "default": Field(_DUE)}, _date)
SERVICE = Record({"title": _TITLE, "lead": Field(_ID)}, _service)
FACT = Record({"title": _TITLE}, _fact)
PHASE = Record({"title": _TITLE}, _phase)
ROLE = Record({"title": _TITLE, "responsibility": _TEXT, "when": _WHEN}, _role)
RESPONSIBILITY = Record(
    {"title": _TITLE, "side": Field(words.SIDE, required="side: client"), "when": _WHEN},
    _responsibility,
)
TASK = Record(
    {
        "title": _TITLE,
        "phase": Field(_ID, required="phase: start"),
        "role": Field(_ID, required="role: support-services"),
        "when": _WHEN,
        "due": Field(_DUE, required="due: service_start - 15 workdays"),
        "roll": Field(Word({roll.value: roll for roll in Roll})),
        "after": Field(_IDS),
        "gate": Field(Word({"start": True}), attribute="at_start_gate"),
        "guide": Field(_ID),
        "steps": Field(ListOf(StepText(WHEN))),
        "client_input": Field(ListOf(LocalText())),
        "evidence": _TEXT,
        "waivable": Field(_FLAG),
        "fulfilled_by": Field(Fulfilment()),
        "from": Field(_DAY, attribute="applies_from"),
        "until": Field(_DAY, attribute="applies_until"),
        "running": Field(_FLAG),
    },
    _task,
)
WINDOW = Record(
    {
        "earliest": Field(_DUE, required="earliest: service_start + 3 months"),
        "latest": Field(_DUE, required="latest: service_start + 7 months"),
    },
    _window,
)
AGENDA_ITEM = Record(
    {
        "title": _TITLE,
        "duration": Field(Count(most=1440), required="duration: 30"),
        "when": _WHEN,
        "shows": Field(Word({content.value: content for content in LiveContent})),
    },
    _agenda_item,
)
MEETING = Record(
    {
        "title": _TITLE,
        "due": Field(_DUE, required="due: service_start - 15 workdays"),
        "window": Field(WINDOW),
        "duration": Field(Count(least=1, most=1440), required="duration: 30"),
        "with_client": Field(_FLAG),
        "chair": Field(_ID),
        "participants": Field(Participants()),
        "also": Field(_IDS),
        "agenda": Field(ListOf(AGENDA_ITEM)),
    },
    _meeting,
)
START_GATE = Record(
    {"title": _TITLE, "day": Field(_DATE_KEY, required="day: service_start")},
    lambda title=None, day="": StartGate(title or Text.plain("start"), day),
)
CRITERION = Either(
    Word({name.value: ClosureCriterion(name) for name in Criterion if name is not Criterion.MEETING_HELD}),
    Record(
        {Criterion.MEETING_HELD.value: Field(_ID, required="meeting-held: quick-review", attribute="meeting")},
        lambda meeting=None: meeting and ClosureCriterion(Criterion.MEETING_HELD, meeting),
    ),
)
_CRITERIA = "criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]"
CLOSURE_GATE = Record(
    {
        "title": _TEXT,
        "criteria": Field(
            ListOf(CRITERION),
            required=_CRITERIA,
        ),
    },
    lambda title=None, criteria=(): ClosureGate(title or Text(()), criteria),
)
GATES = Record({"start": Field(START_GATE), "closure": Field(CLOSURE_GATE)}, dict[str, Any])
APPROVALS = Record(
    {kind: Field(_IDS) for kind in ("waiver", "write-off", "policy", *(kind.value for kind in ChangeKind))},
    dict[str, tuple[str, ...]],
)


def _process(key: str, title: Text | None = None, gates: Mapping[str, Any] | None = None, **values: Any) -> Process:
    gates = gates or {}
    return Process(
        key,
        _title(key, title),
        start_gate=gates.get("start"),
        closure_gate=gates.get("closure"),
        **values,
    )


PROCESS = Record(
    {
        "title": _TITLE,
        "dates": Field(NamedById(DATE, _DATE_KEY)),
        "services": Field(NamedById(SERVICE)),
        "facts": Field(NamedById(FACT)),
        "phases": Field(NamedById(PHASE)),
        "roles": Field(NamedById(ROLE)),
        "responsibilities": Field(NamedById(RESPONSIBILITY)),
        "tasks": Field(NamedById(TASK)),
        "meetings": Field(NamedById(MEETING)),
        "gates": Field(GATES),
        "approvals": Field(APPROVALS),
    },
    _process,
)
