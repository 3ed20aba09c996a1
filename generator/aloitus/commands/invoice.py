"""`aloitus invoice`: a piece of work is invoiced."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, ITEM, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.invoicing import invoice


def run(invocation: Invocation, signature: Signature, client: str, item: str, number: str, work: str | None) -> int:
    return record(invocation, signature, client, lambda desk: invoice(desk, item, number, work), across=True)


COMMAND = Verb(
    "invoice",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["item"], type=ITEM),
        VerbOption(["--number"], type=Words("number"), required=True),
        VerbOption(["--work"], type=Words()),
    ],
)
