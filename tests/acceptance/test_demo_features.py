"""The demo has an example of everything that a client's file can record."""

import pytest

from aloitus.model.client import CLIENT_SIDE, ChangeKind, ClientStatus, InvoicingStatus, MeetingStatus, Status
from demo import clients, plan, practice, process


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
