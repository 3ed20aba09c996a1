"""The demo shows every situation that an onboarding can be in, with people, ids and numbers that nobody has."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from stdnum.fi import ytunnus

from aloitus.calendar import working_days
from aloitus.findings import Severity
from aloitus.loading.practice import LoadedPractice, load_practice
from aloitus.model.client import CLIENT_SIDE, ChangeKind, Client, ClientStatus, InvoicingStatus, MeetingStatus, Status
from aloitus.model.firm import Practice
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClientPlan, Situation

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)
SITUATIONS = {
    "auran-autohuolto": Situation.CLOSED,
    "aurinkorinne-hoiva": Situation.UNINVOICED,
    "fjordlight-games": Situation.ON_SCHEDULE,
    "havu-terveyspalvelut": Situation.LATE,
    "kaarna-kirjat": Situation.READY_TO_CLOSE,
    "kaislaranta-kiinteistohuolto": Situation.WAITING,
    "kallio-koski-arkkitehdit": Situation.START_AT_RISK,
    "keramiikkapaja-savikuu": Situation.ON_SCHEDULE,
    "kivikko-kahvila": Situation.CANCELLED,
    "kolmikulma-rakennus": Situation.CLOSED,
    "kuikka-vene": Situation.ON_SCHEDULE,
    "kuunsirppi-ravintolat": Situation.ON_SCHEDULE,
    "louhi-kiinteistot": Situation.ON_SCHEDULE,
    "louhi-konepaja": Situation.LATE,
    "lumi-energia": Situation.BLOCKED,
    "merikulma-asunnot": Situation.WAITING,
    "metsapuro-juomat": Situation.PLANNED,
    "pihlajaniemi-rakennus": Situation.REVIEW_DUE,
    "pohjolan-leipa": Situation.UNINVOICED,
    "rantakylan-optiikka": Situation.CLOSED,
    "saimaan-logistiikka": Situation.START_AT_RISK,
    "sammal-sahko": Situation.REVIEW_OVERDUE,
    "sinivuokko-paivakodit": Situation.PLANNED,
    "tunturin-taimi": Situation.ON_SCHEDULE,
    "tuulenpesa-hotelli": Situation.ON_SCHEDULE,
    "vanhan-sataman-kulta": Situation.ON_SCHEDULE,
    "vihrea-piha": Situation.CLOSED,
}


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


def text_of(client: Client) -> str:
    return (ROOT / "clients" / f"{client.id}.yaml").read_text(encoding="utf-8")


def recorded_days(value: object) -> Iterator[date]:
    """Days of what has happened: dates of entries that are final, never due days or what is yet to come."""
    if isinstance(value, dict):
        for item in value.values():
            yield from recorded_days(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from recorded_days(item)
    elif is_dataclass(value) and getattr(value, "status", None) is not MeetingStatus.PLANNED:
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, date) and not isinstance(held, datetime):
                if field.name in {"date", "started", "checked", "erp_closed"}:
                    yield held
            elif field.name != "dates":
                yield from recorded_days(held)


def test_the_demo_is_read_without_a_finding() -> None:
    assert [finding for finding in loaded().findings if finding.severity > Severity.NOTE] == []


def test_the_demo_shows_the_day_that_the_firm_pins() -> None:
    assert practice().firm.as_of == AS_OF


@pytest.mark.parametrize(("client_id", "situation"), sorted(SITUATIONS.items()))
def test_a_client_is_in_the_situation_it_was_written_for(client_id: str, situation: Situation) -> None:
    assert plan(client_id).situation is situation


def test_every_client_is_listed_and_every_situation_shown() -> None:
    assert set(practice().clients) == set(SITUATIONS)
    assert set(SITUATIONS.values()) == set(Situation)


def test_business_ids_are_valid_and_none_is_in_use() -> None:
    known = [client.business_id for client in clients() if client.business_id]

    assert all(number.startswith("9") and ytunnus.is_valid(number) for number in known)
    assert len(set(known)) == len(known)
    assert [client.id for client in clients() if client.business_id_pending] == ["metsapuro-juomat"]


def test_contacts_have_addresses_and_numbers_that_nobody_has() -> None:
    contacts = [contact for client in clients() for contact in client.contacts]

    assert all(contact.email and contact.email.endswith(".example") for contact in contacts)
    assert all(re.fullmatch(r"\+358 40 000 00\d\d", contact.phone) for contact in contacts if contact.phone)
    assert all(person.email and person.email.endswith(".example") for person in practice().people.values())


def test_nothing_was_recorded_after_the_day_the_demo_shows() -> None:
    days = [day for client in clients() for day in recorded_days(client)]

    assert AS_OF - timedelta(days=3) <= max(days) <= AS_OF


@pytest.mark.parametrize("service", ["bookkeeping", "payroll", "purchase-ledger", "sales-ledger", "payments"])
def test_each_service_is_bought_alone_by_somebody(service: str) -> None:
    assert any(client.services == (service,) for client in clients())


def test_somebody_buys_every_service() -> None:
    assert any(set(client.services) == set(process().services) for client in clients())


def test_every_fact_concerns_somebody() -> None:
    assert {fact for client in clients() for fact in client.facts} == set(process().facts)


def test_every_status_is_there() -> None:
    entries = [entry for client in clients() for entry in client.tasks.values()]

    assert {client.status for client in clients()} == set(ClientStatus)
    assert {entry.status for entry in entries} == set(Status) - {Status.CANCELLED}
    assert {meeting.status for client in clients() for meeting in client.meetings.values()} == set(MeetingStatus)
    assert {item.status for client in clients() for item in client.invoicing.values()} == set(InvoicingStatus)


def test_every_kind_of_change_but_a_purge_is_there_with_the_approval_it_needs() -> None:
    changes = [change for client in clients() for change in client.changes]
    supervisors = {person.id for person in practice().people.values() if "supervisor" in person.roles}
    approved = {ChangeKind.SERVICE_REMOVED, ChangeKind.FACT_REMOVED, ChangeKind.LATE_REVIEW, ChangeKind.REOPENED}
    approved |= {ChangeKind.CANCELLED, ChangeKind.IMPORTED}

    assert {change.kind for change in changes} == set(ChangeKind) - {ChangeKind.PURGED}
    assert all(change.approved_by in supervisors - {change.by} for change in changes if change.kind in approved)


def test_a_start_was_moved_later_and_another_earlier_with_approval() -> None:
    moves = [change for client in clients() for change in client.changes if change.kind is ChangeKind.DATE_MOVED]
    later = [move for move in moves if move.moved_from and move.moved_to and move.moved_to > move.moved_from]
    earlier = [move for move in moves if move.moved_from and move.moved_to and move.moved_to < move.moved_from]

    assert later
    assert earlier
    assert all(move.approved_by for move in earlier)


def test_a_waiver_and_a_write_off_are_approved_by_somebody_else() -> None:
    waived = [e for c in clients() for e in c.tasks.values() if e.status is Status.NOT_APPLICABLE]
    written_off = [i for c in clients() for i in c.invoicing.values() if i.status is InvoicingStatus.WRITTEN_OFF]

    assert waived
    assert written_off
    assert all(entry.reason and entry.approved_by and entry.approved_by != entry.by for entry in waived)
    assert all(item.reason and item.approved_by and item.approved_by != item.by for item in written_off)


def test_a_due_day_is_overridden_with_a_reason_and_a_task_has_a_substitute() -> None:
    entries = [entry for client in clients() for entry in client.tasks.values()]

    assert any(entry.due and entry.due_reason for entry in entries)
    assert any(entry.assignee for entry in entries)
    assert any(len(people) > 1 for client in clients() for people in client.team.values())


def test_clients_have_tasks_of_their_own_open_done_and_cancelled() -> None:
    states = {extra.entry.status for client in clients() for extra in client.extra_tasks.values()}

    assert states >= {Status.OPEN, Status.IN_PROGRESS, Status.DONE, Status.CANCELLED}


def test_meetings_left_actions_behind_for_the_firm_and_for_the_client() -> None:
    actions = [a for c in clients() for meeting in c.meetings.values() for a in meeting.actions.values()]

    assert {action.entry.status for action in actions} >= {Status.OPEN, Status.DONE}
    assert {action.assignee == CLIENT_SIDE for action in actions} == {True, False}


def test_sister_companies_share_an_invoice() -> None:
    sisters = [client for client in clients() if client.group == "louhi"]
    invoices = [{item.invoice for item in client.invoicing.values()} for client in sisters]

    assert len(sisters) == 2
    assert set.intersection(*invoices)


def test_a_service_starts_on_a_day_of_its_own() -> None:
    gates = {gate.service for gate in plan("tuulenpesa-hotelli").start_gates}

    assert gates == {None, "payroll"}


def test_a_start_has_less_time_than_the_process_needs() -> None:
    gate = plan("kallio-koski-arkkitehdit").start_gates[0]

    assert gate.lead is not None
    assert gate.lead < 23


def test_one_client_reads_english_and_one_has_agreed_on_other_responsibilities() -> None:
    assert [client.id for client in clients() if client.language == "en"] == ["fjordlight-games"]
    assert any(client.responsibilities for client in clients())


def test_a_role_still_lacks_its_person() -> None:
    team = practice().clients["tunturin-taimi"].team

    assert "payroll-implementer" not in team


def test_two_supervisors_can_approve_and_one_person_has_left_with_old_evidence() -> None:
    people = practice().people
    [leaver] = [person for person in people.values() if person.left]
    signed = [entry.date for client in clients() for entry in client.tasks.values() if entry.by == leaver.id]

    assert sum("supervisor" in person.roles for person in people.values()) == 2
    assert signed
    assert all(day and leaver.left and day <= leaver.left for day in signed)


def test_everybody_signs_off_tasks_of_a_role_they_have() -> None:
    wrong = [
        (client.id, task_id, entry.by)
        for client in clients()
        for task_id, entry in client.tasks.items()
        if entry.by and process().tasks[task_id].role not in practice().people[entry.by].roles
    ]

    assert wrong == []


def test_closed_clients_meet_every_criterion_and_the_ready_one_all_but_the_last() -> None:
    closed = [plan(client.id) for client in clients() if client.status is ClientStatus.CLOSED]
    unmet = [c.rule.criterion.value for c in plan("kaarna-kirjat").closure.criteria if not c.met]

    assert closed
    assert all(one.closure.met for one in closed)
    assert unmet == ["closed-in-erp"]


@pytest.mark.parametrize("client_id", sorted(SITUATIONS))
def test_a_file_lists_what_applies_in_the_process_order_each_with_its_title(client_id: str) -> None:
    client = practice().clients[client_id]
    applicable = [task.rule for task in plan(client_id).tasks if task.rule]
    recorded_elsewhere = {task.id for task in process().tasks.values() if task.fulfilled_by}
    order = [task_id for task_id in process().tasks if task_id in client.tasks]
    comments = dict(re.findall(r"^  ([a-z-]+): +# (.+)$", text_of(client), re.MULTILINE))

    assert list(client.tasks) == order
    assert recorded_elsewhere.isdisjoint(client.tasks)
    assert not client.tasks or {task.id for task in applicable} - recorded_elsewhere <= set(client.tasks)
    assert {task_id: comments.get(task_id) for task_id in order} == {
        task_id: process().tasks[task_id].title.say("fi") for task_id in order
    }
