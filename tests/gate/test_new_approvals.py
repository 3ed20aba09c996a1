"""Which approvals a change brings, and whose word counts for them."""

from dataclasses import replace
from typing import Any

from aloitus.gate.approvals.new_approvals import new_approvals, old_approvals
from aloitus.model.client import Change, ChangeKind, ClientStatus, InvoicingItem, InvoicingStatus
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy
from builders import PEOPLE, a_client, a_closed_client, a_process, a_task, day, text, waived
from gate_step import FILE, LEFT, TODAY, a_step

APPROVED = ("liisa-laine", "eeva-esihenkilo")
PROCESS = a_process(a_task("known"), approvals={"waiver": ("supervisor",)})
OTHER = replace(a_process(approvals={"waiver": ("partner",)}), id="light-onboarding")


def policy(**fields: Any) -> ApprovalPolicy:
    people = PEOPLE | {LEFT.id: LEFT}
    return replace(ApprovalPolicy(FILE, people, PROCESS.approvals, TODAY, None, new=True), **fields)


def written_off() -> InvoicingItem:
    made = InvoicingItem("a", text("Koulutus"), InvoicingStatus.WRITTEN_OFF, by="liisa-laine", reason="Lahja")
    return replace(made, approved_by="eeva-esihenkilo", date=day("2026-11-20"))


MOVED = Change(
    ChangeKind.DATE_MOVED, day("2026-01-07"), *APPROVED[:1], "Lomat", "software_training",
    day("2026-05-04"), day("2026-05-11"), approved_by=APPROVED[1],
)  # fmt: skip


def test_a_move_to_a_day_that_is_past_is_new_whatever_day_it_says() -> None:
    judged = new_approvals(a_step(a_client(), a_client(changes=(MOVED,)), PROCESS))
    expected = Approval("date-moved", ("changes", 0), text("software_training"), *APPROVED, day("2026-01-07"))
    assert judged.approvals == (expected,)
    assert judged.policy == policy()
    unnamed = new_approvals(a_step(a_client(), a_client(changes=(replace(MOVED, what=None),)), PROCESS))
    assert [approval.subject for approval in unnamed.approvals] == [text("date-moved")]


def test_what_stood_there_before_is_old_and_judged_as_such() -> None:
    before = a_client(tasks={"known": waived()}, invoicing={"a": written_off(), "b": written_off()})
    step = a_step(before, before, PROCESS)
    assert new_approvals(step).approvals == ()
    judged = old_approvals(step)
    assert [approval.key for approval in judged.approvals] == [
        ("tasks", "known"),
        ("invoicing", "items", "a"),
        ("invoicing", "items", "b"),
    ]
    assert judged.policy == policy(new=False)


def test_a_write_off_that_differs_is_new() -> None:
    before = a_client(invoicing={"a": written_off(), "b": written_off()})
    after = replace(before, invoicing={"a": written_off(), "b": replace(written_off(), reason="Sovittu")})
    assert [approval.key for approval in new_approvals(a_step(before, after, PROCESS)).approvals] == [
        ("invoicing", "items", "b")
    ]


def test_only_a_closed_client_has_a_closer() -> None:
    closed = a_closed_client(tasks={"known": waived()})
    assert new_approvals(a_step(replace(closed, status=ClientStatus.ACTIVE), closed, PROCESS)).policy == policy(
        closer="liisa-laine"
    )
    reopened = replace(closed, status=ClientStatus.ACTIVE)
    assert new_approvals(a_step(closed, reopened, PROCESS)).policy == policy()
    assert new_approvals(a_step(a_client(), replace(closed, closure=None), PROCESS)).policy == policy()


def test_a_purged_clients_process_is_the_one_it_had() -> None:
    purged = Change(ChangeKind.PURGED, TODAY, APPROVED[0], "Säilytysaika päättyi", approved_by=APPROVED[1])
    before, after = a_closed_client(), a_closed_client(process="", changes=(purged,))
    assert new_approvals(a_step(before, after, PROCESS)).policy.approvals == PROCESS.approvals


def test_any_other_clients_process_is_the_one_it_has() -> None:
    before, after = a_client(), a_client(process="light-onboarding", changes=(MOVED,))
    step = a_step(before, after, PROCESS, OTHER)
    assert new_approvals(step).policy.approvals == OTHER.approvals


def test_where_nobody_knows_the_process_nobody_may_approve() -> None:
    step = a_step(a_client(), a_client(process="xyzzy", tasks={"known": waived()}), PROCESS)
    judged = new_approvals(step)
    assert [approval.subject for approval in judged.approvals] == [text("known")]
    assert judged.policy.approvals == {}


def test_in_the_first_change_of_all_nothing_is_new() -> None:
    assert new_approvals(a_step(None, a_client(), PROCESS, first=True)).policy == policy(new=False)
