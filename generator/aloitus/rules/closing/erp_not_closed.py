"""The client is closed, but not its onboarding service in the ERP.

While the service is open there, hours and costs can still be recorded on a project that is over.

To mend it, close the onboarding service in the ERP and record the day as `closure.erp_closed`.

Source: the firm's process description, "Projektipäällikkö sulkee käyttöönottopalvelun toiminnanohjausjärjestelmässä".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, unmet

KIND = FindingKind(
    "CLO309",
    "erp-not-closed",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
closure: {erp_closed: null}
"""),
    passing=Example("""\
status: closed
closure: {erp_closed: 2026-04-30}
"""),
)


REASONS = (Reason.ERP_NOT_CLOSED,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        none = case.client.closure is None
        help_key = f"{KIND.wording_key}-none-help" if none else True
        place = case.at("status") if none else case.at(*missing.key)
        yield KIND.at(
            place,
            variant="none" if none else "",
            help=help_key,
            related=() if none else (closed_here(case),),
            today=case.today.isoformat(),
            manager=case.project_manager,
        )
