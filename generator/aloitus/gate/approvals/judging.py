"""Judges the approvals of a change by the rules that everybody's approvals are judged by, with base's people."""

from collections.abc import Iterator

from aloitus.findings import Finding
from aloitus.gate.approvals.new_approvals import new_approvals, old_approvals
from aloitus.gate.comparison import ClientStep
from aloitus.rules.approvals import by_closer
from aloitus.rules.registry import APPROVAL_RULES


def judge_approvals(step: ClientStep) -> Iterator[Finding]:
    """Each new approval by every rule; an old one only by who closes the client now."""
    judged = new_approvals(step)
    for approval in judged.approvals:
        for rule in APPROVAL_RULES:
            yield from rule.check(approval, judged.policy)
    if step.closes:
        before = old_approvals(step)
        for approval in before.approvals:
            yield from by_closer.check(approval, before.policy)
