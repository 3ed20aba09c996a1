"""A meeting is held without a day, or cancelled without a reason.

A held meeting fulfils a task and a criterion of closing, so the day has to be known. A cancelled one leaves its task
open, and the reason tells what was done instead.

To mend it, add `date` to a meeting that was held, `reason` to one that was cancelled.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import MeetingStatus
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL236",
    "meeting-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
meetings:
  internal-kickoff: {status: held, participants: [liisa-laine, matti-makinen]}
"""),
    passing=Example("""\
meetings:
  internal-kickoff: {status: held, date: 2026-04-27, participants: [liisa-laine, matti-makinen]}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for name, entry in case.client.meetings.items():
        if entry.status is MeetingStatus.HELD and entry.date is None:
            yield _missing(case, name, "date")
        if entry.status is MeetingStatus.CANCELLED and entry.reason is None:
            yield _missing(case, name, "reason")


def _missing(case: Case, name: str, field: str) -> Finding:
    meeting = case.process.meetings.get(name)
    place = case.at("meetings", name, field)
    return KIND.at(
        place,
        variant=field,
        help=f"{KIND.wording_key}-{field}-help",
        meeting=meeting.title if meeting else name,
        today=case.today.isoformat(),
    )
