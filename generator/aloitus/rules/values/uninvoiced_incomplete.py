"""The look at the ERP's list of uninvoiced events is recorded without its day or the person.

That the list was empty counts only with the day when it was seen, which has to come after all other work, and with
the one who saw it.

To mend it, add the missing line under `invoicing.uninvoiced`: `checked` or `by`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL245",
    "uninvoiced-incomplete",
    Severity.WARNING,
    __doc__,
    failing=Example("invoicing: {uninvoiced: {rows: 0, checked: 2026-05-12}}\n"),
    passing=Example("invoicing: {uninvoiced: {rows: 0, checked: 2026-05-12, by: liisa-laine}}\n"),
)


def check(case: Case) -> Iterator[Finding]:
    seen = case.client.uninvoiced
    if seen is None:
        return
    for field, value in (("checked", seen.checked), ("by", seen.by)):
        if value is None:
            place, help_key = case.at("invoicing", "uninvoiced", field), f"{KIND.wording_key}-{field}-help"
            yield KIND.at(place, variant=field, help=help_key, today=case.today.isoformat())
