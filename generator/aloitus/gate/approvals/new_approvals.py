"""The approvals that a change brings: the approver or anything in the entry is another than at base."""

from typing import NamedTuple

from aloitus.findings import KeyPath, Place
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.gate.policy.people import actor
from aloitus.model.client import ChangeKind, Client, ClientStatus
from aloitus.model.process import Process
from aloitus.model.text import Text
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy, approvals_of, needs_approval

UNKNOWN_PROCESS = Process("", Text.plain(""))
"""Of a client whose process nobody knows: nobody may approve anything."""


class Judged(NamedTuple):
    """Approvals, and the policy of base that says whose word counts for them."""

    approvals: tuple[Approval, ...]
    policy: ApprovalPolicy

    def place(self, approval: Approval) -> Place:
        return self.policy.place(approval)


def new_approvals(step: ClientStep) -> Judged:
    """Those that this change brings, judged as new; what a first change brings may have been approved long ago."""
    process = _process(step)
    added = {("changes", number): change for number, change in new_entries(step)}
    found = [
        approval
        for approval in approvals_of(step.head, process)
        if approval.key in added or (approval.key[0] != "changes" and _differs(step, approval.key))
    ]
    known = {approval.key for approval in found}
    for key, change in added.items():
        if key not in known and needs_approval(change, step.today):
            subject = Text.plain(change.what or change.kind.value)
            found.append(Approval(change.kind.value, key, subject, change.by, change.approved_by, change.date))
    return Judged(tuple(found), _policy(step, process, new=not step.comparison.is_first))


def old_approvals(step: ClientStep) -> Judged:
    """Those that stood at base already."""
    process = _process(step)
    new = {approval.key for approval in new_approvals(step).approvals}
    approvals = tuple(approval for approval in approvals_of(step.head, process) if approval.key not in new)
    return Judged(approvals, _policy(step, process, new=False))


def _process(step: ClientStep) -> Process:
    """The process whose `approvals` count: of a client that's purged, the one that it had."""
    client: Client = step.base if step.base and new_entries(step, ChangeKind.PURGED) else step.head
    return step.comparison.process_of(client) or UNKNOWN_PROCESS


def _policy(step: ClientStep, process: Process, *, new: bool) -> ApprovalPolicy:
    closure = step.head.closure if step.head.status is ClientStatus.CLOSED else None
    closer = closure.by if closure else None
    opened = actor(step.comparison)
    opener = opened.id if opened else None
    people = step.comparison.policy.people
    return ApprovalPolicy(step.file, people, process.approvals, step.today, closer, opener, new=new)


def _differs(step: ClientStep, key: KeyPath) -> bool:
    if step.base is None:
        return True
    name = str(key[-1])
    if key[0] == "tasks":
        return step.base.tasks.get(name) != step.head.tasks[name]
    return step.base.invoicing.get(name) != step.head.invoicing[name]
