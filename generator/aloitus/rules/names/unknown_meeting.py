"""A meeting that the process doesn't have.

A meeting held under a misspelt id fulfils nothing: the task and the closing criterion that wait for it stay unmet.

To mend it, write the meeting's id as the process has it under `meetings`. What another meeting agreed on can be
recorded as extra tasks.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_name

KIND = FindingKind(
    "REF107",
    "unknown-meeting",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
meetings:
  internal-kick-off: {status: planned, date: 2026-05-20}
"""),
    passing=Example("""\
meetings:
  internal-kickoff: {status: planned, date: 2026-05-20}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client, known = case.client, case.process.meetings
    places = [(meeting, case.at_key("meetings", meeting)) for meeting in client.meetings]
    for number, change in enumerate(client.changes):
        if change.kind is ChangeKind.LATE_REVIEW and change.what:
            places.append((change.what, case.at("changes", number, "what")))
    for meeting, place in places:
        if meeting not in known:
            yield unknown_name(KIND, place, meeting, known, where=case.process_file)
