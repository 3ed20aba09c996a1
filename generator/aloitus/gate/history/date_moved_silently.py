"""A date of an active client moved, and `changes` doesn't say so.

Once a client is active its dates are agreed: due days, the review's window and the tasks that apply hang on them. A
move is a decision with a reason, so it has a `date-moved` entry that says truly from which day to which. A date that
wasn't there yet may be set freely. A service's own start day moves in the same way (`what: service_starts.payroll`).

To mend it, add the entry, or set the day back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Related, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import new_entries
from aloitus.gate.history.moves import Move, unexplained, untrue
from aloitus.model.client import Change, ChangeKind
from aloitus.rules.approvals.approval import needs_approval
from aloitus.rules.new_entry import into_changes

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
    entries = new_entries(step, ChangeKind.DATE_MOVED)
    silent = unexplained(step)
    for move in silent:
        yield _silent(step, move, [number for number, change in entries if change.what == move.what])
    named = {move.what for move in silent}
    for number, change in untrue(step):
        if change.what not in named:
            place, help_key = step.at("changes", number), f"{KIND.wording_key}-untrue-help"
            yield KIND.at(place, variant="untrue", help=help_key, what=change.what or "–")


def _silent(step: ClientStep, move: Move, entries: list[int]) -> Finding:
    """`entries`: the numbers of the new entries about this date, which don't lead where it went."""
    variant = "gone" if move.after is None else "misdated" if entries else ""
    help_variant = variant or ("approved" if needs_approval(_entry(step, move)) else "")
    return KIND.at(
        step.at(*move.key), variant=variant,
        help=f"{KIND.wording_key}-{help_variant}-help" if help_variant else True,
        related=tuple(Related(Message("his.entry-here"), step.at("changes", number)) for number in entries),
        what=move.what, before=move.before, after=move.after, field=_field(move), into=into_changes(step.head),
        today=step.today.isoformat(), from_iso=str(move.before), to_iso=str(move.after),
    )  # fmt: skip


def _entry(step: ClientStep, move: Move) -> Change:
    """What should stand in `changes`, as far as it decides whether somebody has to approve it."""
    return Change(ChangeKind.DATE_MOVED, step.today, None, None, move.what, move.before, move.after)


def _field(move: Move) -> str:
    """The key of the line that is missing; a service's agreed day may stand on its own."""
    *_, above, last = move.key
    return str(above if last == "agreed" else last)
