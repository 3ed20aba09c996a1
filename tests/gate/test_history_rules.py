"""One table of what each rule of history says of a client's change; what each row is told is kept as a golden file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aloitus.findings import Finding, KeyPath
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history import (
    cancelled_unsettled,
    closed_record,
    created_over,
    date_moved_silently,
    import_missing,
    leaver_named,
    process_switched,
    purged_wrongly,
    record_unsaid,
    reopened_silently,
    scope_changed_silently,
    status_move,
)
from aloitus.i18n import wording
from aloitus.model.client import (
    Change,
    ChangeKind,
    Client,
    ClientStatus,
    Closure,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from builders import a_client, a_closed_client, day, done, held
from gate_step import LEFT, TODAY, a_step
from golden import same_as_golden
from told import told

GOLDEN = Path(__file__).parent / "golden"
Check = Callable[[ClientStep], Iterator[Finding]]


def entry(kind: ChangeKind, what: str | None = None, **fields: Any) -> Change:
    made = Change(kind, day("2026-11-20"), "liisa-laine", "Asiakas pyysi", what, approved_by="eeva-esihenkilo")
    return replace(made, **fields)


REOPENED, CANCELLED, PURGED, IMPORTED = map(
    entry, (ChangeKind.REOPENED, ChangeKind.CANCELLED, ChangeKind.PURGED, ChangeKind.IMPORTED)
)
ADDED = entry(ChangeKind.SERVICE_ADDED, "payroll")
MOVED = entry(
    ChangeKind.DATE_MOVED, "service_start", moved_from=day("2026-06-01"), moved_to=day("2026-06-08"),
)  # fmt: skip
ACTIVE, CLOSED = a_client(tasks={"a": done("2026-11-13")}), a_closed_client()
SEEN = Uninvoiced(0, day("2026-11-13"), "liisa-laine")


def cancelled(*changes: Change, uninvoiced: Uninvoiced | None = SEEN) -> Client:
    return replace(ACTIVE, status=ClientStatus.CANCELLED, changes=changes, uninvoiced=uninvoiced)


def reopened(*changes: Change, **fields: Any) -> Client:
    return replace(CLOSED, **{"status": ClientStatus.ACTIVE, "changes": changes, **fields})


def by_leaver(on: str, **fields: Any) -> Client:
    return a_client(tasks={"a": done(on, by=LEFT.id)}, **fields)


def with_leaver(on: str, status: MeetingStatus = MeetingStatus.PLANNED, *others: str) -> Client:
    return met(MeetingEntry(status, day(on), participants=(*others, LEFT.id)))


def over(closed_on: str | None) -> Client:
    return replace(CLOSED, closure=Closure(day(closed_on) if closed_on else None, "liisa-laine", None))


def purged(closed_on: str | None) -> Client:
    left: dict[str, Any] = {"team": {}, "meetings": {}, "invoicing": {}, "uninvoiced": None}
    return replace(over(closed_on), changes=(PURGED,), **left)


def met(quick_review: MeetingEntry, internal: MeetingEntry | None = None) -> Client:
    first: dict[str, MeetingEntry] = {"internal-kickoff": internal} if internal else {}
    return a_client(meetings={**first, "quick-review": quick_review})


HELD = held("2026-10-01")
UNWRITTEN = replace(HELD, decisions=("-",))
BOTH = ("bookkeeping", "payroll")
LIST: KeyPath = ("invoicing", "uninvoiced")
ROWS: dict[str, tuple[Check, Client | None, Client, list[KeyPath]]] = {
    # cancelled
    "cancelled with all that it takes": (cancelled_unsettled.check, ACTIVE, cancelled(CANCELLED), []),
    "cancelled with another entry": (cancelled_unsettled.check, ACTIVE, cancelled(ADDED), [("status",)]),
    "cancelled before the list was looked at": (
        cancelled_unsettled.check, ACTIVE, cancelled(CANCELLED, uninvoiced=None), [LIST],
    ),
    "cancelled with rows in the list": (
        cancelled_unsettled.check, ACTIVE, cancelled(CANCELLED, uninvoiced=replace(SEEN, rows=2)), [(*LIST, "rows")],
    ),
    "cancelled when work went on after the list was looked at": (
        cancelled_unsettled.check,
        ACTIVE,
        cancelled(CANCELLED, uninvoiced=replace(SEEN, checked=day("2026-11-12"))),
        [(*LIST, "checked")],
    ),
    # closed
    "reopened and nothing else": (closed_record.check, CLOSED, reopened(REOPENED), []),
    "reopened and told twice": (closed_record.check, CLOSED, reopened(REOPENED, REOPENED), []),
    "reopened with an entry of something else": (
        closed_record.check, CLOSED, reopened(REOPENED, ADDED), [("changes",)],
    ),
    "reopened with an entry gone": (
        closed_record.check, replace(CLOSED, changes=(ADDED,)), reopened(REOPENED), [("changes",)],
    ),
    "reopened with a task signed": (
        closed_record.check, CLOSED, reopened(REOPENED, tasks={"a": done("2026-11-13")}), [("tasks", "a")],
    ),
    "closed, and a task signed afterwards": (
        closed_record.check, CLOSED, replace(CLOSED, tasks={"a": done("2026-11-13")}), [("tasks", "a")],
    ),
    "closed, and a contact changed afterwards": (closed_record.check, CLOSED, replace(CLOSED, name="Uusi Oy"), []),
    # created
    "a new file is closed": (created_over.check, None, CLOSED, [("status",)]),
    "a new file is cancelled": (created_over.check, None, cancelled(CANCELLED), [("status",)]),
    "a new file is closed, with an entry of something else": (
        created_over.check, None, replace(CLOSED, changes=(ADDED,)), [("status",)],
    ),
    "a closed client is brought in": (created_over.check, None, replace(CLOSED, changes=(IMPORTED,)), []),
    "a cancelled client is brought in": (created_over.check, None, cancelled(IMPORTED), [("status",)]),
    "a purged client comes back": (created_over.check, None, cancelled(PURGED), []),
    "a new file is active": (created_over.check, None, ACTIVE, []),
    # moved
    "a move that its entry tells": (
        date_moved_silently.check, a_client(), a_client(starts="2026-06-08", changes=(MOVED,)), [],
    ),
    "a move with an entry of another kind": (
        date_moved_silently.check,
        a_client(),
        a_client(starts="2026-06-08", changes=(replace(MOVED, kind=ChangeKind.LATE_REVIEW),)),
        [("dates", "service_start")],
    ),
    "a day that's gone": (date_moved_silently.check, a_client(), a_client(starts=None), [("dates", "service_start")]),
    "an entry that doesn't say what it moved": (
        date_moved_silently.check, a_client(), a_client(changes=(replace(MOVED, what=None),)), [("changes", 0)],
    ),
    "two entries of days that stayed": (
        date_moved_silently.check,
        a_client(),
        a_client(changes=(MOVED, replace(MOVED, what="agreement_signed"))),
        [("changes", 0), ("changes", 1)],
    ),
    "an entry of a service's own start that stayed": (
        date_moved_silently.check,
        a_client(),
        a_client(changes=(replace(MOVED, what="service_starts.bookkeeping"),)),
        [("changes", 0)],
    ),
    "an entry of a service that was dropped": (
        date_moved_silently.check, a_client(), a_client(changes=(replace(MOVED, what="service_starts.payroll"),)), [],
    ),
    "an entry of another kind tells of no move": (
        date_moved_silently.check, a_client(), a_client(changes=(replace(MOVED, kind=ChangeKind.LATE_REVIEW),)), [],
    ),
    "a service's own start that was recorded": (
        date_moved_silently.check,
        a_client(service_starts={"bookkeeping": ServiceStart(None, day("2026-06-01"))}),
        a_client(service_starts={"bookkeeping": ServiceStart(None, day("2026-06-02"))}),
        [("service_starts", "bookkeeping", "started")],
    ),
    # brought in
    "a new client starts today": (import_missing.check, None, a_client(starts=TODAY), []),
    "a new client started yesterday": (
        import_missing.check, None, a_client(starts="2026-11-20"), [("dates", "service_start")],
    ),
    "a new client is in production": (
        import_missing.check, None, a_client(starts="2026-12-01", started="2026-11-20"), [("dates", "service_started")],
    ),
    "a new client that started is brought in": (
        import_missing.check, None, a_client(starts="2026-11-20", changes=(IMPORTED,)), [],
    ),
    "a new client that started has an entry of something else": (
        import_missing.check, None, a_client(starts="2026-11-20", changes=(ADDED,)), [("dates", "service_start")],
    ),
    # its process and its status
    "another process": (process_switched.check, ACTIVE, replace(ACTIVE, process="x", changes=(ADDED,)), [("process",)]),
    "a purged client has no process": (
        process_switched.check, CLOSED, replace(CLOSED, process="", changes=(PURGED,)), [],
    ),
    "back to planned, with an entry of something": (
        status_move.check, ACTIVE, replace(ACTIVE, status=ClientStatus.PLANNED, changes=(ADDED,)), [("status",)],
    ),
    "a purged client may be of any status": (
        status_move.check, CLOSED, replace(CLOSED, status=ClientStatus.CANCELLED, changes=(PURGED,)), [],
    ),
    # purged
    "purged on the day that retention ends": (purged_wrongly.check, over("2025-11-23"), purged("2025-11-23"), []),
    "purged a day before retention ends": (
        purged_wrongly.check, over("2025-11-24"), purged("2025-11-24"), [("changes", 0)],
    ),
    "purged though nobody knows when it was closed": (
        purged_wrongly.check, over(None), purged(None), [("changes", 0)],
    ),
    "purged twice while it's running": (
        purged_wrongly.check, ACTIVE, replace(ACTIVE, changes=(PURGED, PURGED)), [("changes", 0), ("changes", 1)],
    ),
    "purged but for its notes": (
        purged_wrongly.check, over("2025-11-23"), replace(purged("2025-11-23"), notes="Soitettu"), [("changes", 0)],
    ),
    # unsaid
    "a meeting is no longer held": (
        record_unsaid.check, met(HELD), met(MeetingEntry()), [("meetings", "quick-review", "status")],
    ),
    "minutes are gone": (record_unsaid.check, met(HELD), met(UNWRITTEN), [("meetings", "quick-review")]),
    "minutes stand elsewhere": (
        record_unsaid.check, met(HELD), met(replace(UNWRITTEN, minutes="https://intra.example/1")), [],
    ),
    "minutes are written at last": (record_unsaid.check, met(UNWRITTEN), met(HELD), []),
    "a meeting that's planned goes, and one that was held isn't any more": (
        record_unsaid.check,
        met(HELD, internal=MeetingEntry()),
        met(MeetingEntry()),
        [("meetings", "quick-review", "status")],
    ),
    # reopened
    "reopened without a word": (reopened_silently.check, CLOSED, reopened(ADDED), [("status",)]),
    "reopened on the day of closing": (
        reopened_silently.check, CLOSED, reopened(replace(REOPENED, date=day("2026-10-13"))), [],
    ),
    "reopened before the closing": (
        reopened_silently.check, CLOSED, reopened(replace(REOPENED, date=day("2026-10-12"))), [("changes", 0, "date")],
    ),
    # services and facts
    "a service that came with its entry": (
        scope_changed_silently.check, ACTIVE, replace(ACTIVE, services=BOTH, changes=(ADDED,)), [],
    ),
    "services that came without": (
        scope_changed_silently.check, ACTIVE, replace(ACTIVE, services=(*BOTH, "payments")), [("services",)] * 2,
    ),
    "one that came with its entry, and one without": (
        scope_changed_silently.check,
        ACTIVE,
        replace(ACTIVE, services=(*BOTH, "purchase-ledger"), changes=(ADDED,)),
        [("services",)],
    ),
    "a service that went without": (
        scope_changed_silently.check, ACTIVE, replace(ACTIVE, services=()), [("services",)],
    ),
    "an entry of a service that stayed away": (
        scope_changed_silently.check, ACTIVE, replace(ACTIVE, changes=(ADDED,)), [("services",)],
    ),
    "an entry that doesn't say of what": (
        scope_changed_silently.check, ACTIVE, replace(ACTIVE, changes=(replace(ADDED, what=None),)), [("services",)],
    ),
    # people who left
    "signed on a leaver's last day": (leaver_named.check, a_client(), by_leaver("2026-11-13"), []),
    "signed after a leaver's last day": (
        leaver_named.check, a_client(), by_leaver("2026-11-14"), [("tasks", "a", "by")],
    ),
    "signed after a leaver's last day long ago": (
        leaver_named.check, by_leaver("2026-11-14"), by_leaver("2026-11-14", notes="Soitettu"), [],
    ),
    "signed after a leaver's last day, and another task was long ago": (
        leaver_named.check,
        by_leaver("2026-11-14"),
        a_client(tasks={name: done("2026-11-14", by=LEFT.id) for name in "ab"}),
        [("tasks", "b", "by")],
    ),
    "decided after a leaver's last day": (
        leaver_named.check, a_client(), a_client(changes=(replace(ADDED, by=LEFT.id),)), [("changes", 0, "by")],
    ),
    "a leaver's task is only open": (
        leaver_named.check, None, a_client(tasks={"a": TaskEntry(Status.OPEN, assignee=LEFT.id)}), [],
    ),
    "a leaver is invited, and the meeting moves": (
        leaver_named.check, with_leaver("2026-11-30"), with_leaver("2026-12-07"), [],
    ),
    "a leaver is said to have been at the meeting": (
        leaver_named.check,
        with_leaver("2026-11-20"),
        with_leaver("2026-11-20", MeetingStatus.HELD),
        [("meetings", "quick-review", "participants", 0)],
    ),
    "somebody else was at the meeting as well": (
        leaver_named.check,
        with_leaver("2026-11-20", MeetingStatus.HELD),
        with_leaver("2026-11-20", MeetingStatus.HELD, "liisa-laine"),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("check", "before", "after", "expected"), ROWS.values(), ids=ROWS)
def test_what_is_found_of_a_change(check: Check, before: Client | None, after: Client, expected: list[KeyPath]) -> None:
    assert [finding.place.key for finding in check(a_step(before, after))] == expected


def test_what_is_told_of_each_row() -> None:
    findings = {name: list(check(a_step(before, after))) for name, (check, before, after, _) in ROWS.items()}
    same_as_golden(GOLDEN / "history.fi.txt", told(findings, wording("fi")))


@pytest.mark.parametrize(("ended", "kept"), [("2020-11-23", False), ("2020-11-24", True)])
def test_where_nobody_says_how_long_records_are_kept_it_is_six_years(ended: str, *, kept: bool) -> None:
    step = a_step(over(ended), purged("2026-11-23"))
    policy = replace(step.comparison.policy, firm=None)
    found = list(purged_wrongly.check(replace(step, comparison=replace(step.comparison, policy=policy))))
    assert bool(found) is kept


def test_in_the_first_change_of_all_files_may_be_of_any_age() -> None:
    assert list(created_over.check(a_step(None, CLOSED, first=True))) == []
    assert list(import_missing.check(a_step(None, a_client(starts="2026-11-20"), first=True))) == []
