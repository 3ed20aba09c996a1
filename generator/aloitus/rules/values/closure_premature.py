"""The closing is recorded, but the client isn't closed.

`closure` belongs to a client whose status is `closed`. Only a client that was reopened keeps the record of its earlier
closing.

To mend it, set the status, if everything is ready for closing (`aloitus close`), or remove `closure`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Related, Severity
from aloitus.model.client import ChangeKind, ClientStatus
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL241",
    "closure-premature",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
closure: {date: 2026-05-14, by: liisa-laine, erp_closed: 2026-05-14}
"""),
    passing=Example("""\
status: closed
closure: {date: 2026-04-30, by: liisa-laine, erp_closed: 2026-04-30}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    if client.closure is None or client.status is ClientStatus.CLOSED:
        return
    if not any(change.kind is ChangeKind.REOPENED for change in client.changes):
        related = Related(Message("val.status-here"), case.at("status"))
        yield KIND.at(case.at_key("closure"), related=(related,), status=client.status.value)
