"""Answers to the form for a new client: a broad set of combinations, with texts that YAML would misread."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, count, product

from stdnum.fi import ytunnus

SERVICES = ("bookkeeping", "payroll", "purchase-ledger", "sales-ledger", "payments")
FACTS = (
    "data-transfer", "vat-liable", "high-risk", "joint-signature", "sole-trader", "mid-year-payroll",
    "working-time-system", "consumer-invoicing",
)  # fmt: skip
HOSTILE = (
    "O'Brien: \"x\" #1", "- a", "No", "1e3", "👩‍👩‍👧 Perhe & 株式会社", "@koti", "[Oy]", "{a: b}", "# Oy", ": Oy",
    "2026-11-23", "null", "~", '"lainattu"', "C:\\temp\\", "a\u202eb\u0007", "  väli  keskellä ", "!!python/object:x",
    "*viite", "&ankkuri", "%TAG", "| >-", "---", "...", "<script>", "12:30", "0x1F", "1_000", "=", "<<", "a\tb", "?",
    "`", "Yritys:", "https://esimerkki.example/#a", "\\U0001F600", "'", "ä" * 200, "x: y: z #", "no", "Ⅷ ﬁ ǅ",
)  # fmt: skip

Answers = Mapping[str, str | Sequence[str]]
"""By the name of a control of the form."""


def subsets(of: Sequence[str]) -> list[tuple[str, ...]]:
    return [chosen for size in range(len(of) + 1) for chosen in combinations(of, size)]


def business_ids() -> Iterator[str]:
    """Valid ones, each once."""
    for number in count(9100000):
        yield from (one for check in "0123456789" if ytunnus.is_valid(one := f"{number}-{check}"))


def broad_answers() -> list[Answers]:
    """Every set of services with every language, state of the business id and status; in between every set of facts,
    and every hostile text in every field.
    """
    numbers, facts = business_ids(), subsets(FACTS)
    made: list[Answers] = []
    rows = product(subsets(SERVICES)[1:], ("fi", "en"), (False, True), ("planned", "active"), range(2))
    for number, (services, language, pending, status, half) in enumerate(rows):
        text, other = HOSTILE[number % len(HOSTILE)], HOSTILE[(number * 7 + half) % len(HOSTILE)]
        told: dict[str, str | Sequence[str]] = {
            "name": text, "id": f"client-{number}", "language": language, "status": status,
            "services": services, "facts": facts[number * 5 % len(facts)],
            "contact.1.name": other, "contact.1.email": "sanna@kuusipuu.example" if half else "",
            "contact.1.phone": "+358 40 000 0000" if number % 3 else "", "accounting": text if half else "",
            "notes": ("", other, f"{text}\n  {other}\n\n# {text}\n")[number % 3],
        }  # fmt: skip
        told |= {"is_pending": "on", "pending": f"{other} perusteilla"} if pending else {"business_id": next(numbers)}
        if status == "active" or half:
            told |= {"date.service_start": "2027-02-01", "date.first_payday": "2027-02-28"}
        if status == "active":
            told |= {"date.agreement_signed": "2026-11-20", "role.project-manager": "aino-virtanen"}
        if number % 4 == 0:
            told |= {"role.seller": "kari-akerlund", "role.payroll-accountant": "minttu-aalto"}
        made.append(told)
    return made
