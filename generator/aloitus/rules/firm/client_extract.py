"""The little of a client that rules need to see of all the others."""

from typing import NamedTuple

from aloitus.model.client import Client
from aloitus.rules.invoice_number import canonical_number


class ClientExtract(NamedTuple):
    """`invoices`: ids of items and the numbers of their invoices, as numbers are compared."""

    id: str
    file: str
    name: str
    is_open: bool
    business_id: str | None
    group: str | None
    invoices: tuple[tuple[str, str], ...]


def extract(client: Client, file: str) -> ClientExtract:
    return ClientExtract(
        client.id,
        file,
        client.name,
        not client.status.is_over,
        client.business_id,
        client.group,
        tuple(
            (item.id, number)
            for item in client.invoicing.values()
            if item.invoice and (number := canonical_number(item.invoice))
        ),
    )
