"""What an onboarding still lacks for its closing, for the project manager: `clients/<id>/closure.md`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aloitus.model.client import ClientStatus
from aloitus.model.process import Criterion
from aloitus.pages.client_answer import PROJECT_MANAGER, Answer
from aloitus.pages.client_links import CLOSURE, ClientLinks, client_links
from aloitus.pages.closing.answer import closing_answer
from aloitus.pages.closing.invoicing import invoicing_items
from aloitus.pages.closing.item import Closing, ClosingItem
from aloitus.pages.closing.review import review_items
from aloitus.pages.closing.service import service_items
from aloitus.pages.closing.tasks import task_items
from aloitus.pages.closure_words import criterion_words, how_it_stands
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup
from aloitus.pages.task_row import Named, person, role_title
from aloitus.plan.client_plan import ClientPlan, CriterionPlan

TEMPLATE = "closure.md.j2"


@dataclass(frozen=True, slots=True)
class CriterionSection:
    """`note`: how the criterion stands. `short` and `next`: what it's called and what comes next, at a glance.
    `summary`: said in place of items.
    """

    title: str
    note: str
    short: str
    next: str
    items: tuple[ClosingItem, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class ClosurePage:
    """`by_hand`: the lines of the file that a closing changes, once it's time for it."""

    path: str
    links: ClientLinks
    answer: Answer
    manager: Named | None
    manager_role: str
    sections: tuple[CriterionSection, ...]
    by_hand: tuple[Markup, ...]


def closure_page(plan: ClientPlan, context: PageContext) -> ClosurePage:
    path = f"clients/{plan.client.id}/{CLOSURE}.md"
    closing = Closing(plan, context, path)
    managers = plan.client.team.get(PROJECT_MANAGER, ())
    return ClosurePage(
        path=path,
        links=client_links(plan, context, path),
        answer=closing_answer(plan, context),
        manager=person(context, path, managers[0]) if managers else None,
        manager_role=role_title(plan, PROJECT_MANAGER, context.language),
        sections=tuple(_section(criterion, closing) for criterion in plan.closure.criteria),
        by_hand=_by_hand(plan, managers) if plan.closure.ready else (),
    )


def _section(criterion: CriterionPlan, closing: Closing) -> CriterionSection:
    say = closing.context.wording
    planned = closing.plan.client.status is ClientStatus.PLANNED
    only_counted = criterion.rule.criterion is Criterion.ALL_TASKS_FINAL and (criterion.met or planned)
    items = () if only_counted else _ITEMS[criterion.rule.criterion](criterion, closing)
    summary = say("closing.all-final" if criterion.met else "closing.not-begun", n=criterion.total)
    return CriterionSection(
        title=criterion_words(criterion.rule, closing.plan.process, closing.context),
        note=how_it_stands(criterion, closing.context),
        short=say(f"closing.short-{criterion.rule.criterion.value}"),
        next=_next(items, closing.context),
        items=items,
        summary=summary if only_counted else "",
    )


def _next(items: tuple[ClosingItem, ...], context: PageContext) -> str:
    """How much of it is late, else the first due day."""
    late = sum(item.overdue for item in items)
    if late:
        return context.wording("counts.overdue", n=late)
    due = next((item.due_text for item in items if not item.final and item.due_text), None)
    return context.wording("pages.due-on", day=due) if due else ""


def _by_hand(plan: ClientPlan, managers: tuple[str, ...]) -> tuple[Markup, ...]:
    """For those who edit the file on the forge: ids and days, which mean nothing in a block of code."""
    day, by = plan.today.isoformat(), managers[0] if managers else "…"
    return (Markup("status: closed"), Markup(f"closure: {{date: {day}, by: {by}, erp_closed: {day}}}"))


_ITEMS: Mapping[Criterion, Callable[[CriterionPlan, Closing], tuple[ClosingItem, ...]]] = {
    Criterion.ALL_TASKS_FINAL: task_items,
    Criterion.MEETING_HELD: review_items,
    Criterion.WORK_INVOICED: invoicing_items,
    Criterion.CLOSED_IN_ERP: service_items,
}
