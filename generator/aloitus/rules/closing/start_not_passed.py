"""The client is closed, though service production never started.

Closing says that the service runs. The day when production really began is `service_started` (and `started` of each
service that starts on a day of its own); passing it is the start gate.

To mend it, record the day. If production hasn't begun, the onboarding isn't over: keep it `active`, or cancel it.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, unmet

KIND = FindingKind(
    "CLO302",
    "start-not-passed",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
dates: {service_started: null}
"""),
    passing=Example("""\
status: closed
dates: {service_started: 2025-12-01}
"""),
)


REASONS = (Reason.START_NOT_PASSED,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        service = case.process.services.get(missing.subject or "")
        yield KIND.at(
            place,
            variant="service" if service else "",
            help=f"{KIND.wording_key}-service-help" if service else True,
            related=(closed_here(case),),
            agreed=(missing.day or case.today).isoformat(),
            service=service.title if service else None,
            id=missing.subject,
        )
