"""The client is closed, but its quick review was held too early, or too late without an approval.

Held before its window opens, the review can't say how production got going. The window is counted from the later of
the agreed and the real start. After the window it counts with a `late-review` change that somebody approved. In the
working tree it's a warning: the process may have changed its window since.

To mend it, hold the review again inside the window, or record the `late-review` change.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, meeting_title, severity_of, unmet
from aloitus.rules.new_entry import into_changes

KIND = FindingKind(
    "CLO304",
    "review-outside-window",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
meetings:
  quick-review: {date: 2025-12-11}
"""),
    passing=Example("""\
status: closed
meetings:
  quick-review: {date: 2026-04-02}
"""),
)


REASONS = (Reason.MEETING_TOO_EARLY, Reason.MEETING_TOO_LATE)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        place = case.at(*missing.key)
        variant = "late" if missing.reason is Reason.MEETING_TOO_LATE else "early"
        window = Place(case.process_file, ("meetings", missing.subject or "", "window"))
        yield KIND.at(
            place,
            variant=variant,
            help=f"{KIND.wording_key}-{variant}-help",
            related=(closed_here(case), Related(Message("clo.window-here"), window)),
            severity=severity_of(case, missing),
            meeting=meeting_title(case, missing),
            id=missing.subject,
            limit=missing.day,
            into=into_changes(case.client),
            today=case.today.isoformat(),
        )
