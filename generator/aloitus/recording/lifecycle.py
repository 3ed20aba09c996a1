"""A client's way from planned to closed, and who is on its team."""

from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from aloitus.editing.edits import Edit, Put
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.model.client import ChangeKind, ClientStatus
from aloitus.model.text import Text
from aloitus.plan.effective_dating import SERVICE_STARTED
from aloitus.recording.bends import change_entry
from aloitus.recording.dates import SERVICE_STARTS, STARTED, needs_approval
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import SERVICE, find_role, find_worker, known, people_names, titles

_MAY_BECOME = {
    ClientStatus.ACTIVE: (ClientStatus.PLANNED,),
    ClientStatus.CLOSED: (ClientStatus.ACTIVE,),
    ClientStatus.CANCELLED: (ClientStatus.PLANNED, ClientStatus.ACTIVE),
}


def activate(desk: Desk) -> Record:
    """The agreement is signed: the onboarding begins."""
    _must_be(desk, _MAY_BECOME[ClientStatus.ACTIVE])
    return _status(desk, ClientStatus.ACTIVE, "activated")


def start_service(desk: Desk, service: str | None) -> Record:
    """Production really began: for the client, or for a service with a day of its own. Judged as the gate does."""
    _must_be(desk, (ClientStatus.ACTIVE,))
    key: tuple[str, ...] = ("dates", SERVICE_STARTED)
    name, recorded = Text.plain(""), desk.client.dates.get(SERVICE_STARTED)
    if service is not None:
        theirs = [desk.process.services[one] for one in desk.client.services if one in desk.process.services]
        service = known(SERVICE, service, titles(theirs), client=desk.client.id)
        key = (SERVICE_STARTS, service, STARTED)
        name = desk.process.services[service].title
        if service not in desk.client.service_starts:
            raise UserError("verbs.service-starts-with-all", service=name, client=desk.client.id)
        recorded = desk.client.service_starts[service].started
    if recorded and recorded != desk.day:
        _refuse_another_start(desk, ".".join(key) if service else SERVICE_STARTED, recorded)
    variant = "-of" if service else ""
    said = Message(f"verbs.said-started{variant}", {"day": desk.day, "name": name})
    return Record((Put(key, desk.day),), (said,), strict=True)


def _refuse_another_start(desk: Desk, name: str, recorded: date) -> NoReturn:
    """A start that was recorded is corrected by moving it, which leaves its entry under `changes`."""
    variant = "-approved" if needs_approval(desk, name, recorded, desk.day) else ""
    day = desk.day.isoformat()
    raise UserError(f"verbs.started-before{variant}", recorded=recorded, client=desk.client.id, name=name, to=day)


def close(desk: Desk, erp_closed: date) -> Record:
    _must_be(desk, _MAY_BECOME[ClientStatus.CLOSED])
    closure: dict[str, Value] = {"date": desk.day, "by": desk.by, "erp_closed": erp_closed}
    record = _status(desk, ClientStatus.CLOSED, "closed")
    return Record((*record.edits, Put(("closure",), closure)), record.said, strict=True)


def reopen(desk: Desk, reason: str, approved_by: str) -> Record:
    _must_be(desk, (ClientStatus.CLOSED, ClientStatus.CANCELLED))
    record = _status(desk, ClientStatus.ACTIVE, "reopened")
    return record + change_entry(desk, ChangeKind.REOPENED, reason, approved_by=approved_by)


def cancel(desk: Desk, reason: str, approved_by: str) -> Record:
    _must_be(desk, _MAY_BECOME[ClientStatus.CANCELLED])
    record = _status(desk, ClientStatus.CANCELLED, "cancelled-client")
    return record + change_entry(desk, ChangeKind.CANCELLED, reason, approved_by=approved_by)


def staff(desk: Desk, role: str, names: Sequence[str]) -> Record:
    """The first leads, the others deputise."""
    role = find_role(desk, role)
    people = tuple(dict.fromkeys(find_worker(desk, name) for name in names))
    value: Value = people[0] if len(people) == 1 else people
    before = desk.client.team.get(role, ())
    replaced = "-anew" if before and before != people else ""
    named = {"people": people_names(desk.people, people), "before": people_names(desk.people, before)}
    said = Message(f"verbs.said-staffed{replaced}", {"role": desk.process.roles[role].title, **named})
    return Record((Put(("team", role), value),), (said,))


def _status(desk: Desk, status: ClientStatus, sentence: str) -> Record:
    edit: Edit = Put(("status",), status.value)
    return Record((edit,), (Message(f"verbs.said-{sentence}", {"client": desk.client.name, "day": desk.day}),))


def _must_be(desk: Desk, statuses: tuple[ClientStatus, ...]) -> None:
    if desk.client.status not in statuses:
        raise UserError(f"verbs.wrong-status-{desk.client.status.value}", client=desk.client.id)
