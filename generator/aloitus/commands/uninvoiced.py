"""`aloitus uninvoiced`: what the ERP's list of uninvoiced events says."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, Count
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.invoicing import uninvoiced


def run(invocation: Invocation, signature: Signature, client: str, rows: int) -> int:
    return record(invocation, signature, client, lambda desk: uninvoiced(desk, rows))


COMMAND = Verb(
    "uninvoiced",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        VerbOption(["--rows"], type=Count(), required=True),
    ],
)
