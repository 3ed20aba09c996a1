"""A service that the process doesn't know.

The services that a client buys decide which tasks, roles and agenda items apply. A misspelt one would silently drop
all of its tasks, so each name in `services`, `service_starts` and the changes of services has to be known.

To mend it, write the service's id as the process has it under `services`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

KIND = FindingKind(
    "REF102",
    "unknown-service",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
services: [bookkeeping, payrol]
"""),
    passing=Example("""\
services: [bookkeeping, payroll]
"""),
)


_CHANGES = (ChangeKind.SERVICE_ADDED, ChangeKind.SERVICE_REMOVED)


def check(case: Case) -> Iterator[Finding]:
    client, known = case.client, case.process.services
    for number, service in enumerate(client.services):
        if service not in known:
            yield _unknown(case, service, case.at("services", number))
    for service in client.service_starts:
        if service not in known:
            yield _unknown(case, service, case.at_key("service_starts", service))
    for number, change in enumerate(client.changes):
        if change.kind in _CHANGES and change.what and change.what not in known:
            yield _unknown(case, change.what, case.at("changes", number, "what"))


def _unknown(case: Case, service: str, place: Place) -> Finding:
    return unknown_titled(KIND, place, service, case.process.services, where=case.process_file)
