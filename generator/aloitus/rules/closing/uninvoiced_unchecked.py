"""The client is closed, but nobody saw the ERP's list of uninvoiced events empty at the end.

Items that someone thought of can all be invoiced while hours still wait in the ERP. Its list of uninvoiced events
tells, so it's looked at on or after the last day of all other tasks and actions, and has no rows left.

To mend it, look at the list (ValueFrame: Laskutus, Laskun teko, by project manager and period), then record rows, day
and person under `invoicing.uninvoiced`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, unmet

KIND = FindingKind(
    "CLO308",
    "uninvoiced-unchecked",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
invoicing:
  uninvoiced: {rows: 2, checked: 2026-04-29, by: liisa-laine}
"""),
    passing=Example("""\
status: closed
invoicing:
  uninvoiced: {rows: 0, checked: 2026-04-29, by: liisa-laine}
"""),
)


_VARIANTS = {
    Reason.UNINVOICED_NOT_CHECKED: "",
    Reason.UNINVOICED_ROWS_LEFT: "rows",
    Reason.UNINVOICED_CHECKED_TOO_EARLY: "early",
}
REASONS = tuple(_VARIANTS)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        yield KIND.at(
            place,
            variant=_VARIANTS[missing.reason],
            related=(closed_here(case),),
            n=missing.rows,
            last=missing.day,
            today=case.today.isoformat(),
        )
