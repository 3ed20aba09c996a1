"""The client is closed, but its quick review had fewer than two participants.

A review is a conversation: at least two of the firm's people were there.

To mend it, name all who were there under `participants`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, meeting_title, unmet

KIND = FindingKind(
    "CLO305",
    "review-too-few",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
meetings:
  quick-review: {participants: [liisa-laine]}
"""),
    passing=Example("""\
status: closed
meetings:
  quick-review: {participants: [liisa-laine, matti-makinen]}
"""),
)


REASONS = (Reason.MEETING_TOO_FEW,)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        yield KIND.at(
            place,
            related=(closed_here(case),),
            meeting=meeting_title(case, missing),
            id=missing.subject,
        )
