"""An approval is new, and nobody knows who opened the change.

Whoever opens a change can't approve what is in it. That is only seen when the gate is told who it was (`--actor`),
and when `people.yaml` knew the name before the change, as a handle or a person's id. Without it a new approval can't
be judged, so it doesn't pass.

To mend it, run the check with `--actor`, as the shipped workflows do, and give people their `handle` in
`people.yaml`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.approvals.new_approvals import new_approvals
from aloitus.gate.comparison import ClientStep
from aloitus.gate.policy.people import actor

WAIVER = """\
tasks:
  agree-chart-of-accounts:
    status: not-applicable
    reason: Asiakas jatkaa entisellä tilikartalla
    by: liisa-laine
    approved_by: eeva-esihenkilo
"""
KIND = FindingKind(
    "POL506",
    "actor-unknown",
    Severity.ERROR,
    __doc__,
    failing=Example(WAIVER, "status: active\n"),
    passing=Example("status: active\nnotes: Soitettu\n", "status: active\n"),
)


def check(step: ClientStep) -> Iterator[Finding]:
    review = step.comparison.review
    if not step.comparison.review_counts or actor(step.comparison) is not None:
        return
    judged = new_approvals(step)
    for approval in judged.approvals:
        if approval.approved_by is not None:
            variant = "named" if review.actor else ""
            help_key = f"pol.actor-unknown{'-named' if review.actor else ''}-help"
            yield KIND.at(judged.place(approval), variant=variant, help=help_key, name=review.actor)
            return
