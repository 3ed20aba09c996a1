"""A client's file begins as closed or cancelled.

A client comes into the repository as planned or active. One that begins closed would never have been judged. Only an
onboarding from before this repository may be brought in as it is: then the file's `changes` holds an `imported`
entry, approved, and that one change is exempt.

To mend it, add the client as active; close it in a later change, when everything is done.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, ClientStatus

KIND = FindingKind(
    "HIS405",
    "created-over",
    Severity.ERROR,
    __doc__,
    failing=Example("status: closed\n", file="clients/uusi.yaml"),
    passing=Example(
        "status: active\ndates: {service_start: 2027-02-01, service_started: ~}\n", file="clients/uusi.yaml"
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    over = step.head.status.is_over
    imported = step.head.status is ClientStatus.CLOSED and new_entries(step, ChangeKind.IMPORTED)
    purged = new_entries(step, ChangeKind.PURGED)
    if step.comparison.is_first:
        return
    if step.base is None and over and not imported and not purged:
        yield KIND.at(step.at("status"), after=Term(f"his.status-{step.head.status.value}"))
