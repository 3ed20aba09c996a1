"""Two onboardings with the same business id are under way.

One client has one open file: with two, each would show half of the truth, and the same work could be done or invoiced
twice. A service sold later is a new file only when the earlier one is closed.

To mend it, correct the business id that is mistyped, or carry on in one file and cancel the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.rules.firm.client_extract import ClientExtract

KIND = FindingKind(
    "VAL232",
    "business-id-taken",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
business_id: 9000020-6
"""),
    passing=Example("""\
business_id: 9000012-6
"""),
)


def check(clients: Sequence[ClientExtract]) -> Iterator[Finding]:
    open_clients: dict[str, list[ClientExtract]] = defaultdict(list)
    for client in clients:
        if client.is_open and client.business_id:
            open_clients[client.business_id].append(client)
    for business_id, holders in open_clients.items():
        for client in holders if len(holders) > 1 else ():
            others = tuple(other for other in holders if other is not client)
            place = Place(client.file, ("business_id",))
            related = Related(Message("val.business-id-here"), Place(others[0].file, ("business_id",)))
            names = tuple(other.name for other in others)
            yield KIND.at(place, related=(related,), number=business_id, others=names)
