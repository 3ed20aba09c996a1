"""The client is closed, but not by whom or when.

Closing is a project manager's statement that all is in order, so `closure` has the day and the person.

To mend it, add the missing line under `closure`: `date` or `by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, unmet

KIND = FindingKind(
    "CLO310",
    "closure-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
closure: {by: null}
"""),
    passing=Example("""\
status: closed
closure: {by: liisa-laine}
"""),
)


_FIELDS = {Reason.CLOSURE_UNDATED: "date", Reason.CLOSURE_UNSIGNED: "by"}
REASONS = tuple(_FIELDS)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        field = _FIELDS[missing.reason]
        place, help_key = case.at(*missing.key), f"{KIND.wording_key}-{field}-help"
        yield KIND.at(
            place,
            variant=field,
            help=help_key,
            related=(closed_here(case),),
            today=case.today.isoformat(),
            person=case.project_manager,
        )
