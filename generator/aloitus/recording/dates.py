"""Moving a client's days: those that were agreed, and those on which production was recorded to have begun."""

from collections.abc import Mapping
from datetime import date

from aloitus.editing.edits import Put
from aloitus.errors import UserError
from aloitus.findings import KeyPath, Message
from aloitus.findings import Value as Said
from aloitus.i18n import languages, wording
from aloitus.model.client import ChangeKind
from aloitus.model.text import Text
from aloitus.plan.client_plan import ClientPlan
from aloitus.plan.effective_dating import SERVICE_START, SERVICE_STARTED
from aloitus.recording.bends import change_entry, title_of
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import DATE, known

SERVICE_STARTS = "service_starts"
STARTED = "started"
AGREEMENT_SIGNED = "agreement_signed"


def movable(plan: ClientPlan) -> Mapping[str, Text]:
    """The process's dates, the start of each service that the client has, and what has started."""
    dates = {name: kind.title for name, kind in plan.process.dates.items()}
    dates[SERVICE_STARTED] = _every_language("verbs.production-started")
    for service in plan.client.services:
        title = title_of(plan.process, "services", service)
        dates[f"{SERVICE_STARTS}.{service}"] = title
        if service in plan.client.service_starts:
            dates[f"{SERVICE_STARTS}.{service}.{STARTED}"] = _every_language("verbs.service-started", name=title)
    return dates


def move_date(desk: Desk, name: str, to: date, reason: str | None, approved_by: str | None) -> Record:
    """A date on another day; `service_starts.payroll` is a service's own agreed day, `.started` the real one."""
    dates = movable(desk.plan)
    name = known(DATE, name, dates)
    key, old = _date(desk, name)
    what = dates[name]
    if old is None and _is_start(key):
        service = key[1] if key[0] == SERVICE_STARTS else ""
        raise UserError("verbs.start-not-recorded", what=what, command=start_command(desk, service), day=to.isoformat())
    if old == to:
        raise UserError("verbs.date-stands", what=what, day=to)
    values: dict[str, Said] = {"what": what, "to": to, "from": old or "–"}
    moved = Record((Put(key, to),), (Message(f"verbs.said-{_kind(key)}-{'moved' if old else 'set'}", values),))
    if not desk.is_active or old is None:
        return moved
    lacks = [
        *(["reason"] if reason is None else []),
        *(["approval"] if approved_by is None and needs_approval(desk, name, old, to) else []),
    ]
    if reason is None or lacks:
        raise UserError(f"verbs.move-needs-{'-and-'.join(lacks)}", what=what, old=old, to=to)
    entry_of = name.removesuffix(f".{STARTED}")
    return moved + change_entry(
        desk, ChangeKind.DATE_MOVED, reason, what=entry_of, moved=(old, to), approved_by=approved_by
    )


def needs_approval(desk: Desk, name: str, old: date, to: date) -> bool:
    return name == AGREEMENT_SIGNED or to < old or to < desk.plan.today


def start_command(desk: Desk, service: str) -> str:
    return " ".join(["aloitus start-service", desk.client.id, *([service] if service else [])])


def _date(desk: Desk, name: str) -> tuple[tuple[str, ...], date | None]:
    family, _, rest = name.partition(".")
    if family != SERVICE_STARTS:
        return ("dates", name), desk.client.dates.get(name)
    service = rest.removesuffix(f".{STARTED}")
    own = desk.client.service_starts.get(service)
    if rest != service:
        return (SERVICE_STARTS, service, STARTED), own.started if own else None
    return (SERVICE_STARTS, service, "agreed"), (own.agreed if own else None) or desk.plan.dates.get(SERVICE_START)


def _is_start(key: KeyPath) -> bool:
    return key[-1] in (SERVICE_STARTED, STARTED)


def _kind(key: KeyPath) -> str:
    """How it's said: a day on which production was recorded to have begun is corrected, not moved."""
    return "real-start" if _is_start(key) else "service-start" if key[0] == SERVICE_STARTS else "date"


def _every_language(sentence: str, **values: Said) -> Text:
    return Text.by_language({language: wording(language)(sentence, **values) for language in languages()})
