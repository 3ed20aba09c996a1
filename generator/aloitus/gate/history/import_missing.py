"""A client is added whose service has begun already, and no entry says that it is brought in.

What was done before the file existed can't be judged by its history. So a file that is created active with its
service start in the past needs an approved `imported` entry in `changes`.

To mend it, add `- {kind: imported, date: …, by: …, reason: …, approved_by: …}`, or correct `service_start`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind, ClientStatus
from aloitus.rules.new_entry import into_changes

KIND = FindingKind(
    "HIS406",
    "import-missing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        "status: active\ndates: {service_start: 2026-06-01, service_started: ~}\n", file="clients/uusi.yaml"
    ),
    passing=Example(
        "status: active\ndates: {service_start: 2027-02-01, service_started: ~}\n", file="clients/uusi.yaml"
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    created = step.base is None and step.head.status is ClientStatus.ACTIVE
    if not created or step.comparison.is_first or new_entries(step, ChangeKind.IMPORTED):
        return
    for key in ("service_started", "service_start"):
        day = step.head.dates.get(key)
        if day and day < step.today:
            into = into_changes(step.head)
            yield KIND.at(step.at("dates", key), day=day, field=key, into=into, today=step.today.isoformat())
            return
