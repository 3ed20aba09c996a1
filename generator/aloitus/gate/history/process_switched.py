"""The client is moved to another process.

What an onboarding has to meet is settled when it begins. Another process could ask for less, so a client never
changes its own. A service sold later is a new file with the same business id and a process for additions.

To mend it, set `process` back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.model.client import ChangeKind

KIND = FindingKind(
    "HIS408",
    "process-switched",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: active\n", after="status: active\nprocess: light-onboarding\n"),
    passing=Example(before="status: active\n", after="status: active\nname: Uusi Nimi Oy\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.base is None or new_entries(step, ChangeKind.PURGED):
        return
    if step.head.process != step.base.process:
        yield KIND.at(step.at("process"), before=step.base.process, after=step.head.process)
