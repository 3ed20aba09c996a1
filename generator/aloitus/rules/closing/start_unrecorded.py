"""The agreed day of the start has passed, and nobody says whether production began.

Either it began, and the file doesn't know, or it didn't, and the agreed day has moved.

To mend it, record `service_started` (for a service with a day of its own, `started`), or move the agreed day with a
`date-moved` change.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ClientStatus
from aloitus.rules.case import Case

KIND = FindingKind(
    "CLO314",
    "start-unrecorded",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
dates: {service_start: 2026-05-04}
"""),
    passing=Example("""\
dates: {service_start: 2026-06-01}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client, gate = case.client, case.process.start_gate
    if client.status is not ClientStatus.ACTIVE or gate is None:
        return
    agreed = client.dates.get(gate.day)
    if agreed and agreed < case.today and "service_started" not in client.dates:
        yield KIND.at(case.at("dates", "service_started"), day=agreed, agreed=agreed.isoformat())
    for name, start in client.service_starts.items():
        service = case.process.services.get(name)
        if service and name in client.services and start.agreed and start.agreed < case.today and not start.started:
            place, help_key = case.at("service_starts", name, "started"), f"{KIND.wording_key}-service-help"
            yield KIND.at(
                place,
                variant="service",
                help=help_key,
                service=service.title,
                id=name,
                day=start.agreed,
                agreed=start.agreed.isoformat(),
            )
