"""A meeting is planned or held outside its window.

The process gives some meetings a window: held earlier, the quick review says nothing of how production got going;
held later, it comes too late to help. Before the window it doesn't count for closing at all; after it, it needs a
`late-review` change. This warns while there's time to move it.

To mend it, plan the meeting inside the window, or record why it was late.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.plan.client_plan import MeetingState
from aloitus.rules.case import Case
from aloitus.rules.new_entry import into_changes

KIND = FindingKind(
    "VAL244",
    "meeting-outside-window",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
meetings:
  quick-review: {status: planned, date: 2026-06-10}
"""),
    passing=Example("""\
meetings:
  quick-review: {status: planned, date: 2026-10-01}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    if case.is_over or case.strict:
        return
    if not any(_has_window(case, name) for name, entry in case.client.meetings.items() if entry.date):
        return
    excused = [change.what for change in case.client.changes if change.kind is ChangeKind.LATE_REVIEW]
    for meeting in case.plan.meetings:
        day = meeting.entry.date if meeting.entry else None
        if day is None or meeting.state is MeetingState.CANCELLED:
            continue
        late = bool(meeting.latest and day > meeting.latest) and meeting.id not in excused
        if late or (meeting.earliest and day < meeting.earliest):
            variant = "late" if late else "early"
            held = meeting.state is MeetingState.HELD
            yield KIND.at(
                case.at("meetings", meeting.id, "date"),
                variant=variant,
                help=f"{KIND.wording_key}-held-{variant}-help" if held else True,
                meeting=meeting.rule.title,
                day=day,
                earliest=meeting.earliest,
                latest=meeting.latest,
                id=meeting.id,
                into=into_changes(case.client),
                today=case.today.isoformat(),
            )


def _has_window(case: Case, name: str) -> bool:
    """Looked at first: the plan works its meetings out only when they are asked for."""
    meeting = case.process.meetings.get(name)
    return meeting is not None and meeting.window is not None
