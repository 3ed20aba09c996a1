"""The client's status moves in a way that isn't foreseen.

A planned client becomes active or cancelled. An active one is closed or cancelled. A closed or cancelled one can only
become active again, with a `reopened` entry. Nothing goes back to planned, and nothing is closed without having been
active in a change before: the work between would never have been judged.

To mend it, take the steps one change at a time.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, ClientStatus

KIND = FindingKind(
    "HIS402",
    "status-move",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: planned\n", after="status: closed\n"),
    passing=Example(before="status: planned\n", after="status: active\n"),
)

MOVES = {
    ClientStatus.PLANNED: (ClientStatus.ACTIVE, ClientStatus.CANCELLED),
    ClientStatus.ACTIVE: (ClientStatus.CLOSED, ClientStatus.CANCELLED),
    ClientStatus.CLOSED: (ClientStatus.ACTIVE,),
    ClientStatus.CANCELLED: (ClientStatus.ACTIVE,),
}


def check(step: ClientStep) -> Iterator[Finding]:
    if step.base is None or new_entries(step, ChangeKind.PURGED):
        return
    before, after = step.base.status, step.head.status
    if after is not before and after not in MOVES[before]:
        was, becomes = Term(f"his.status-{before.value}"), Term(f"his.status-{after.value}")
        help_key = f"his.status-move-from-{before.value}-help"
        yield KIND.at(step.at("status"), help=help_key, before=was, after=becomes)
