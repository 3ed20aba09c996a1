"""A date of an active client moved, and `changes` doesn't say so.

Once a client is active its dates are agreed: due days, the review's window and the tasks that apply hang on them. A
move is a decision with a reason, so it has a `date-moved` entry that says truly from which day to which. A date that
wasn't there yet may be set freely. A service's own start day moves in the same way (`what: service_starts.payroll`).

To mend it, add the entry, or set the day back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.moves import unexplained, untrue

KIND = FindingKind(
    "HIS409",
    "date-moved-silently",
    Severity.ERROR,
    __doc__,
    failing=Example(
        before="status: active\ndates: {software_training: 2026-11-24}\n",
        after="status: active\ndates: {software_training: 2026-12-01}\n",
    ),
    passing=Example(
        before="status: active\ndates: {software_training: 2026-11-24}\n",
        after="""\
status: active
dates: {software_training: 2026-12-01}
changes:
  - kind: date-moved
    what: software_training
    from: 2026-11-24
    to: 2026-12-01
    date: 2026-11-20
    by: liisa-laine
    reason: Asiakas pyysi viikon lisää
""",
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if not step.was_active:
        return
    silent = unexplained(step)
    for move in silent:
        variant = "gone" if move.after is None else ""
        yield KIND.at(
            step.at(*move.key), variant=variant, help=not variant,
            what=move.what, before=move.before, after=move.after, today=step.today.isoformat(),
            from_iso=str(move.before), to_iso=str(move.after),
        )  # fmt: skip
    named = {move.what for move in silent}
    for number, change in untrue(step):
        if change.what not in named:
            place = step.at("changes", number)
            yield KIND.at(place, variant="untrue", help=False, what=change.what or "–")
