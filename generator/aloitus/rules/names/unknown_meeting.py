"""A meeting that the process doesn't have.

A meeting held under a misspelt id fulfils nothing: the task and the closing criterion that wait for it stay unmet.

To mend it, write the meeting's id as the process has it under `meetings`. What another meeting agreed on can be
recorded as extra tasks.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

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
    for meeting in client.meetings:
        if meeting not in known:
            yield unknown_titled(KIND, case.at_key("meetings", meeting), meeting, known, where=case.process_file)
    for number, change in enumerate(client.changes):
        if change.kind is ChangeKind.LATE_REVIEW and change.what and change.what not in known:
            place = case.at("changes", number, "what")
            yield unknown_titled(KIND, place, change.what, known, where=case.process_file)
