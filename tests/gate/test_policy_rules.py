"""What a change of the processes and the people loosens, and who could approve it; each row's words are kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from aloitus.findings import Finding, KeyPath
from aloitus.gate.comparison import Comparison, Review, Side
from aloitus.gate.policy import (
    approver_added,
    approvers_gone,
    closable,
    name_vanished,
    rights_raised,
    start_gate,
    task_ended,
    task_undated,
    window_widened,
)
from aloitus.gate.policy.loosening import PEOPLE_FILE, process_pairs
from aloitus.gate.policy.names import names_used
from aloitus.gate.policy.people import actor, may_approve_policy, person_called, policy_roles
from aloitus.gate.policy.task_ended import reaches_fewer
from aloitus.i18n import wording
from aloitus.model.client import Client, ClientStatus
from aloitus.model.firm import Person
from aloitus.model.process import Process, Task
from aloitus.model.tree import FileKind, TreeEntry
from builders import PEOPLE, QUICK_REVIEW, a_client, a_date, a_meeting, a_process, a_task, day, finland, text
from everybody_named import CLIENT
from gate_step import FIRM, LEFT, TEMPLATES, TODAY
from golden import same_as_golden
from told import told

GOLDEN = Path(__file__).parent / "golden"
TREE = {**TEMPLATES, PEOPLE_FILE: TreeEntry(PEOPLE_FILE, FileKind.FILE, "1")}
APPROVALS = {"policy": ("supervisor",), "waiver": ("supervisor",)}
PROCESS = a_process(a_task("a", gate=True), a_task("b"), approvals=APPROVALS)
ALL = PEOPLE | {LEFT.id: LEFT}
TWO = {**ALL, "b": Person("b", "B", ("supervisor",), handle="bee")}
GONE = TODAY - timedelta(days=1)


OPENED = Review("liisalaine", ())


def a_comparison(
    before: Process = PROCESS,
    after: Process = PROCESS,
    *,
    people: tuple[Mapping[str, Person], Mapping[str, Person]] = (ALL, ALL),
    clients: tuple[Client, ...] = (),
    review: Review = OPENED,
) -> Comparison:
    base = Side(FIRM, people[0], {before.id: before}, {}, TREE)
    head = Side(FIRM, people[1], {after.id: after}, {client.id: client for client in clients}, TREE)
    return Comparison(base, head, base, TODAY, review, finland())


def process(*tasks: Task, **fields: Any) -> Process:
    kept: Any = {task.id: task for task in tasks} or PROCESS.tasks
    return replace(PROCESS, tasks=kept, **fields)


def person(name: str, **fields: Any) -> dict[str, Person]:
    return {**ALL, name: replace(ALL[name], **fields)}


A, B = PROCESS.tasks["a"], PROCESS.tasks["b"]
TRAINING = ("software_training + 3 months", "software_training + 7 months")


def reviewed(earliest: str, latest: str, **fields: Any) -> Process:
    meeting = a_meeting("quick-review", "service_start + 4 months", (earliest, latest))
    return process(meetings={"quick-review": meeting}, **fields)


NO_GATE = process(start_gate=None)
WINDOW: KeyPath = ("meetings", "quick-review", "window")
Check = Callable[[Comparison], Iterator[Finding]]
ROWS: dict[str, tuple[Check, Comparison, list[KeyPath]]] = {
    # approvals
    "an approver that the process has": (approver_added.check, a_comparison(), []),
    "an approver that only another exception has": (
        approver_added.check,
        a_comparison(after=process(approvals={**APPROVALS, "waiver": ("supervisor", "partner")})),
        [("approvals", "waiver")],
    ),
    "an exception that nobody could approve": (
        approver_added.check,
        a_comparison(after=process(approvals={**APPROVALS, "purged": ("supervisor",)})),
        [("approvals", "purged")],
    ),
    "a new process with another's approvers": (
        approver_added.check, a_comparison(after=process(id="light", approvals={"waiver": ("supervisor",)})), [],
    ),
    "a new process with approvers of its own": (
        approver_added.check,
        a_comparison(after=process(id="light", approvals={"write-off": ("supervisor",)})),
        [("approvals", "write-off")],
    ),
    # the start gate
    "the start gate is gone": (start_gate.check, a_comparison(after=process(start_gate=None)), [("gates", "start")]),
    "the start gate has another day": (
        start_gate.check,
        a_comparison(after=process(start_gate=replace(PROCESS.start_gate, day="software_training"))),  # type: ignore[type-var]
        [("gates", "start")],
    ),
    "the start gate has another title": (
        start_gate.check,
        a_comparison(after=process(start_gate=replace(PROCESS.start_gate, title=text("Alku")))),  # type: ignore[type-var]
        [],
    ),
    "a task leaves the start gate": (
        start_gate.check, a_comparison(after=process(replace(A, at_start_gate=False), B)), [("tasks", "a")],
    ),
    # tasks
    "a task is gone": (task_ended.check, a_comparison(after=process(A)), [("tasks",)]),
    "a task ends": (
        task_ended.check, a_comparison(after=process(A, replace(B, applies_until=TODAY))), [("tasks", "b")],
    ),
    "a new task without a day, with a client under way": (
        task_undated.check, a_comparison(process(A), clients=(a_client(),)), [("tasks", "b")],
    ),
    "a new task without a day, with clients that haven't begun or have another process": (
        task_undated.check,
        a_comparison(
            process(A), clients=(a_client(status=ClientStatus.PLANNED), a_client("b", process="light-onboarding"))
        ),
        [],
    ),
    "a new task with a day": (
        task_undated.check,
        a_comparison(process(A), process(A, replace(B, applies_from=TODAY)), clients=(a_client(),)),
        [],
    ),
    # windows
    "a window that's the same": (window_widened.check, a_comparison(), []),
    "a window that counts from another day": (
        window_widened.check,
        a_comparison(reviewed(*TRAINING), reviewed("service_start + 3 months", "service_start + 7 months")),
        [WINDOW],
    ),
    "a window that opens sooner": (
        window_widened.check,
        a_comparison(reviewed(*TRAINING), reviewed("software_training + 2 months", TRAINING[1])),
        [WINDOW],
    ),
    "a window that closes later": (
        window_widened.check,
        a_comparison(reviewed(*TRAINING), reviewed(TRAINING[0], "software_training + 8 months")),
        [WINDOW],
    ),
    "a window that gets narrower": (
        window_widened.check,
        a_comparison(reviewed(*TRAINING), reviewed("software_training + 4 months", "software_training + 6 months")),
        [],
    ),
    "a window whose day has another default": (
        window_widened.check,
        a_comparison(
            reviewed("first_payday + 3 months", "first_payday + 7 months"),
            reviewed(
                "first_payday + 3 months",
                "first_payday + 7 months",
                dates={**PROCESS.dates, "first_payday": a_date("first_payday", "service_start + 40 days")},
            ),
        ),
        [WINDOW],
    ),
    "a window is gone": (
        window_widened.check,
        a_comparison(after=process(meetings={"quick-review": replace(QUICK_REVIEW, window=None)})),
        [WINDOW],
    ),
    # people
    "a supervisor is made": (
        rights_raised.check,
        a_comparison(people=(ALL, person("matti-makinen", roles=("accountant", "supervisor")))),
        [("matti-makinen", "roles")],
    ),
    "an approver's last day moves": (
        rights_raised.check,
        a_comparison(people=(person("eeva-esihenkilo", left=TODAY), ALL)),
        [("eeva-esihenkilo", "left")],
    ),
    "an approver's handle changes": (
        rights_raised.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", handle="other"))),
        [("eeva-esihenkilo", "handle")],
    ),
    "an approver gets a handle while another has one": (
        rights_raised.check,
        a_comparison(
            people=(
                {**ALL, "b": Person("b", "B", ("supervisor",))},
                {**ALL, "b": Person("b", "B", ("supervisor",), handle="bee")},
            )
        ),
        [("b", "handle")],
    ),
    "the first approver gets a handle": (
        rights_raised.check, a_comparison(people=(person("eeva-esihenkilo", handle=None), ALL)), [],
    ),
    "the first approver who hasn't left gets a handle": (
        rights_raised.check,
        a_comparison(
            people=(
                {**person("eeva-esihenkilo", left=GONE), "b": Person("b", "B", ("supervisor",))},
                {**person("eeva-esihenkilo", left=GONE), "b": Person("b", "B", ("supervisor",), handle="bee")},
            )
        ),
        [],
    ),
    "somebody without rights gets a handle": (
        rights_raised.check, a_comparison(people=(ALL, person("matti-makinen", handle="mattim"))), [],
    ),
    "a new person without rights": (
        rights_raised.check, a_comparison(people=(ALL, {**ALL, "b": Person("b", "B", ("accountant",))})), [],
    ),
    # the last approver
    "the last approver with a handle loses the role": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", roles=("accountant",)))),
        [("eeva-esihenkilo", "roles")],
    ),
    "the last approver with a handle loses it": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", handle=None))),
        [("eeva-esihenkilo", "handle")],
    ),
    "the last approver with a handle is removed": (
        approvers_gone.check,
        a_comparison(people=(ALL, {name: it for name, it in ALL.items() if name != "eeva-esihenkilo"})),
        [()],
    ),
    "the last approver with a handle has left": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", left=GONE))),
        [("eeva-esihenkilo", "left")],
    ),
    "the last approver with a handle is going to leave": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", left=TODAY))),
        [("eeva-esihenkilo", "left")],
    ),
    "the last approver leaves sooner": (
        approvers_gone.check,
        a_comparison(people=(person("eeva-esihenkilo", left=date.max), person("eeva-esihenkilo", left=GONE))),
        [("eeva-esihenkilo", "left")],
    ),
    "the role that may approve the policy is nobody's any more": (
        approvers_gone.check,
        a_comparison(after=replace(PROCESS, approvals={**APPROVALS, "policy": ("quality-lead",)})),
        [("approvals", "policy")],
    ),
    "the last approver loses the role on the last day": (
        approvers_gone.check,
        a_comparison(people=(person("eeva-esihenkilo", left=TODAY), person("eeva-esihenkilo", left=TODAY, roles=()))),
        [("eeva-esihenkilo", "roles")],
    ),
    "the last approvers lose the role together": (
        approvers_gone.check,
        a_comparison(people=(TWO, {**ALL, **person("eeva-esihenkilo", roles=()), "b": replace(TWO["b"], roles=())})),
        [("b", "roles")],
    ),
    "an approver with a handle leaves another": (
        approvers_gone.check, a_comparison(people=(TWO, {**TWO, **person("eeva-esihenkilo", roles=())})), [],
    ),
    "an approver who has left loses the role": (
        approvers_gone.check,
        a_comparison(people=(person("eeva-esihenkilo", left=GONE), person("eeva-esihenkilo", left=GONE, roles=()))),
        [],
    ),
    "an approver without a handle loses the role": (
        approvers_gone.check,
        a_comparison(people=(person("eeva-esihenkilo", handle=None), person("eeva-esihenkilo", handle=None, roles=()))),
        [],
    ),
    "the last approver opens the change": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", left=GONE)), review=Review("eevae", ())),
        [("eeva-esihenkilo", "left")],
    ),
    "the last approver has approved the change": (
        approvers_gone.check,
        a_comparison(people=(ALL, person("eeva-esihenkilo", left=GONE)), review=Review("liisalaine", ("@eevae",))),
        [],
    ),
    # who could approve
    "nobody could approve": (
        start_gate.check,
        a_comparison(
            replace(PROCESS, approvals={"waiver": ("supervisor",)}), process(start_gate=None, approvals={})
        ),
        [("gates", "start")],
    ),
    "nobody whom the forge knows could approve": (
        start_gate.check,
        a_comparison(after=NO_GATE, people=(person("eeva-esihenkilo", handle=None), ALL)),
        [("gates", "start")],
    ),
    "nobody knows who opened it": (
        start_gate.check, a_comparison(after=NO_GATE, review=Review()), [("gates", "start")],
    ),
    "history can't tell who approved": (
        start_gate.check, a_comparison(after=NO_GATE, review=Review(known=False)), [("gates", "start")],
    ),
    "somebody who may has approved": (
        start_gate.check,
        a_comparison(after=NO_GATE, review=Review("liisalaine", ("eevae",))),
        [],
    ),
    # names
    "what two clients name is gone and told once": (
        name_vanished.check,
        a_comparison(
            after=process(A, services={}, dates={}, facts={}),
            people=(ALL, {name: one for name, one in ALL.items() if name != "matti-makinen"}),
            clients=(
                a_client("a", facts=("vat-liable",)),
                a_client("b", services=("bookkeeping", "payroll")),
                a_client("c", process="light-onboarding"),
            ),
        ),
        [("dates",), ("dates",), ("services",), ("facts",), (), ("services",)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("check", "comparison", "expected"), ROWS.values(), ids=ROWS)
def test_what_a_change_loosens(check: Check, comparison: Comparison, expected: list[KeyPath]) -> None:
    assert [finding.place.key for finding in check(comparison)] == expected


def test_what_is_told_of_each_row() -> None:
    findings = {name: list(check(comparison)) for name, (check, comparison, _) in ROWS.items()}
    same_as_golden(GOLDEN / "policy.fi.txt", told(findings, wording("fi")))


MAY, JUNE = day("2026-05-01"), day("2026-06-01")
REACHES: list[tuple[dict[str, Any], dict[str, Any], bool]] = [
    ({}, {}, False),
    ({}, {"applies_from": MAY}, True),
    ({"applies_from": MAY}, {"applies_from": JUNE}, True),
    ({"applies_from": JUNE}, {"applies_from": MAY}, False),
    ({}, {"applies_until": MAY}, True),
    ({"applies_until": JUNE}, {"applies_until": MAY}, True),
    ({"applies_until": MAY}, {}, False),
    ({"applies_from": MAY, "running": True}, {"applies_from": MAY}, True),
    ({"applies_from": MAY}, {"applies_from": MAY, "running": True}, False),
    ({"applies_until": MAY}, {"applies_until": MAY, "running": True}, True),
    ({"applies_until": MAY, "running": True}, {"applies_until": MAY}, False),
    ({"applies_until": MAY, "running": True}, {"applies_until": MAY, "running": True}, False),
    ({"applies_until": MAY}, {"applies_until": MAY}, False),
]


@pytest.mark.parametrize(("before", "after", "fewer"), REACHES)
def test_a_task_reaches_fewer_when_its_days_say_so(before: dict[str, Any], after: dict[str, Any], fewer: bool) -> None:
    assert reaches_fewer(a_task("a", **before), a_task("a", **after)) is fewer


def test_a_process_that_cannot_be_read_is_told_elsewhere() -> None:
    comparison = a_comparison()
    unread = frozenset({"templates/processes/client-onboarding.yaml"})
    assert [pair.head.id for pair in process_pairs(comparison)] == ["client-onboarding"]
    assert list(process_pairs(replace(comparison, head=replace(comparison.head, unread=unread)))) == []


def test_of_people_whose_file_is_gone_or_unread_nobody_is_told_of() -> None:
    comparison = a_comparison(people=(ALL, {}), clients=(a_client(),))
    assert list(name_vanished.check(comparison)) != []
    for head in (
        replace(comparison.head, tree=TEMPLATES),
        replace(comparison.head, unread=frozenset({PEOPLE_FILE})),
    ):
        assert list(name_vanished.check(replace(comparison, head=head))) == []


def test_a_client_names_tasks_meetings_dates_services_facts_and_roles() -> None:
    assert names_used(replace(CLIENT, facts=("vat-liable",), erp_tasks={"seller": "17"})) == {
        "tasks": {"a"},
        "meetings": {"kickoff"},
        "dates": {"agreement_signed", "service_start"},
        "services": {"bookkeeping"},
        "facts": {"vat-liable"},
        "roles": {"accountant", "seller"},
    }
    moved = replace(CLIENT.changes[0], what="first_payday")
    assert "first_payday" in names_used(replace(CLIENT, changes=(moved,)))["dates"]


def test_what_another_process_grants_is_granted_there_alone() -> None:
    comparison = a_comparison(after=process(approvals={**APPROVALS, "waiver": ("supervisor", "partner")}))
    light = process(id="light", approvals={"waiver": ("partner",)})
    base = replace(comparison.base, processes={**comparison.base.processes, "light": light})
    found = list(approver_added.check(replace(comparison, base=base)))
    assert [finding.place.key for finding in found] == [("approvals", "waiver")]


def test_nobody_is_called_by_a_name_that_was_not_given() -> None:
    assert person_called("xxxx", ALL) is None
    known = {**ALL, "xxxx": Person("xxxx", "X", ("supervisor",))}
    assert actor(a_comparison(people=(known, known), review=Review())) is None


def test_who_may_approve_the_policy() -> None:
    comparison = a_comparison()
    eeva = ALL["eeva-esihenkilo"]
    assert policy_roles(comparison) == {"supervisor"}
    assert policy_roles(a_comparison(replace(PROCESS, approvals={"waiver": ("supervisor",)}))) == set()
    assert may_approve_policy(comparison, eeva)
    assert may_approve_policy(comparison, replace(eeva, left=TODAY))
    assert not may_approve_policy(comparison, replace(eeva, left=day("2026-11-22")))
    assert not may_approve_policy(comparison, ALL["matti-makinen"])
    assert person_called("EevaE", ALL) is eeva
    assert person_called("@eeva-esihenkilo", ALL) is None
    assert person_called(" ", ALL) is None


class Unread(dict[str, Client]):
    """Clients that would have to be read from thousands of files."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("all clients are read")

    items = values = __len__ = __iter__  # type: ignore[assignment]


def test_while_the_process_stays_no_client_is_read_for_what_becomes_closable() -> None:
    comparison = a_comparison()
    unread = replace(comparison, head=replace(comparison.head, clients=Unread()))
    assert list(closable.check(unread)) == []


def test_where_the_role_counts_no_more_is_told_whatever_process_comes_beside() -> None:
    nobody = a_comparison(after=process(approvals={"waiver": ("supervisor",)}))
    beside = {**nobody.head.processes, "a": process(id="a", approvals={"waiver": ("supervisor",)})}
    left = replace(nobody, head=replace(nobody.head, processes=beside))
    (finding,) = approvers_gone.check(left)
    assert (finding.place.file, finding.place.key) == (
        "templates/processes/client-onboarding.yaml",
        ("approvals", "policy"),
    )
