"""A meeting was held, and nobody is named as having been there.

Who was there is evidence; the quick review even needs two of the firm's people before the client can be closed.

To mend it, name those who were there: `participants: [liisa-laine, matti-makinen]`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import MeetingStatus
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL237",
    "meeting-without-participants",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
meetings:
  internal-kickoff: {status: held, date: 2026-04-27}
"""),
    passing=Example("""\
meetings:
  internal-kickoff: {status: held, date: 2026-04-27, participants: [liisa-laine, matti-makinen]}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for name, entry in case.client.meetings.items():
        if entry.status is MeetingStatus.HELD and not entry.participants:
            meeting = case.process.meetings.get(name)
            team = tuple(dict.fromkeys(person for people in case.client.team.values() for person in people[:1]))
            title = meeting.title if meeting else name
            yield KIND.at(case.at("meetings", name, "participants"), meeting=title, team=", ".join(team))
