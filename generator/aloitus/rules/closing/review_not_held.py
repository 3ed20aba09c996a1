"""The client is closed, though its quick review wasn't held.

The review looks back on how the onboarding went and how production got going, about four months after the start. It's
one of the criteria of closing. In the working tree a meeting that the file doesn't mention is a warning: the process
may have got it later.

To mend it, hold the meeting and record it, or keep the client `active` until then.

Source: the firm's process description, "Käyttöönoton pikapalaveri".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, meeting_title, severity_of, unmet

KIND = FindingKind(
    "CLO303",
    "review-not-held",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
meetings:
  quick-review: {status: planned, date: 2026-05-12}
"""),
    passing=Example("""\
status: closed
meetings:
  quick-review: {status: held, date: 2026-04-02}
"""),
)


REASONS = (Reason.MEETING_NOT_HELD,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        severity = severity_of(case, missing)
        yield KIND.at(
            place,
            related=(closed_here(case),),
            severity=severity,
            today=case.today.isoformat(),
            meeting=meeting_title(case, missing),
            id=missing.subject,
        )
