"""The entries of a client's file that need somebody's approval."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.findings import Finding, FindingKind, KeyPath, Place, Related, Severity, Term
from aloitus.model.client import Change, ChangeKind, Client, InvoicingStatus, Status
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.model.text import Text

WAIVER = "waiver"
WRITE_OFF = "write-off"
POLICY = "policy"

ALWAYS_APPROVED = frozenset(
    {
        ChangeKind.SERVICE_REMOVED,
        ChangeKind.FACT_REMOVED,
        ChangeKind.LATE_REVIEW,
        ChangeKind.REOPENED,
        ChangeKind.CANCELLED,
        ChangeKind.IMPORTED,
        ChangeKind.PURGED,
    }
)
APPROVAL_KINDS = (
    WAIVER,
    WRITE_OFF,
    POLICY,
    *(kind.value for kind in ChangeKind if kind is ChangeKind.DATE_MOVED or kind in ALWAYS_APPROVED),
)
"""What a process's `approvals` may give roles for."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One exception: `kind` is a key of the process's `approvals`, `key` the entry in the file.

    `day` is when it was recorded, where the entry says so; `subject` what it is about, for messages.
    """

    kind: str
    key: KeyPath
    subject: Text
    by: str | None
    approved_by: str | None
    day: date | None

    @property
    def word(self) -> Term:
        return Term(f"rules.approval-{self.kind}")


@dataclass(frozen=True, slots=True)
class ApprovalPolicy:
    """By whose word an approval counts.

    `approvals` and `people` are today's in the working tree, and base's in the gate, where each approval is `new` in
    the change: then it is judged on the day `today` and strictly. `closer` is who closed the client, `opener` who
    opened the change. `is_over`: the client is closed or cancelled.
    """

    file: str
    people: Mapping[str, Person]
    approvals: Mapping[str, tuple[str, ...]]
    today: date
    closer: str | None = None
    opener: str | None = None
    new: bool = False
    is_over: bool = False

    def may_approve(self, person: Person, kind: str) -> bool:
        return any(role in person.roles for role in self.approvals.get(kind, ()))

    def approvers(self, approval: Approval) -> tuple[str, ...]:
        """Whom one could ask: those who may, are still there and didn't do it themselves."""
        return tuple(
            person.id
            for person in self.people.values()
            if self.may_approve(person, approval.kind)
            and not (person.left and person.left < self.today)
            and person.id not in (approval.by, self.closer, self.opener)
        )

    def approver_name(self, approval: Approval) -> str | None:
        """The approver as people call them; an id that nobody knows stays as it's written."""
        person = self.people.get(approval.approved_by or "")
        return person.name if person else approval.approved_by

    def place(self, approval: Approval) -> Place:
        return Place(self.file, (*approval.key, "approved_by"))

    def finding(
        self,
        kind: FindingKind,
        approval: Approval,
        *,
        severity: Severity | None = None,
        related: tuple[Related, ...] = (),
        left: date | None = None,
    ) -> Finding:
        """About the approver of `approval`, with the help to name somebody who may approve."""
        approvers = self.approvers(approval)
        return kind.at(
            self.place(approval),
            help="pol.approver-help" if approvers else "pol.nobody-may-approve-help",
            related=related,
            severity=severity,
            exception=approval.word,
            subject=approval.subject,
            approver=self.approver_name(approval),
            person=approvers[0] if approvers else None,
            kind=approval.kind,
            left=left,
        )


def approvals_of(client: Client, process: Process) -> Iterator[Approval]:
    """Every exception of the file that needs an approval, in the order of the file, approved or not."""
    for name, entry in client.tasks.items():
        if entry.status is Status.NOT_APPLICABLE:
            task = process.tasks.get(name)
            title = task.title if task else Text.plain(name)
            yield Approval(WAIVER, ("tasks", name), title, entry.by, entry.approved_by, entry.date)
    for name, item in client.invoicing.items():
        if item.status is InvoicingStatus.WRITTEN_OFF:
            key = ("invoicing", "items", name)
            yield Approval(WRITE_OFF, key, item.work, item.by, item.approved_by, item.date)
    for number, change in enumerate(client.changes):
        if needs_approval(change):
            subject = Text.plain(change.what or change.kind.value)
            yield Approval(change.kind.value, ("changes", number), subject, change.by, change.approved_by, change.date)


def needs_approval(change: Change, today: date | None = None) -> bool:
    """A moved date needs one only for the agreement's day, a move to an earlier day, or one to a past day.

    Past is counted from the day of the decision, and in a new entry from `today`: the day of the decision is only
    what the entry says.
    """
    if change.kind is not ChangeKind.DATE_MOVED:
        return change.kind in ALWAYS_APPROVED
    start, end = change.moved_from, change.moved_to
    if change.what == "agreement_signed" or (start and end and end < start):
        return True
    decided = max((day for day in (change.date, today) if day), default=None)
    return bool(end and decided and end < decided)
