"""All that the gate has to say about a change, the gravest first."""

from collections.abc import Iterator

from aloitus.findings import Finding, once
from aloitus.gate.approvals.judging import judge_approvals
from aloitus.gate.closing import judge_closing
from aloitus.gate.comparison import ClientStep, Comparison
from aloitus.gate.registry import COMPARISON_RULES, STEP_RULES
from aloitus.rules.enough import enough


def compare(comparison: Comparison) -> tuple[Finding, ...]:
    """The findings of every rule; those of a closing come first among equals, for that is what people wait for."""
    steps = client_steps(comparison)
    found: list[Finding] = []
    for step in sorted(steps, key=lambda step: not step.closes):
        found += enough(judge_closing(step))
        for rule in STEP_RULES:
            found += enough(rule.check(step), rule.KIND.severity)
        found += enough(judge_approvals(step))
    for whole in COMPARISON_RULES:
        found += enough(whole.check(comparison), whole.KIND.severity)
    return tuple(sorted(once(found), key=lambda finding: -finding.severity))


def client_steps(comparison: Comparison) -> list[ClientStep]:
    """Each client whose file changed and can be read, before and after."""
    return list(_steps(comparison))


def _steps(comparison: Comparison) -> Iterator[ClientStep]:
    for name in comparison.changed_clients:
        head = comparison.head.clients.get(name)
        if head is not None:
            yield ClientStep(comparison.base.clients.get(name), head, comparison)
