"""A change of the process lets a meeting be held earlier or later than before.

The window says on which days the quick review may be held: late enough that production has settled, early enough to
matter. Widening it, or dropping it, needs the approval of somebody whose role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from aloitus.calendar import WorkingDays
from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs
from aloitus.model.due_rule import DueRule
from aloitus.model.process import Process, Window
from aloitus.plan.dates import ClientDates

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL526",
    "policy-window-widened",
    Severity.ERROR,
    __doc__,
    failing=Example(
        "meetings: {quick-review: {window: {earliest: service_start, latest: service_start + 7 months}}}\n",
        "{}\n",
        PROCESS,
    ),
    passing=Example(
        "meetings: {quick-review: {window: {earliest: service_start + 3 months, latest: service_start + 4 months}}}\n",
        "{}\n",
        PROCESS,
    ),
)

FIRST_SAMPLE = date(2024, 1, 1)
SAMPLES = 4 * 366
"""A leap year and three others: every length of month and every place of a holiday."""


def check(comparison: Comparison) -> Iterator[Finding]:
    for pair in process_pairs(comparison):
        for name, before in pair.base.meetings.items():
            after = pair.head.meetings.get(name)
            if after is None or before.window is None or before.window == after.window:
                continue
            if after.window is None or is_wider(after.window, before.window, pair, comparison.workdays):
                place = (process_file(pair.head.id), "meetings", name, "window")
                yield from loosened(KIND, comparison, *place, meeting=before.title)


def is_wider(after: Window, before: Window, processes: tuple[Process, Process], workdays: WorkingDays) -> bool:
    """Whether there's a day on which `after` lets the meeting be held and `before` doesn't."""
    if (after.earliest.start, after.latest.start) != (before.earliest.start, before.latest.start):
        return True
    base, head = processes
    return any(
        counted(after.earliest, head, day, workdays) < counted(before.earliest, base, day, workdays)
        or counted(after.latest, head, day, workdays) > counted(before.latest, base, day, workdays)
        for day in (FIRST_SAMPLE + timedelta(days=number) for number in range(SAMPLES))
    )


def counted(rule: DueRule, process: Process, start: date, workdays: WorkingDays) -> date:
    return ClientDates(process, {rule.start: start}, {}, workdays).count(rule) or start
