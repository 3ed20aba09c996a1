"""A service that the process doesn't know.

The services that a client buys decide which tasks, roles and agenda items apply. A misspelt one would silently drop
all of its tasks, so each name in `services`, `service_starts` and the changes of services has to be known.

To mend it, write the service's id as the process has it under `services`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_name

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
    places = [(service, case.at("services", number)) for number, service in enumerate(client.services)]
    places += [(service, case.at_key("service_starts", service)) for service in client.service_starts]
    for number, change in enumerate(client.changes):
        if change.kind in _CHANGES and change.what:
            places.append((change.what, case.at("changes", number, "what")))
    for service, place in places:
        if service not in known:
            yield unknown_name(KIND, place, service, known, where=case.process_file)
