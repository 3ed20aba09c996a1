"""Work is marked as invoiced or written off without what proves it.

Invoiced work needs the invoice's number and day. Work that is written off is a decision: it needs a reason, the person
who decided (`by`) and an approval (POL501).

To mend it, add the missing line. Work that isn't invoiced yet stays `open`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import InvoicingStatus
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL235",
    "invoicing-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, date: 2026-05-13}
"""),
    passing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20311", date: 2026-05-13}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for name, item in case.client.invoicing.items():
        needed: dict[str, object] = {}
        if item.status is InvoicingStatus.INVOICED:
            needed = {"invoice": item.invoice, "date": item.date}
        elif item.status is InvoicingStatus.WRITTEN_OFF:
            needed = {"reason": item.reason, "by": item.by}
        for field, value in needed.items():
            if value is None:
                place = case.at("invoicing", "items", name, field)
                yield KIND.at(
                    place,
                    variant=field,
                    help=f"{KIND.wording_key}-{field}-help",
                    work=item.work,
                    today=case.today.isoformat(),
                )
