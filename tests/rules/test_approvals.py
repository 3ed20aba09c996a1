"""Who may approve what, and which entries need it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aloitus.findings import Finding, Severity
from aloitus.model.client import Change, ChangeKind, InvoicingItem, InvoicingStatus, TaskEntry
from aloitus.model.firm import Person
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy, approvals_of, needs_approval
from aloitus.rules.run import check_approvals
from builders import PEOPLE, a_client, a_process, a_task, day, text, waived

TODAY = date(2026, 5, 15)
LEFT = Person("olli-lahtenyt", "Olli Lähtenyt", ("supervisor",), left=date(2026, 3, 31))
POLICY = ApprovalPolicy("clients/x.yaml", PEOPLE | {LEFT.id: LEFT}, {"waiver": ("supervisor", "partner")}, TODAY)
WAIVER = Approval("waiver", ("tasks", "a"), text("A"), "liisa-laine", "eeva-esihenkilo", None)


def judged(approval: Approval = WAIVER, policy: ApprovalPolicy = POLICY, **fields: Any) -> list[Finding]:
    return check_approvals([replace(approval, **fields)], policy)


def told(findings: list[Finding]) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in findings]


NEW = replace(POLICY, new=True)


def test_one_suitable_role_is_enough() -> None:
    assert judged() == []
    assert judged(policy=NEW) == []


def test_an_exception_without_an_approver_is_not_approved() -> None:
    assert told(judged(approved_by=None)) == [("POL501", Severity.ERROR)]


def test_an_approver_needs_a_role_that_may_approve_this_kind() -> None:
    assert told(judged(approved_by="matti-makinen")) == [("POL502", Severity.ERROR)]
    assert told(judged(kind="write-off")) == [("POL502", Severity.ERROR)]


def test_of_a_client_that_is_over_a_right_that_went_is_a_warning_unless_the_approval_is_new() -> None:
    assert told(judged(policy=replace(POLICY, is_over=True), kind="write-off")) == [("POL502", Severity.WARNING)]
    assert told(judged(policy=replace(NEW, is_over=True), kind="write-off")) == [("POL502", Severity.ERROR)]


def test_a_name_that_nobody_knew_at_base_has_no_right_there() -> None:
    assert judged(approved_by="uusi-esihenkilo") == []
    assert told(judged(policy=NEW, approved_by="uusi-esihenkilo")) == [("POL502", Severity.ERROR)]


@pytest.mark.parametrize(
    ("policy", "recorded", "expected"),
    [
        (POLICY, None, []),
        (POLICY, "2026-03-31", []),
        (POLICY, "2026-04-01", [("POL503", Severity.WARNING)]),
        (NEW, "2026-03-31", [("POL503", Severity.ERROR)]),
    ],
)
def test_a_leaver_approves_nothing_new(
    policy: ApprovalPolicy, recorded: str | None, expected: list[tuple[str, Severity]]
) -> None:
    when = day(recorded) if recorded else None
    assert told(judged(policy=policy, approved_by=LEFT.id, day=when)) == expected


def test_on_their_last_day_people_still_approve() -> None:
    leaving = replace(LEFT, left=TODAY)
    policy = replace(POLICY, people={LEFT.id: leaving, "matti-makinen": PEOPLE["matti-makinen"]})
    (finding,) = judged(policy=policy, approved_by="matti-makinen")
    assert finding.help is not None
    assert finding.help.values["person"] == LEFT.id


def test_nobody_approves_what_they_recorded() -> None:
    assert told(judged(by="eeva-esihenkilo")) == [("POL504", Severity.ERROR)]


def test_whoever_closed_the_client_approved_nothing_of_it() -> None:
    assert told(judged(policy=replace(POLICY, closer="eeva-esihenkilo"))) == [("POL505", Severity.ERROR)]


def test_the_help_names_somebody_who_may_approve() -> None:
    (finding,) = judged(approved_by="matti-makinen")
    assert finding.help is not None
    assert finding.help.values["person"] == "eeva-esihenkilo"


def test_where_nobody_can_approve_the_help_says_so() -> None:
    (finding,) = judged(by="eeva-esihenkilo")
    assert finding.help is not None
    assert finding.help.key == "pol.nobody-may-approve-help"


MOVED = Change(
    ChangeKind.DATE_MOVED, day("2026-05-06"), "liisa-laine", "Asiakas pyysi", "service_start",
    day("2026-05-25"), day("2026-06-01"),
)  # fmt: skip


def test_only_some_moves_of_a_date_need_an_approval() -> None:
    assert not needs_approval(MOVED)
    assert needs_approval(replace(MOVED, what="agreement_signed"))
    assert needs_approval(replace(MOVED, moved_to=day("2026-05-24")))
    assert needs_approval(replace(MOVED, moved_from=day("2026-04-01"), moved_to=day("2026-05-05")))
    assert not needs_approval(replace(MOVED, moved_to=None))
    assert not needs_approval(replace(MOVED, moved_to=MOVED.moved_from))
    assert not needs_approval(replace(MOVED, moved_from=day("2026-04-01"), moved_to=MOVED.date))


def test_a_new_move_to_a_day_that_is_past_needs_an_approval_whatever_its_own_date_says() -> None:
    backdated = replace(MOVED, date=day("2026-01-01"), moved_from=day("2026-04-01"), moved_to=day("2026-05-05"))
    assert not needs_approval(backdated)
    assert needs_approval(backdated, TODAY)


@pytest.mark.parametrize("kind", ChangeKind)
def test_each_kind_of_change_needs_what_its_row_says(kind: ChangeKind) -> None:
    free = {ChangeKind.SERVICE_ADDED, ChangeKind.FACT_ADDED, ChangeKind.DATE_MOVED}
    assert needs_approval(replace(MOVED, kind=kind)) is (kind not in free)


def test_exceptions_are_found_in_the_order_of_the_file() -> None:
    dated: dict[str, Any] = {"by": "liisa-laine", "approved_by": "eeva-esihenkilo", "date": day("2026-05-07")}
    client = a_client(
        tasks={"known": waived(date=day("2026-05-04")), "unknown": waived(), "open": TaskEntry()},
        invoicing={
            "a": InvoicingItem("a", text("Koulutus"), InvoicingStatus.WRITTEN_OFF, **dated),
            "b": InvoicingItem("b", text("Työ")),
        },
        changes=(MOVED, replace(MOVED, kind=ChangeKind.REOPENED, what=None, approved_by="eeva-esihenkilo")),
    )
    found = list(approvals_of(client, a_process(a_task("known", title=text("Tuttu tehtävä")))))
    people = ("liisa-laine", "eeva-esihenkilo")
    assert found == [
        Approval("waiver", ("tasks", "known"), text("Tuttu tehtävä"), *people, day("2026-05-04")),
        Approval("waiver", ("tasks", "unknown"), text("unknown"), *people, None),
        Approval("write-off", ("invoicing", "items", "a"), text("Koulutus"), *people, day("2026-05-07")),
        Approval("reopened", ("changes", 1), text("reopened"), *people, day("2026-05-06")),
    ]
