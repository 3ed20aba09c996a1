"""Something that was recorded as settled is unsaid.

A meeting that was held stays held, with what was written down there, and an invoicing item that was invoiced or
written off stays settled: others have acted on it. A mistake is corrected in place: the right invoice number, the
right day. (A task may be set back to open while the client is active, for people err.)

To mend it, restore the entry and correct what is wrong in it.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import ClientStep
from aloitus.model.client import InvoicingStatus, MeetingEntry, MeetingStatus
from aloitus.plan.records import is_minuted

_HELD = """\
status: active
meetings:
  internal-kickoff:
    status: held
    date: 2026-04-27
    participants: [liisa-laine, matti-makinen]
    minutes: https://intra.example/muistiot/1
"""
KIND = FindingKind(
    "HIS413",
    "record-unsaid",
    Severity.ERROR,
    __doc__,
    failing=Example(before=_HELD, after="status: active\nmeetings:\n  internal-kickoff:\n    status: planned\n"),
    passing=Example(before=_HELD, after=_HELD.replace("muistiot/1", "muistiot/2")),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.base is None or step.was_over:
        return
    for name, meeting in step.base.meetings.items():
        after = step.head.meetings.get(name)
        if meeting.status is MeetingStatus.HELD and after:
            yield from _of_meeting(step, name, meeting, after)
    for name, item in step.base.invoicing.items():
        now = step.head.invoicing.get(name)
        if now and now.status is InvoicingStatus.OPEN and item.status is not InvoicingStatus.OPEN:
            place = step.at("invoicing", "items", name, "status")
            yield KIND.at(place, thing=Term("his.invoicing-item"), name=name)


def _of_meeting(step: ClientStep, name: str, before: MeetingEntry, after: MeetingEntry) -> Iterator[Finding]:
    if after.status is not MeetingStatus.HELD:
        yield KIND.at(step.at("meetings", name, "status"), thing=Term("his.meeting"), name=name)
    elif is_minuted(before) and not is_minuted(after):
        yield KIND.at(step.at("meetings", name), variant="minutes", name=name)
