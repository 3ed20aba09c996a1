"""The client is closed, but its quick review left neither minutes nor decisions.

What the review found is for those who improve the process and for the client's next year. Minutes elsewhere are named
by their address; a decision or two in the file will do as well. They have to be real text.

To mend it, add `minutes` or `decisions` to the meeting.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, meeting_title, unmet

KIND = FindingKind(
    "CLO306",
    "review-unrecorded",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
meetings:
  quick-review: {minutes: "-"}
"""),
    passing=Example("""\
status: closed
meetings:
  quick-review: {minutes: "https://intra.example/muistiot/10482-3"}
"""),
)


REASONS = (Reason.MEETING_UNRECORDED,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        yield KIND.at(
            place,
            related=(closed_here(case),),
            meeting=meeting_title(case, missing),
            id=missing.subject,
        )
