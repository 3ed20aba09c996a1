"""A meeting's agenda takes longer than the meeting.

The durations of the items are what the agenda's clock times are made of. If together they exceed the meeting's own
duration, the last items are never reached. Items that concern only some clients are counted as well: there's a client
whom they all concern.

To mend it, shorten items, or give the meeting more time.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO707",
    "agenda-too-long",
    Severity.WARNING,
    __doc__,
    failing=Example(
        """\
meetings:
  internal-kickoff:
    duration: 15
    agenda: [{title: Sopimus, duration: 10}, {title: Aikataulu, duration: 10}]
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
meetings:
  internal-kickoff:
    duration: 20
    agenda: [{title: Sopimus, duration: 10}, {title: Aikataulu, duration: 10}]
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


def check(case: ProcessCase) -> Iterator[Finding]:
    for name, meeting in case.process.meetings.items():
        total = sum(item.duration for item in meeting.agenda)
        if total > meeting.duration:
            place = Place(case.file, ("meetings", name, "duration"))
            yield KIND.at(place, meeting=meeting.title, total=total, duration=meeting.duration)
