"""Two clients have the same invoice number.

An invoice is sent to one client, so its number proves the invoicing of that client alone. Sister companies that are
invoiced together say so with the same `group`. Numbers are compared without spaces and leading zeros.

To mend it, correct the number that is mistyped, or give the sister companies the same `group`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Holder(NamedTuple):
    """A client that has the number, and where it stands first."""

    client: ClientExtract
    place: Place


def check(clients: Sequence[ClientExtract]) -> Iterator[Finding]:
    holders: dict[str, dict[str, Holder]] = defaultdict(dict)
    for client in clients:
        for item, number in client.invoices:
            place = Place(client.file, ("invoicing", "items", item, "invoice"))
            holders[number].setdefault(client.id, Holder(client, place))
    for number, sharing in holders.items():
        yield from _shared(number, list(sharing.values()))


def _shared(number: str, sharing: list[Holder]) -> Iterator[Finding]:
    """Told of each client that can still be mended; where all are over, of all but the first.

    All the strangers who have the number are named: whichever of them a change edits, it's about that change.
    """
    told = [holder for holder in sharing if holder.client.is_open] or sharing[1:]
    for holder in told:
        strangers = [other for other in sharing if _family(other.client) != _family(holder.client)]
        related = tuple(Related(Message("val.same-number-here"), other.place) for other in strangers)
        if strangers:
            yield KIND.at(holder.place, related=related, number=number, other=strangers[0].client.name)


def _family(client: ClientExtract) -> str:
    """What clients that may share an invoice have in common: their group, else nothing but the client itself."""
    return f"group {client.group}" if client.group else client.id
