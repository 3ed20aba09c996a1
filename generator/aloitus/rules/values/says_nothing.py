"""A text that has to tell something tells nothing.

Reasons, minutes, decisions and evidence are read by somebody who wasn't there: an auditor, a deputy, the next project
manager. A blank, a dot, a dash, `n/a` or `TBD` gets past the field and tells them nothing.

To mend it, write what you would tell a colleague who asks, in a few words.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, KeyPath, Severity, Term
from aloitus.model.real_text import says_nothing
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL229",
    "says-nothing",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, reason: n/a}
"""),
    passing=Example("""\
tasks:
  agree-bank-authorisations: {status: waiting, reason: Pankin sopimus tulossa viikolla 21}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for record in case.records.all:
        entry = record.entry
        if entry.evidence is not None and says_nothing(entry.evidence):
            yield _empty(case, entry.evidence, *record.key, "evidence")
        if entry.reason is not None and says_nothing(entry.reason):
            yield _empty(case, entry.reason, *record.key, "reason")
        if entry.due_reason is not None and says_nothing(entry.due_reason):
            yield _empty(case, entry.due_reason, *record.key, "due_reason")
    for key, text in _other_texts(case):
        if text is not None and says_nothing(text):
            yield _empty(case, text, *key)


def _other_texts(case: Case) -> Iterator[tuple[KeyPath, str | None]]:
    client = case.client
    yield ("business_id_pending",), client.business_id_pending
    for name, meeting in client.meetings.items():
        yield ("meetings", name, "minutes"), meeting.minutes
        yield ("meetings", name, "reason"), meeting.reason
        for number, decision in enumerate(meeting.decisions):
            yield ("meetings", name, "decisions", number), decision
    for name, item in client.invoicing.items():
        yield ("invoicing", "items", name, "reason"), item.reason
    for number, change in enumerate(client.changes):
        yield ("changes", number, "reason"), change.reason


def _empty(case: Case, text: str, *key: str | int) -> Finding:
    field = "decisions" if "decisions" in key else str(key[-1])
    return KIND.at(case.at(*key), text=text.strip(), field=Term(f"val.text-{field}"))
