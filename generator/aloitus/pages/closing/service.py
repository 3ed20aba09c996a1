"""Closing the service in the ERP: the last thing, and what the closing itself records."""

from aloitus.model.process import Record
from aloitus.pages.closing.item import Closing, ClosingItem, unmet
from aloitus.pages.closure_words import criterion_words
from aloitus.pages.task_row import LATE, state_word
from aloitus.plan.client_plan import CriterionPlan


def service_items(criterion: CriterionPlan, closing: Closing) -> tuple[ClosingItem, ...]:
    """What to type is told once nothing else is missing: `aloitus close` would refuse before."""
    plan, context = closing.plan, closing.context
    task = closing.task_of(Record.ERP_CLOSED)
    title = task.title.say(context.language) if task else criterion_words(criterion.rule, plan.process, context)
    word = state_word(context, LATE if task and task.overdue else "open")
    ready = plan.closure.ready
    return (
        unmet(
            title,
            word,
            criterion.missing if ready else (),
            task,
            closing,
            key=("closure",),
            why=() if ready else (context.wording("closing.last"),),
        ),
    )
