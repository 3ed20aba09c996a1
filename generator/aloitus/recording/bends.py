"""Decisions that bend the plan: each writes its entry under `changes` by itself, once the client is active."""

from collections.abc import Mapping
from datetime import date

from aloitus.editing.edits import Append, Edit, Put, Remove
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.findings import Message, Term
from aloitus.model.client import ChangeKind
from aloitus.model.process import Process
from aloitus.model.text import Text
from aloitus.recording.desk import Desk, Record
from aloitus.recording.names import FACT, SERVICE, find_person, known, titles


def change_entry(
    desk: Desk,
    kind: ChangeKind,
    reason: str,
    *,
    what: str | None = None,
    moved: tuple[date, date] | None = None,
    approved_by: str | None = None,
) -> Record:
    entry: dict[str, Value] = {"kind": kind.value}
    if what:
        entry["what"] = what
    if moved:
        entry["from"], entry["to"] = moved
    entry |= {"date": desk.day, "by": desk.by, "reason": reason}
    if approved_by:
        entry["approved_by"] = find_person(desk.people, approved_by)
    said = Message("verbs.said-change", {"kind": Term(f"verbs.change-{kind.value}")})
    return Record((Append(("changes",), entry),), (said,))


def _services(desk: Desk) -> Mapping[str, Text]:
    """The client's own, those that the process doesn't know among them."""
    return {service: title_of(desk.process, "services", service) for service in desk.client.services}


def add_service(desk: Desk, service: str, reason: str | None) -> Record:
    service = known(SERVICE, service, titles(desk.process.services.values()))
    return _added(desk, "services", desk.client.services, service, ChangeKind.SERVICE_ADDED, reason)


def remove_service(desk: Desk, service: str, reason: str | None, approved_by: str | None) -> Record:
    service = known(SERVICE, service, _services(desk), client=desk.client.id)
    if len(desk.client.services) == 1:
        raise UserError(
            "verbs.last-service", service=title_of(desk.process, "services", service), client=desk.client.id
        )
    return _removed(desk, "services", desk.client.services, service, ChangeKind.SERVICE_REMOVED, reason, approved_by)


def add_fact(desk: Desk, fact: str, reason: str | None) -> Record:
    fact = known(FACT, fact, titles(desk.process.facts.values()))
    return _added(desk, "facts", desk.client.facts, fact, ChangeKind.FACT_ADDED, reason)


def remove_fact(desk: Desk, fact: str, reason: str | None, approved_by: str | None) -> Record:
    facts = {one: title_of(desk.process, "facts", one) for one in desk.client.facts}
    fact = known(FACT, fact, facts, client=desk.client.id)
    return _removed(desk, "facts", desk.client.facts, fact, ChangeKind.FACT_REMOVED, reason, approved_by)


def title_of(process: Process, section: str, name: str) -> Text:
    known_ids = process.services if section == "services" else process.facts
    return known_ids[name].title if name in known_ids else Text.plain(name)


def _added(desk: Desk, section: str, there: tuple[str, ...], name: str, kind: ChangeKind, reason: str | None) -> Record:
    if name in there:
        raise UserError(f"verbs.{section}-there", name=title_of(desk.process, section, name), client=desk.client.id)
    known_ids = list(desk.process.services if section == "services" else desk.process.facts)
    ordered = tuple(
        sorted((*there, name), key=lambda one: known_ids.index(one) if one in known_ids else len(known_ids))
    )
    # in the process's order, unless the file has an order of its own
    ids = ordered if tuple(one for one in ordered if one != name) == there else (*there, name)
    said = Message(f"verbs.said-{kind.value}", {"name": title_of(desk.process, section, name)})
    record = Record((Put((section,), ids),), (said,))
    if not desk.is_active:
        return record
    if reason is None:
        raise UserError("verbs.change-needs-reason")
    return record + change_entry(desk, kind, reason, what=name)


def _removed(
    desk: Desk,
    section: str,
    there: tuple[str, ...],
    name: str,
    kind: ChangeKind,
    reason: str | None,
    approved_by: str | None,
) -> Record:
    edit: Edit = Remove((section, there.index(name)))
    said = Message(f"verbs.said-{kind.value}", {"name": title_of(desk.process, section, name)})
    if not desk.is_active:
        return Record((edit,), (said,))
    if reason is None or approved_by is None:
        raise UserError("verbs.removal-needs-approval", name=title_of(desk.process, section, name))
    return Record((edit,), (said,)) + change_entry(desk, kind, reason, what=name, approved_by=approved_by)
