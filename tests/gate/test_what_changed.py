"""What differs between a client before and after: its entries, its dates, and what else it records."""

from dataclasses import replace
from itertools import pairwise

from aloitus.findings import Severity
from aloitus.gate.closing import is_brought_in, judge_closing
from aloitus.gate.compare import compare
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import lost_entries, new_entries
from aloitus.gate.history.evidence import Piece, pieces
from aloitus.gate.history.moves import Move, moves, unexplained
from aloitus.gate.history.places import field_key
from aloitus.model.client import Change, ChangeKind, ClientStatus, InvoicingItem, InvoicingStatus, ServiceStart
from aloitus.model.process import ClosureGate
from aloitus.model.tree import FileKind, TreeEntry
from builders import CLOSING_TASKS, CRITERIA, a_client, a_closed_client, a_process, a_task, day, done, text
from everybody_named import CLIENT
from gate_step import TODAY, a_step

ADDED = Change(ChangeKind.SERVICE_ADDED, TODAY, "liisa-laine", "Lisätilaus", "payroll")
IMPORTED = Change(ChangeKind.IMPORTED, TODAY, "liisa-laine", "Ennen tätä", approved_by="eeva-esihenkilo")


def a_change(before: tuple[Change, ...], after: tuple[Change, ...]) -> ClientStep:
    return a_step(a_client(changes=before), a_client(changes=after))


def test_an_entry_is_new_as_often_as_it_is_repeated() -> None:
    thrice = a_change((ADDED,), (ADDED, ADDED, ADDED))
    assert [(new.number, new.change) for new in new_entries(thrice)] == [(1, ADDED), (2, ADDED)]
    assert lost_entries(thrice) == []
    assert new_entries(a_change((ADDED, ADDED), (ADDED, ADDED))) == []
    assert lost_entries(a_change((ADDED, ADDED, IMPORTED), (ADDED,))) == [ADDED, IMPORTED]


def test_of_a_new_file_every_entry_is_new_and_none_is_lost() -> None:
    step = a_step(None, a_client(changes=(ADDED, IMPORTED)))
    assert [new.number for new in new_entries(step)] == [0, 1]
    assert [new.number for new in new_entries(step, ChangeKind.IMPORTED)] == [1]
    assert lost_entries(step) == []


def test_every_date_has_its_day_before_and_after() -> None:
    june, july = day("2026-06-01"), day("2026-07-01")
    before = a_client(
        services=("bookkeeping", "payroll", "payments"),
        service_starts={"payroll": ServiceStart(july, july), "payments": ServiceStart(july)},
    )
    after = a_client(
        services=("bookkeeping", "payroll", "sales-ledger"),
        starts="2026-06-08",
        service_starts={
            "bookkeeping": ServiceStart(june),
            "payroll": ServiceStart(june, june),
            "sales-ledger": ServiceStart(july, july),
        },
    )
    assert moves(a_step(before, after)) == [
        Move("agreement_signed", ("dates", "agreement_signed"), day("2026-04-20"), day("2026-04-20")),
        Move("service_start", ("dates", "service_start"), june, day("2026-06-08")),
        Move("service_starts.bookkeeping", ("service_starts", "bookkeeping", "agreed"), june, june),
        Move("service_starts.bookkeeping", ("service_starts", "bookkeeping", "started"), None, None),
        Move("service_starts.payroll", ("service_starts", "payroll", "agreed"), july, june),
        Move("service_starts.payroll", ("service_starts", "payroll", "started"), july, june),
        Move("service_starts.sales-ledger", ("service_starts", "sales-ledger", "agreed"), None, july),
        Move("service_starts.sales-ledger", ("service_starts", "sales-ledger", "started"), None, july),
    ]


def test_a_move_is_explained_by_entries_that_lead_past_its_day_as_well() -> None:
    days = [day("2026-06-01"), day("2026-06-08"), day("2026-06-15")]
    entries = tuple(
        Change(ChangeKind.DATE_MOVED, TODAY, "liisa-laine", "Lomat", "service_start", start, end)
        for start, end in pairwise(days)
    )
    step = a_step(a_client(starts=days[0]), a_client(starts=days[1], changes=entries))
    assert unexplained(step) == []
    assert [move.what for move in unexplained(a_step(a_client(starts=days[0]), a_client(starts=days[1])))] == [
        "service_start"
    ]


def test_a_difference_shows_at_the_entry_that_differs_and_where_its_field_is_written() -> None:
    before = a_client(tasks={"a": done("2026-05-04"), "b": done("2026-05-04")}, erp_tasks={"seller": "17"})
    after = replace(
        before,
        tasks={"a": done("2026-05-04"), "b": done("2026-05-05")},
        erp_tasks={"seller": "18"},
        uninvoiced=FINISHED.uninvoiced,
        invoicing=FINISHED.invoicing,
    )
    step = a_step(before, after)
    assert field_key(step, "tasks") == ("tasks", "b")
    assert field_key(step, "erp_tasks") == ("systems", "erp_tasks", "seller")
    assert field_key(step, "invoicing") == ("invoicing", "items", "onboarding-project")
    assert field_key(step, "uninvoiced") == ("invoicing", "uninvoiced")
    assert field_key(step, "meetings") == ("meetings",)
    assert field_key(step, "status") == ("status",)
    assert field_key(a_step(None, after), "tasks") == ("tasks",)


def test_a_service_that_was_not_sold_had_no_start() -> None:
    starts = {"payroll": ServiceStart(day("2026-06-01"), day("2026-06-01"))}
    before, after = a_client(service_starts=starts), a_client(services=("payroll",), service_starts=starts)
    assert [move.before for move in moves(a_step(before, after)) if move.key[0] == "service_starts"] == [None, None]


def test_what_a_file_records_is_told_in_its_order() -> None:
    held_open = replace(
        CLIENT, invoicing={**CLIENT.invoicing, "d": InvoicingItem("d", text("D"), InvoicingStatus.OPEN)}
    )
    assert list(pieces(held_open)) == [
        Piece("extra-task", ("extra_tasks", "b"), begun=True),
        Piece("meeting", ("meetings", "kickoff"), begun=True),
        Piece("action", ("meetings", "kickoff", "actions", "book"), begun=True),
        Piece("action", ("meetings", "kickoff", "actions", "sign"), begun=False),
        Piece("invoicing-item", ("invoicing", "items", "c"), begun=True),
        Piece("invoicing-item", ("invoicing", "items", "d"), begun=False),
    ]


def test_only_an_import_brings_a_file_in() -> None:
    assert is_brought_in(a_step(None, a_client(changes=(IMPORTED,))))
    assert not is_brought_in(a_step(None, a_client(changes=(ADDED,))))
    assert not is_brought_in(a_step(a_client(), a_client(changes=(IMPORTED,))))


PROCESS = a_process(a_task("open-engagement"), *CLOSING_TASKS)
FINISHED = a_closed_client(tasks={"open-engagement": done("2026-04-22")})
RUNNING = replace(FINISHED, status=ClientStatus.ACTIVE, closure=None)


def test_nobody_becomes_a_project_manager_in_the_change_that_closes() -> None:
    without = replace(RUNNING, team={})
    assert [finding.code for finding in judge_closing(a_step(without, FINISHED, PROCESS))] == ["CLO311"]
    assert list(judge_closing(a_step(RUNNING, FINISHED, PROCESS))) == []


def test_what_both_processes_ask_of_a_closing_is_told_once() -> None:
    unfinished = replace(FINISHED, tasks={}, uninvoiced=None)
    step = a_step(RUNNING, unfinished, PROCESS)
    lighter = replace(PROCESS, tasks={}, closure_gate=ClosureGate(text("Sulkeminen"), CRITERIA[1:2]))
    stricter = replace(step.comparison, policy=replace(step.comparison.policy, processes={PROCESS.id: lighter}))
    found = list(judge_closing(replace(step, comparison=stricter)))
    assert sorted(finding.code for finding in found) == ["CLO301", "CLO308", *["CLO315"] * 3]
    assert len({(finding.code, finding.place, finding.message.key) for finding in judge_closing(step)}) == 2
    assert [finding.code for finding in judge_closing(step)] == ["CLO301", "CLO308"]


def test_a_closing_is_judged_though_the_change_takes_its_process_away() -> None:
    step = a_step(RUNNING, FINISHED, PROCESS)
    head = replace(step.comparison.head, processes={})
    assert list(judge_closing(replace(step, comparison=replace(step.comparison, head=head)))) == []


def test_a_closing_comes_first_and_then_the_graver() -> None:
    step = a_step(RUNNING, replace(FINISHED, tasks={}), PROCESS)
    base, head = step.comparison.base, step.comparison.head
    aalto = a_client("aalto", business_id="9000020-6")
    moved = replace(aalto, dates={**aalto.dates, "service_start": day("2026-06-08")}, notes="-")
    tree = dict.fromkeys(("clients/aalto.yaml", "clients/kuusipuun-saha.yaml"), head.tree["templates/firm.yaml"])
    odd = {"clients/con.yaml": TreeEntry("clients/con.yaml", FileKind.FILE, "1")}
    comparison = replace(
        step.comparison,
        base=replace(base, tree={**base.tree, **odd}, clients={"aalto": aalto, "kuusipuun-saha": RUNNING}),
        head=replace(head, clients={"aalto": moved, "kuusipuun-saha": step.head}, tree={**head.tree, **tree, **odd}),
    )
    found = compare(comparison)
    assert [finding.code for finding in found][:2] == ["CLO301", "HIS409"]
    severities = [finding.severity for finding in found]
    assert severities[-1] is Severity.NOTE
    assert severities == sorted(severities, reverse=True)
