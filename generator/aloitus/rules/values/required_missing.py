"""Something that an onboarding at this stage can't do without is missing.

A planned client needs its services. An active one needs besides its business id (or why it is pending), the day when
the agreement was signed, the day when the service starts, and a project manager.

To mend it, add what's missing. A client whose agreement isn't signed yet is `planned`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ClientStatus
from aloitus.rules.case import PROJECT_MANAGER, Case

KIND = FindingKind(
    "VAL228",
    "required-missing",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
name: Kuusipuun Saha Oy
process: client-onboarding
status: active
services: [bookkeeping]
business_id: 9000012-6
team: {project-manager: liisa-laine}
dates: {agreement_signed: 2026-04-20}
"""),
    passing=Example("""\
name: Kuusipuun Saha Oy
process: client-onboarding
status: active
services: [bookkeeping]
business_id: 9000012-6
team: {project-manager: liisa-laine}
dates: {agreement_signed: 2026-04-20, service_start: 2026-06-01}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    # A client that never became active has little to say.
    if client.status is ClientStatus.CANCELLED or case.is_purged:
        return
    if not client.services:
        yield _missing(case, "services", "services")
    if client.status is ClientStatus.PLANNED:
        return
    if not client.business_id and client.business_id_pending is None:
        yield _missing(case, "business-id", "business_id")
    for key in ("agreement_signed", "service_start"):
        if key not in client.dates:
            yield _missing(case, key.replace("_", "-"), "dates", key)
    if not client.team.get(PROJECT_MANAGER):
        yield _missing(case, "project-manager", "team", PROJECT_MANAGER)


def _missing(case: Case, what: str, *key: str) -> Finding:
    return KIND.at(case.at(*key), variant=what, help=f"{KIND.wording_key}-{what}-help", today=case.today.isoformat())
