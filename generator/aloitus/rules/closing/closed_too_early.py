"""A day of the closing comes before something that it rests on.

The client is closed, and its service closed in the ERP, when all else is done: tasks, meetings, invoices and the look
at the list of uninvoiced events. A day before any of them can't be true. The client isn't closed before its service
is closed in the ERP, either.

To mend it, correct the day that is wrong.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Related, Severity
from aloitus.model.client import Closure
from aloitus.plan.client_plan import Missing, Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import unmet
from aloitus.rules.recorded_days import recorded_days

KIND = FindingKind(
    "CLO312",
    "closed-too-early",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
closure: {date: 2026-04-01, by: liisa-laine, erp_closed: 2026-04-01}
"""),
    passing=Example("""\
status: closed
closure: {date: 2026-04-30, by: liisa-laine, erp_closed: 2026-04-30}
"""),
)


_VARIANTS = {Reason.ERP_CLOSED_TOO_EARLY: "erp-closed", Reason.CLOSURE_TOO_EARLY: "date"}
REASONS = tuple(_VARIANTS)


def check(case: Case) -> Iterator[Finding]:
    closure = case.client.closure or Closure(None, None, None)
    days = {Reason.ERP_CLOSED_TOO_EARLY: closure.erp_closed, Reason.CLOSURE_TOO_EARLY: closure.date}
    for missing in unmet(case, *REASONS):
        variant, day = _VARIANTS[missing.reason], days[missing.reason]
        yield KIND.at(case.at(*missing.key), variant=variant, related=_last(case, missing), day=day, last=missing.day)


def _last(case: Case, missing: Missing) -> tuple[Related, ...]:
    keys = [key for key, day in recorded_days(case) if day == missing.day and key != missing.key]
    return tuple(Related(Message("clo.last-here"), case.at(*key)) for key in keys[:1])
