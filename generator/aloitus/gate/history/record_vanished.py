"""Something that was recorded is gone from the client's file.

Decisions in `changes`, held meetings, and extra tasks, actions and invoicing items that somebody has begun are
evidence: they may be finished, cancelled or corrected, and don't disappear. In the change that closes or cancels the
client even those that are still open stay, since dropping them is how unfinished work would go unseen. A task of the
process may be taken off the list: a task that isn't listed is open.

To mend it, bring the entry back; work that isn't needed any more gets `status: cancelled` with a reason.
"""

from collections.abc import Iterator
from dataclasses import replace

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import lost_entries
from aloitus.gate.history.evidence import EXTRA_TASK, MEETING, Piece, pieces
from aloitus.model.client import Client

_BEGUN = """\
status: active
extra_tasks:
  scan-contracts:
    title: Skannaa sopimukset
    role: support-services
    status: in-progress
"""
KIND = FindingKind(
    "HIS412",
    "record-vanished",
    Severity.ERROR,
    __doc__,
    failing=Example(before=_BEGUN, after="status: active\n"),
    passing=Example(
        before=_BEGUN,
        after="""\
status: active
extra_tasks:
  scan-contracts:
    title: Skannaa sopimukset
    role: support-services
    status: cancelled
    reason: Asiakas skannasi ne itse
    date: 2026-11-20
    by: liisa-laine
""",
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if step.base is None or step.was_over:
        return
    stays = {(piece.kind, piece.key) for piece in pieces(step.head)}
    ends = step.head.status.is_over
    for piece in pieces(step.base):
        counts = piece.begun or (ends and piece.kind != MEETING)
        if counts and (piece.kind, piece.key) not in stays and not _goes_by_another_id(piece, step.base, step):
            yield _gone(step, piece)
    for change in lost_entries(step):
        said = Term(f"his.kind-{change.kind.value}")
        yield KIND.at(step.at_key("changes"), variant="change", help="his.record-vanished-change-help", said=said)


def _goes_by_another_id(piece: Piece, base: Client, step: ClientStep) -> bool:
    """Whether it's an extra task that is the same but for its id, which the process has taken meanwhile."""
    process, name = step.comparison.process_of(step.head), str(piece.key[-1])
    if piece.kind != EXTRA_TASK or process is None or name not in process.tasks:
        return False
    new = (task for other, task in step.head.extra_tasks.items() if other not in base.extra_tasks)
    return any(replace(task, id=name) == base.extra_tasks[name] for task in new)


def _gone(step: ClientStep, piece: Piece) -> Finding:
    return KIND.at(step.at_key(*piece.key[:-1]), thing=Term(f"his.{piece.kind}"), name=str(piece.key[-1]))
