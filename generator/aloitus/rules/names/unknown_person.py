"""A person who isn't in people.yaml.

Who did, approved or was present at something is evidence, so each person has to be one that the firm knows. People
are named by their id, never by their name. A person who has left stays in the file, with `left`.

To mend it, write the id as `templates/people.yaml` has it, or add a new colleague there first.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.mentions import mentions_in
from aloitus.rules.nearest import names_of, unknown_name

KIND = FindingKind(
    "REF106",
    "unknown-person",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tina-tuki, evidence: Toimeksianto 10482}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: tiina-tuki, evidence: Toimeksianto 10482}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if not case.knows_people or case.names <= case.people.keys():
        return
    called = names_of(case.people.values())
    for mention in mentions_in(case):
        if mention.person and mention.person not in case.people:
            place = case.at(*mention.key)
            yield unknown_name(KIND, place, mention.person, called, where="templates/people.yaml", called=called)
