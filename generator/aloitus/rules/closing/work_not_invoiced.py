"""The client is closed, though its onboarding work isn't invoiced.

All onboarding work is invoiced, or written off by an approved decision, and there is at least one item of it: an
onboarding without any work doesn't exist.

To mend it, record each item under `invoicing.items` with the number and day of its invoice.

Source: the firm's process description, "Kaikki käyttöönoton työt on laskutettu".
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.plan.client_plan import Reason
from aloitus.rules.case import Case
from aloitus.rules.closing.criteria import closed_here, unmet

KIND = FindingKind(
    "CLO307",
    "work-not-invoiced",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
status: closed
invoicing:
  items:
    training: {work: Ohjelmistokoulutus 3 h, status: open}
"""),
    passing=Example("""\
status: closed
invoicing:
  items:
    training: {work: Ohjelmistokoulutus 3 h, status: invoiced, invoice: "20302", date: 2026-04-15}
"""),
)


REASONS = (Reason.NO_ITEMS, Reason.ITEM_NOT_FINAL)


def check(case: Case) -> Iterator[Finding]:
    for missing in unmet(case, *REASONS):
        item = case.client.invoicing.get(missing.subject or "")
        variant = "none" if missing.reason is Reason.NO_ITEMS else ""
        help_key = f"{KIND.wording_key}-none-help" if variant else True
        place = case.at(*missing.key)
        yield KIND.at(
            place,
            variant=variant,
            help=help_key,
            related=(closed_here(case),),
            work=item.work if item else missing.subject,
            today=case.today.isoformat(),
        )
