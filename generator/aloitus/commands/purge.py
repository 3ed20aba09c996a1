"""`aloitus purge`: the records of a client past its retention are removed; its id stays taken."""

from datetime import date

import click

from aloitus.calendar import add_months
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.errors import UserError
from aloitus.findings import Term
from aloitus.pipeline.opened import open_practice
from aloitus.plan.effective_dating import ended_on
from aloitus.recording.desk import Desk, Record
from aloitus.scaffolding.tombstone import purge


def run(invocation: Invocation, signature: Signature, client: str, reason: str, approved_by: str) -> int:
    years = open_practice(invocation.root).firm.retention_years

    def removed(desk: Desk) -> Record:
        _must_be_past(desk, years)
        return purge(desk, reason, approved_by)

    return record(invocation, signature, client, removed)


def _must_be_past(desk: Desk, years: int) -> None:
    client = desk.client
    if not client.status.is_over:
        raise UserError("verbs.not-closed-yet", client=client.id, status=Term(f"verbs.client-{client.status.value}"))
    ended = ended_on(client)
    until: date | None = add_months(ended, 12 * years) if ended else None
    if until is None:
        raise UserError("verbs.kept-undated", client=client.id)
    if until > desk.plan.today:
        raise UserError("verbs.kept-until", client=client.id, until=until, years=years)


COMMAND = Verb(
    "purge",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        VerbOption(["--reason"], type=Words(), required=True),
        VerbOption(["--approved-by"], type=PERSON, required=True),
    ],
)
