"""A due rule in words: `5 työpäivää ennen palvelutuotannon alkua`."""

from aloitus.model.due_rule import DueRule, Offset
from aloitus.model.process import Process
from aloitus.pages.context import PageContext
from aloitus.pages.first_letter import small


def due_words(rule: DueRule, process: Process, context: PageContext) -> str:
    """The rule as a person would say it; the date's own title names what it counts from."""
    say = context.wording
    known = process.dates.get(rule.start)
    start = known.title.say(context.language) if known else rule.start
    if rule.end_of_month:
        start = say("process.end-of-month", start=small(start))
    if not rule.offsets:
        return start
    offsets = tuple(_offset(offset, context) for offset in rule.offsets)
    return say("process.due", start=start, offset=offsets)


def _offset(offset: Offset, context: PageContext) -> str:
    direction = "before" if offset.amount < 0 else "after"
    return context.wording(f"process.{offset.unit.value}-{direction}", n=abs(offset.amount))
