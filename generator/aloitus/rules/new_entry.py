"""Where a new entry of `changes` goes, for the helps that show one: below the others, or below a key of its own."""

from aloitus.findings import Term
from aloitus.model.client import Client


def into_changes(client: Client) -> Term:
    return Term("his.into-changes" if client.changes else "his.into-new-changes")
