"""A meeting's window closes before it opens, or its due day lies outside.

A window is counted from one date: `earliest` comes first, then `due`, then `latest`. Rules that count from different
dates aren't compared: their order depends on the client.

To mend it, correct the rule that's wrong.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.model.due_rule import DueRule, Unit
from aloitus.rules.process.process_case import ProcessCase

KIND = FindingKind(
    "PRO712",
    "window-order",
    Severity.ERROR,
    __doc__,
    failing=Example(
        """\
meetings:
  quick-review: {window: {earliest: service_start + 7 months, latest: service_start + 3 months}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
    passing=Example(
        """\
meetings:
  quick-review: {window: {earliest: service_start + 3 months, latest: service_start + 7 months}}
""",
        file="templates/processes/client-onboarding.yaml",
    ),
)


_DAYS = {Unit.DAYS: 1.0, Unit.WORKDAYS: 7 / 5, Unit.MONTHS: 365.25 / 12}


def check(case: ProcessCase) -> Iterator[Finding]:
    for name, meeting in case.process.meetings.items():
        window = meeting.window
        if window is None:
            continue
        if _comes_after(window.earliest, window.latest):
            yield KIND.at(Place(case.file, ("meetings", name, "window")), meeting=meeting.title)
        elif _comes_after(window.earliest, meeting.due) or _comes_after(meeting.due, window.latest):
            yield KIND.at(Place(case.file, ("meetings", name, "due")), variant="due", meeting=meeting.title)


def _comes_after(first: DueRule, second: DueRule) -> bool:
    """Whether `first` lands after `second`, as far as one can tell without a client: rolling decides mere days."""
    if (first.start, first.end_of_month) != (second.start, second.end_of_month):
        return False
    return _length(first) > _length(second)


def _length(rule: DueRule) -> float:
    return sum(offset.amount * _DAYS[offset.unit] for offset in rule.offsets)
