"""Two clients have the same invoice number.

An invoice is sent to one client, so its number proves the invoicing of that client alone. Sister companies that are
invoiced together say so with the same `group`. Numbers are compared without spaces and leading zeros.

To mend it, correct the number that is mistyped, or give the sister companies the same `group`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.firm.client_extract import ClientExtract

KIND = FindingKind(
    "VAL234",
    "invoice-number-shared",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20777", date: 2026-05-13}
"""),
    passing=Example("""\
invoicing:
  items:
    onboarding-project: {work: Käyttöönottoprojekti, status: invoiced, invoice: "20311", date: 2026-05-13}
"""),
)


def check(clients: Sequence[ClientExtract]) -> Iterator[Finding]:
    holders: dict[str, dict[str, ClientExtract]] = defaultdict(dict)
    for client in clients:
        for _, number in client.invoices:
            holders[number][client.id] = client
    for number, sharing in holders.items():
        yield from _shared(number, list(sharing.values()))


def _shared(number: str, sharing: list[ClientExtract]) -> Iterator[Finding]:
    """Told of each client that can still be mended; where all are over, of all but the first.

    All the strangers who have the number are named: whichever of them a change edits, it's about that change.
    """
    told = [client for client in sharing if client.is_open] or sharing[1:]
    for client in told:
        strangers = [other for other in sharing if _family(other) != _family(client)]
        related = tuple(Related(Message("val.same-number-here"), _place(other, number)) for other in strangers)
        if strangers:
            yield KIND.at(_place(client, number), related=related, number=number, other=strangers[0].name)


def _family(client: ClientExtract) -> str:
    """What clients that may share an invoice have in common: their group, else nothing but the client itself."""
    return f"group {client.group}" if client.group else client.id


def _place(client: ClientExtract, number: str) -> Place:
    item = next(item for item, known in client.invoices if known == number)
    return Place(client.file, ("invoicing", "items", item, "invoice"))
