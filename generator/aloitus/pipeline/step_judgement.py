"""What the gate would say of one client's change, before it's made; who opens and approves it isn't known yet."""

from datetime import date

from aloitus.findings import Finding
from aloitus.gate.approvals.judging import judge_approvals
from aloitus.gate.closing import judge_closing
from aloitus.gate.comparison import ClientStep, Comparison, Review, Side
from aloitus.gate.registry import STEP_RULES
from aloitus.model.client import Client
from aloitus.pipeline.opened import OpenPractice


def judge_step(practice: OpenPractice, before: Client, after: Client, today: date) -> list[Finding]:
    """The findings of the gate's rules of single clients; the policy is the one that stands in the working tree."""
    base = _side(practice, before)
    comparison = Comparison(base, _side(practice, after), base, today, Review(known=False), practice.workdays)
    step = ClientStep(before, after, comparison)
    found = [*judge_closing(step), *judge_approvals(step)]
    for rule in STEP_RULES:
        found += rule.check(step)
    return found


def _side(practice: OpenPractice, client: Client) -> Side:
    return Side(practice.firm, practice.people, practice.processes, {client.id: client})
