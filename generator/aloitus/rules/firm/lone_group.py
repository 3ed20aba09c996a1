"""A group with one client in it.

`group` lets sister companies share an invoice number. A group of one shares with nobody: most often its name is
misspelt, or the sister company's file doesn't have it yet.

To mend it, write the group's name as the sister company has it, or leave the key out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.rules.firm.client_extract import ClientExtract
from aloitus.rules.nearest import nearest

KIND = FindingKind(
    "REF111",
    "lone-group",
    Severity.WARNING,
    __doc__,
    failing=Example("""\
group: kuusipu
"""),
    passing=Example("""\
group: kuusipuu
"""),
)


def check(clients: Sequence[ClientExtract]) -> Iterator[Finding]:
    sizes = Counter(client.group for client in clients if client.group)
    for client in clients:
        if client.group and sizes[client.group] == 1:
            others = [group for group in sizes if group != client.group]
            meant = nearest(client.group, others)
            place = Place(client.file, ("group",))
            yield KIND.at(place, help="rules.did-you-mean" if meant else True, group=client.group, suggestion=meant)
