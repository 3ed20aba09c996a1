"""The decisions that a change adds to a client's `changes`."""

from collections import Counter
from typing import NamedTuple

from aloitus.gate.comparison import ClientStep
from aloitus.model.client import Change, ChangeKind


class NewEntry(NamedTuple):
    """`number` is its place in the list, from 0."""

    number: int
    change: Change


def new_entries(step: ClientStep, *kinds: ChangeKind) -> list[NewEntry]:
    """Entries of the head that base hasn't got, in the file's order; all kinds where none is named."""
    known = Counter(step.base.changes if step.base else ())
    found = []
    for number, change in enumerate(step.head.changes):
        if known[change]:
            known[change] -= 1
        elif not kinds or change.kind in kinds:
            found.append(NewEntry(number, change))
    return found


def lost_entries(step: ClientStep) -> list[Change]:
    """Entries of base that the head hasn't got any more."""
    return list((Counter(step.base.changes if step.base else ()) - Counter(step.head.changes)).elements())
