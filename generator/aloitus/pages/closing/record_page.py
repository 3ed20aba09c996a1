"""What a closed onboarding rests on, for the archive: `clients/<id>/closure.md` of a closed client."""

from dataclasses import dataclass

from aloitus.model.client import Status
from aloitus.pages.client_answer import Answer
from aloitus.pages.client_links import CLOSURE, ClientLinks, client_links
from aloitus.pages.closing.answer import closing_answer
from aloitus.pages.closure_words import criterion_words, how_it_stands, missing_words
from aloitus.pages.context import PageContext
from aloitus.pages.record_lines import RecordLine, change_lines, invoicing_lines, meeting_lines, task_line
from aloitus.pages.task_row import Named, person, role_title
from aloitus.plan.client_plan import ClientPlan

TEMPLATE = "closing-record.md.j2"
_LEFT_OUT = (Status.NOT_APPLICABLE, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class CriterionLine:
    title: str
    state: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordTable:
    """`heads`: what the columns hold, as `RecordLine` has them."""

    title: str
    note: str
    heads: tuple[str, str, str, str]
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class ClosingRecordPage:
    path: str
    links: ClientLinks
    business_id: str
    answer: Answer
    closed: str
    closed_by: Named | None
    erp_closed: str
    started: str
    progress: str
    criteria: tuple[CriterionLine, ...]
    tables: tuple[RecordTable, ...]


def closing_record_page(plan: ClientPlan, context: PageContext) -> ClosingRecordPage:
    path = f"clients/{plan.client.id}/{CLOSURE}.md"
    say, closure = context.wording, plan.client.closure
    started = plan.start_gates[0].passed_on if plan.start_gates else None
    return ClosingRecordPage(
        path=path,
        links=client_links(plan, context, path),
        business_id=plan.client.business_id or "",
        answer=closing_answer(plan, context),
        closed=say.date(closure.date) if closure and closure.date else "",
        closed_by=person(context, path, closure.by) if closure and closure.by else None,
        erp_closed=say.date(closure.erp_closed) if closure and closure.erp_closed else "",
        started=say.date(started) if started else "",
        progress=f"{plan.progress.final}/{plan.progress.total}",
        criteria=tuple(
            CriterionLine(
                criterion_words(criterion.rule, plan.process, context),
                how_it_stands(criterion, context),
                tuple(missing_words(missing, plan, context) for missing in criterion.missing),
            )
            for criterion in plan.closure.criteria
        ),
        tables=tuple(table for table in _tables(plan, context) if table.lines),
    )


def _tables(plan: ClientPlan, context: PageContext) -> list[RecordTable]:
    """Meetings, invoicing, what was left out and why, decisions that bent the plan; then what was done, by role."""
    say = context.wording
    day, who = say("closing.day"), say("closing.who")
    left_out = [task_line(task, context) for task in plan.tasks if task.state in _LEFT_OUT]
    meetings = (say("pages.meetings-one"), say("closing.decided"), day, say("pages.participants"))
    tables = [
        RecordTable(say("pages.meetings"), "", meetings, meeting_lines(plan, context)),
        RecordTable(
            say("pages.invoicing"),
            "",
            (say("closing.work"), say("closing.invoice"), day, who),
            invoicing_lines(plan, context),
        ),
        RecordTable(
            say("closing.left-out"),
            say("pages.tasks", n=len(left_out)),
            (say("pages.task"), say("closing.ground"), day, who),
            tuple(left_out),
        ),
        RecordTable(
            say("pages.changes"),
            "",
            (say("closing.change"), say("closing.ground"), day, who),
            change_lines(plan, context),
        ),
    ]
    for role in (*plan.roles, None):
        tasks = [task for task in plan.tasks if task.role == role and task.state not in _LEFT_OUT]
        tables.append(
            RecordTable(
                role_title(plan, role, context.language) if role else say("pages.actions"),
                say("pages.tasks", n=len(tasks)),
                (say("pages.task"), say("closing.evidence"), day, who),
                tuple(task_line(task, context) for task in tasks),
            )
        )
    return tables
