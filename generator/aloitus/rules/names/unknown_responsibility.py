"""A line of the division of responsibilities that the process doesn't have.

Under `responsibilities` a client's file says which lines are the other side's for this client. A misspelt line changes
nothing in what the client is shown.

To mend it, write the line's id as the process has it under `responsibilities`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.nearest import unknown_titled

KIND = FindingKind(
    "REF109",
    "unknown-responsibility",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
responsibilities: {deliver-reciepts: firm}
"""),
    passing=Example("""\
responsibilities: {deliver-receipts: firm}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    known = case.process.responsibilities
    for line in case.client.responsibilities:
        if line not in known:
            yield unknown_titled(KIND, case.at_key("responsibilities", line), line, known, where=case.process_file)
