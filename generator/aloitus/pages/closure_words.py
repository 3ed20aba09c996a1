"""The closure criteria and what is missing from them, in a project manager's words."""

from aloitus.model.process import ClosureCriterion, Process
from aloitus.pages.context import PageContext
from aloitus.plan.client_plan import ClientPlan, CriterionPlan, Missing


def criterion_words(rule: ClosureCriterion, process: Process, context: PageContext) -> str:
    """`Käyttöönoton pikapalaveri (sisäinen) on pidetty`."""
    meeting = process.meetings.get(rule.meeting) if rule.meeting else None
    title = meeting.title.say(context.language) if meeting else rule.meeting or ""
    return context.wording(f"pages.criterion-{rule.criterion.value}", meeting=title)


def how_it_stands(criterion: CriterionPlan, context: PageContext) -> str:
    """`täyttyy`, `11/14` where there are several things to finish, else `puuttuu`."""
    if criterion.met:
        return context.wording("pages.criterion-met")
    return f"{criterion.done}/{criterion.total}" if criterion.total > 1 else context.wording("pages.criterion-missing")


def missing_words(missing: Missing, plan: ClientPlan, context: PageContext) -> str:
    """`Avoin tehtävä: Perusta asiakas …`, `Uusin tarkistus on ennen viimeistä tehtävää 12.10.2026`."""
    return context.wording(
        f"pages.missing-{missing.reason.value}",
        what=_subject(missing, plan, context),
        day=missing.day or "",
        rows=missing.rows or 0,
    )


def _subject(missing: Missing, plan: ClientPlan, context: PageContext) -> str:
    subject, language = missing.subject, context.language
    if subject is None:
        return ""
    task = plan.task(subject)
    if task:
        return task.title.say(language)
    for known in (plan.process.meetings, plan.process.services):
        if subject in known:
            return known[subject].title.say(language)
    item = plan.client.invoicing.get(subject)
    return item.work.say(language) if item else subject
