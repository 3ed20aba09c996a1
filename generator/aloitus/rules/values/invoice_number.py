"""What stands as an invoice's number isn't one.

The number is what ties the onboarding's work to an invoice that was really sent. It's ASCII, has at least three
digits, and isn't all zeros; `TBD`, `0` or a blank would let work pass as invoiced that isn't.

To mend it, write the number that stands on the invoice. Work that isn't invoiced yet stays `open`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case
from aloitus.rules.invoice_number import canonical_number

KIND = FindingKind(
    "VAL233",
    "invoice-number",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: TBD, date: 2026-05-13}
"""),
    passing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20311", date: 2026-05-13}
"""),
)


def check(case: Case) -> Iterator[Finding]:
    for name, item in case.client.invoicing.items():
        if item.invoice is not None and canonical_number(item.invoice) is None:
            place = case.at("invoicing", "items", name, "invoice")
            yield KIND.at(place, number=item.invoice.strip(), work=item.work)
