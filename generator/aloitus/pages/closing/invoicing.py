"""The onboarding work, piece by piece, and the ERP's list of what isn't invoiced."""

from aloitus.model.client import InvoicingItem, InvoicingStatus, Uninvoiced
from aloitus.model.process import Record
from aloitus.pages.closing.item import Closing, ClosingItem, unmet
from aloitus.pages.first_letter import capital
from aloitus.pages.task_row import person, sentence
from aloitus.plan.client_plan import CriterionPlan, Missing, Reason

_OF_WORK = (Reason.ITEM_NOT_FINAL, Reason.NO_ITEMS)


def invoicing_items(criterion: CriterionPlan, closing: Closing) -> tuple[ClosingItem, ...]:
    client = closing.plan.client
    missing = {one.subject: one for one in criterion.missing if one.reason in _OF_WORK}
    of_list = tuple(one for one in criterion.missing if one.reason not in _OF_WORK)
    return (
        *(_work(item, missing.get(item.id), closing) for item in client.invoicing.values()),
        *(_no_work(one, closing) for subject, one in missing.items() if subject is None),
        _checked(client.uninvoiced, closing) if client.uninvoiced and not of_list else _unchecked(of_list, closing),
    )


def _work(item: InvoicingItem, missing: Missing | None, closing: Closing) -> ClosingItem:
    say, context = closing.context.wording, closing.context
    title, key = item.work.say(context.language), ("invoicing", "items", item.id)
    word = capital(say(f"pages.invoicing-{item.status.value}"))
    if missing:
        return unmet(title, word, (missing,), closing.task_of(Record.INVOICING_ITEMS), closing, key=key)
    why = [sentence(item.reason)] if item.reason else []
    if item.approved_by:
        why.append(capital(sentence(say("pages.approved-by", who=context.person_name(item.approved_by)))))
    by = (person(context, closing.page, item.by),) if item.by else ()
    return ClosingItem(
        title,
        None,
        final=True,
        mark_word=word,
        due_text=say.date(item.date) if item.date else "",
        relative=say("pages.invoice-number", number=item.invoice) if item.status is InvoicingStatus.INVOICED else "",
        about=(*by, closing.line(*key)),
        why=tuple(why),
    )


def _no_work(missing: Missing, closing: Closing) -> ClosingItem:
    word = capital(closing.context.wording("pages.criterion-missing"))
    task = closing.task_of(Record.INVOICING_ITEMS)
    return unmet(closing.words(missing), word, (missing,), task, closing, key=missing.key)


def _unchecked(missing: tuple[Missing, ...], closing: Closing) -> ClosingItem:
    say = closing.context.wording
    return unmet(
        say("closing.erp-list"),
        capital(say("pages.criterion-missing")),
        missing,
        closing.task_of(Record.UNINVOICED),
        closing,
        key=("invoicing", "uninvoiced"),
        why=closing.why(missing),
    )


def _checked(seen: Uninvoiced, closing: Closing) -> ClosingItem:
    """Seen empty after all that is done; what is still open may bring rows, and then it's looked at once more."""
    say = closing.context.wording
    task = closing.task_of(Record.UNINVOICED)
    again = task is not None and not task.final
    by = (person(closing.context, closing.page, seen.by),) if seen.by else ()
    return ClosingItem(
        say("closing.erp-list"),
        None,
        final=True,
        mark_word=capital(say("pages.criterion-met")),
        due_text=say.date(seen.checked) if seen.checked else "",
        relative=say("closing.rows", n=seen.rows),
        about=(*by, closing.line("invoicing", "uninvoiced")),
        why=(say("closing.check-again"),) if again else (),
    )
