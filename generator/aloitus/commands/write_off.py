"""`aloitus write-off`: a piece of work won't be invoiced, with an approval."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, ITEM, PERSON, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.invoicing import write_off


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    item: str,
    reason: str,
    approved_by: str,
    work: str | None,
) -> int:
    return record(invocation, signature, client, lambda desk: write_off(desk, item, reason, approved_by, work))


COMMAND = Verb(
    "write-off",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["item"], type=ITEM),
        VerbOption(["--reason"], type=Words(), required=True),
        VerbOption(["--approved-by"], type=PERSON, required=True),
        VerbOption(["--work"], type=Words()),
    ],
)
