"""What the head's own findings come to once it's known what stood before the change."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from aloitus.findings import Finding, Message, Related, Severity
from aloitus.gate.closing import is_brought_in
from aloitus.gate.compare import client_steps
from aloitus.gate.comparison import CLIENT_PATH, Comparison
from aloitus.loading.val_kinds import VAL_KINDS
from aloitus.model.client import ClientStatus
from aloitus.rules.registry import APPROVAL_RULES, CLOSING_RULES, START_RULES
from aloitus.rules.run import without_echoes
from aloitus.rules.values import not_waivable, required_missing

APPROVALS = frozenset(rule.KIND.code for rule in APPROVAL_RULES)
"""Judged by base's people as part of the change, each once: what was approved before stays approved."""
CLOSING = frozenset(rule.KIND.code for rule in (*CLOSING_RULES, *START_RULES, not_waivable))
"""What a process asks of a closing, which counts in the change that closes and never again."""

READERS = frozenset(kind.code for kind in VAL_KINDS)

StoodAtBase = Callable[[Finding], bool]


def settle(
    own: Iterable[Finding], gate: Iterable[Finding], comparison: Comparison, stood: StoodAtBase
) -> list[Finding]:
    """The head's own findings and the gate's as one list, each thing told once."""
    over, closing, reopened = _clients_over(comparison)
    weighed = []
    for finding in own:
        code, file = finding.code, finding.place.file
        if code in APPROVALS or (code in CLOSING and file in closing):
            continue  # judged by base's policy
        if finding.severity is not Severity.ERROR:
            weighed.append(finding)
        elif file in over and (code in CLOSING or stood(finding)):
            weighed.append(replace(finding, severity=Severity.NOTE))  # a closed record only mustn't change
        elif file in reopened and (code == required_missing.KIND.code or stood(finding)):
            weighed.append(replace(finding, severity=Severity.WARNING))  # only an active client's record can be mended
        elif not _concerns(finding, comparison) and stood(finding):
            weighed.append(replace(finding, severity=Severity.NOTE))
        elif code == not_waivable.KIND.code and not _is_edited(file, comparison):
            weighed.append(replace(finding, severity=Severity.WARNING))  # the process got stricter, as it may
        else:
            weighed.append(_at_the_change(finding, comparison))
    told = without_echoes(gate, [finding for finding in weighed if _is_readers(finding)])
    said = {(finding.code, finding.place.file, finding.place.key) for finding in told}
    return told + [it for it in weighed if (it.code, it.place.file, it.place.key) not in said]


def _is_readers(finding: Finding) -> bool:
    """Whether the reader says that a value can't be read; rules that miss the value needn't say so again."""
    return finding.code in READERS


def _at_the_change(finding: Finding, comparison: Comparison) -> Finding:
    """A finding about two clients stands at the one that the change edits, not at the one it doesn't touch."""
    file = finding.place.file
    other = next((related for related in finding.related if _is_edited(related.place.file, comparison)), None)
    known = CLIENT_PATH.fullmatch(file)
    if other is None or known is None or _is_edited(file, comparison) or "other" not in finding.message.values:
        return finding
    client = comparison.head.clients.get(known[1])
    values = {**finding.message.values, "other": client.name if client else known[1]}
    return replace(
        finding,
        message=Message(finding.message.key, values),
        help=finding.help and Message(finding.help.key, values),
        place=other.place,
        related=(Related(other.message, finding.place),),
    )


def _clients_over(comparison: Comparison) -> tuple[Collection[str], Collection[str], Collection[str]]:
    """Files of edited clients that are over already or are brought in, and of those that the change closes or reopens.

    A change that reopens touches nothing else of the record: what was wrong with it has to wait for the next one.
    """
    over, closing, reopened = set(), set(), set()
    for step in client_steps(comparison):
        if step.closes and not is_brought_in(step):
            closing.add(step.file)
        elif step.reopens:
            reopened.add(step.file)
        elif step.head.status is ClientStatus.CLOSED or step.was_over:
            over.add(step.file)
    return over, closing, reopened


def _concerns(finding: Finding, comparison: Comparison) -> bool:
    """Whether the change touches the place of the finding, or one that belongs to it."""
    return any(_is_edited(file, comparison) for file in _files(finding))


def _files(finding: Finding) -> Iterator[str]:
    yield finding.place.file
    for related in finding.related:
        if not related.place.file.startswith("templates/"):
            yield related.place.file


def _is_edited(file: str, comparison: Comparison) -> bool:
    return comparison.base.tree.get(file) != comparison.head.tree.get(file)
