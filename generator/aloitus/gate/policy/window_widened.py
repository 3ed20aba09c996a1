"""A change of the process lets a meeting be held earlier or later than before.

The window says on which days the quick review may be held: late enough that production has settled, early enough to
matter. Widening it, or dropping it, needs the approval of somebody whose role stands under `policy`; so does another
default of the date that it counts from, or another country's holidays, where that lets it be held on other days.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from aloitus.calendar import WorkingDays
from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file, process_pairs
from aloitus.model.due_rule import DueRule
from aloitus.model.process import Process, Window
from aloitus.plan.dates import ClientDates
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START

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
SIGNED_BEFORE = timedelta(days=42)


def check(comparison: Comparison) -> Iterator[Finding]:
    moved = comparison.workdays_after is not None
    for pair in process_pairs(comparison):
        for name, before in pair.base.meetings.items():
            after = pair.head.meetings.get(name)
            if after is None or before.window is None:
                continue
            same = before.window == after.window and pair.base.dates == pair.head.dates and not moved
            if not same and (after.window is None or is_wider(after.window, before.window, pair, comparison)):
                place = (process_file(pair.head.id), "meetings", name, "window")
                yield from loosened(KIND, comparison, *place, meeting=before.title)


def is_wider(after: Window, before: Window, processes: tuple[Process, Process], comparison: Comparison) -> bool:
    """Whether there's a day on which `after` lets the meeting be held and `before` doesn't."""
    if (after.earliest.start, after.latest.start) != (before.earliest.start, before.latest.start):
        return True
    workdays = comparison.workdays
    was, now = _Counting(processes[0], workdays), _Counting(processes[1], comparison.workdays_after or workdays)
    return any(
        now.day(after.earliest, day, known=known) < was.day(before.earliest, day, known=known)
        or now.day(after.latest, day, known=known) > was.day(before.latest, day, known=known)
        for day in (FIRST_SAMPLE + timedelta(days=number) for number in range(SAMPLES))
        for known in (True, False)
    )


class _Counting(NamedTuple):
    process: Process
    workdays: WorkingDays

    def day(self, rule: DueRule, day: date, *, known: bool) -> date:
        """What `rule` comes to where the client's date that it counts from is `day`.

        Where that isn't `known`, its default stands in for it, by a client that signed and starts about then.
        """
        given = {rule.start: day} if known else {AGREEMENT_SIGNED: day - SIGNED_BEFORE, SERVICE_START: day}
        return ClientDates(self.process, given, {}, self.workdays).count(rule) or day
