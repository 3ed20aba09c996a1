"""Something is recorded as done by a person who had left by then.

What a person did stays valid evidence after they leave; what is dated later can't be theirs. It's a warning, since
`left` is often written down late. New evidence in the name of a leaver is an error in the change that adds it.

To mend it, correct the day or the person, or `left` in `templates/people.yaml`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.mentions import mentions_in

KIND = FindingKind(
    "REF113",
    "after-leaving",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-04-22, by: olli-lahtenyt, evidence: Toimeksianto 10482}
"""),
    passing=Example("""\
tasks:
  open-engagement: {status: done, date: 2026-03-30, by: olli-lahtenyt, evidence: Toimeksianto 10482}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    people = case.people
    leavers = {name: person.left for name in case.names if (person := people.get(name)) and person.left}
    if not leavers:
        return
    for mention in mentions_in(case):
        left = leavers.get(mention.person)
        # Approvals have a rule of their own (POL503).
        if left and mention.day and left < mention.day and mention.key[-1] != "approved_by":
            name = people[mention.person].name
            yield KIND.at(case.at(*mention.key), person=name, left=left, day=mention.day)
