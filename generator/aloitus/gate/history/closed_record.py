"""The record of a client that is over changes.

What a closed or cancelled client's file says is what was decided upon, and it stays. Only the name, the contacts and
the notes may still change. Anything else needs the client reopened first, in a change of its own that touches the
status, the notes and its `reopened` entry alone, so that everybody sees what was changed after the closing.

To mend it, take the edit back, or reopen the client.
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import lost_entries, new_entries
from aloitus.gate.history.places import field_key
from aloitus.model.client import ChangeKind, Client

KIND = FindingKind(
    "HIS404",
    "closed-record",
    Severity.ERROR,
    __doc__,
    failing=Example(
        before="status: closed\n", after="status: closed\ntasks:\n  open-engagement:\n    evidence: Toinen numero\n"
    ),
    passing=Example(before="status: closed\n", after="status: closed\nnotes: Asiakas kiitti\n"),
)

FREE = ("name", "contacts", "notes")
"""What may change in a closed record."""
REOPENING = ("status", "notes", "changes")
"""What the change that reopens a client may touch."""


def check(step: ClientStep) -> Iterator[Finding]:
    base, head = step.base, step.head
    if base is None or not step.was_over or new_entries(step, ChangeKind.PURGED):
        return
    if step.reopens:
        yield from (_finding(step, field, "reopening") for field in _touched(base, head, REOPENING))
        if lost_entries(step) or len(new_entries(step)) != len(new_entries(step, ChangeKind.REOPENED)):
            yield _finding(step, "changes", "reopening")
    elif head.status is base.status:
        yield from (_finding(step, field) for field in _touched(base, head, FREE))


def _touched(base: Client, head: Client, free: tuple[str, ...]) -> list[str]:
    same = replace(base, **{field: getattr(head, field) for field in free})
    return [field.name for field in fields(Client) if getattr(same, field.name) != getattr(head, field.name)]


def _finding(step: ClientStep, field: str, variant: str = "") -> Finding:
    help_key = f"{KIND.wording_key}-{variant}-help" if variant else True
    return KIND.at(step.at_key(*field_key(step, field)), variant=variant, help=help_key, field=field)
