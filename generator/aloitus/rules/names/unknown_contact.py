"""A participant from the client's side isn't among its contacts.

`client_participants` holds names from `contacts`, so that a page can show whom to reach. A name that isn't there is
either misspelt or somebody whose details nobody wrote down.

To mend it, write the name as it stands under `contacts`, or add the person there.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_name

KIND = FindingKind(
    "REF110",
    "unknown-contact",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
meetings:
  internal-kickoff: {status: planned, date: 2026-05-20, client_participants: [Sanna Sahanen]}
"""),
    passing=Example("""\
meetings:
  internal-kickoff: {status: planned, date: 2026-05-20, client_participants: [Sanna Saha]}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    known = [contact.name for contact in case.client.contacts]
    for meeting, entry in case.client.meetings.items():
        for number, name in enumerate(entry.client_participants):
            if name not in known:
                place = case.at("meetings", meeting, "client_participants", number)
                yield unknown_name(KIND, place, name, known, where=case.file)
