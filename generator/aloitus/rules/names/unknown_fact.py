"""A fact that the process doesn't know.

The facts of a client bring tasks with them. A misspelt one would silently drop them, so each name in `facts` and in
the changes of facts has to be known.

To mend it, write the fact's id as the process has it under `facts`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

KIND = FindingKind(
    "REF103",
    "unknown-fact",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
facts: [vat-lible]
"""),
    passing=Example("""\
facts: [vat-liable]
"""),
)


_CHANGES = (ChangeKind.FACT_ADDED, ChangeKind.FACT_REMOVED)


def check(case: Case) -> Iterator[Finding]:
    client, known = case.client, case.process.facts
    for number, fact in enumerate(client.facts):
        if fact not in known:
            yield unknown_titled(KIND, case.at("facts", number), fact, known, where=case.process_file)
    for number, change in enumerate(client.changes):
        if change.kind in _CHANGES and change.what and change.what not in known:
            place = case.at("changes", number, "what")
            yield unknown_titled(KIND, place, change.what, known, where=case.process_file)
