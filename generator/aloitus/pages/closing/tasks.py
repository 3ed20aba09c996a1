"""Unfinished tasks, and a start that nobody recorded."""

from datetime import date

from aloitus.pages import days
from aloitus.pages.closing.item import Closing, ClosingItem
from aloitus.pages.context import relative
from aloitus.pages.first_letter import capital
from aloitus.pages.markup import Markup
from aloitus.pages.task_row import LATE, Named, task_row
from aloitus.plan.client_plan import CriterionPlan, Missing, PlannedTask, Reason


def task_items(criterion: CriterionPlan, closing: Closing) -> tuple[ClosingItem, ...]:
    """By due day. Finished tasks are counted alone: they stand on the checklists."""
    tasks = {task.key: task for task in closing.plan.tasks}
    unfinished = [missing for missing in criterion.missing if missing.reason is Reason.TASK_NOT_FINAL]
    unfinished.sort(key=lambda missing: tasks[missing.key].due or date.max)
    starts = [missing for missing in criterion.missing if missing.reason is Reason.START_NOT_PASSED]
    return (
        *(_task(tasks[missing.key], missing, closing) for missing in unfinished),
        *(_start(missing, closing) for missing in starts),
    )


def _task(task: PlannedTask, missing: Missing, closing: Closing) -> ClosingItem:
    row = task_row(task, closing.plan, closing.context, closing.page)
    recorded = (Named(row.state.lower()),) if row.mark == LATE else ()
    return ClosingItem(
        row.title,
        row.page,
        row.final,
        row.mark_word,
        row.due_text,
        row.relative,
        row.overdue,
        row.is_today,
        about=(*recorded, *closing.doer(task), row.line),
        why=row.why,
        commands=closing.commands((missing,)),
    )


def _start(missing: Missing, closing: Closing) -> ClosingItem:
    say = closing.context.wording
    gate = next(gate for gate in closing.plan.start_gates if gate.service == missing.subject)
    return ClosingItem(
        closing.words(missing),
        Markup(relative(closing.page, f"clients/{closing.plan.client.id}/index.md")),
        final=False,
        mark_word=capital(say("pages.criterion-missing")),
        due_text=say.date(gate.day) if gate.day else "",
        relative=days.until(say, gate.days_left),
        overdue=gate.days_left is not None and gate.days_left < 0,
        is_today=gate.days_left == 0,
        about=(closing.line("dates"),),
        commands=closing.commands((missing,)),
    )
