"""The client's dates are in an impossible order.

The agreement is signed before the service starts: the start is agreed in it, and all the due days up to the start are
counted from it. The same holds for a service that starts on a day of its own.

To mend it, correct the day that is wrong.
"""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import Example, Finding, FindingKind, KeyPath, Message, Related, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL226",
    "date-order",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
dates: {agreement_signed: 2026-04-20, service_start: 2026-04-01}
"""),
    passing=Example("""\
dates: {agreement_signed: 2026-04-20, service_start: 2026-06-01}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    signed = client.dates.get("agreement_signed")
    if signed is None:
        return
    days: list[tuple[KeyPath, date | None]] = [
        (("dates", key), client.dates.get(key)) for key in ("service_start", "service_started")
    ]
    for service, start in client.service_starts.items():
        days.append((("service_starts", service, "agreed"), start.agreed))
        days.append((("service_starts", service, "started"), start.started))
    for key, day in days:
        if day and day < signed:
            related = Related(Message("val.signed-here"), case.at("dates", "agreement_signed"))
            yield KIND.at(case.at(*key), related=(related,), day=day, signed=signed)
