"""`aloitus activate`: the agreement is signed: a planned client is active."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT
from aloitus.command_line.verb import Signature, Verb, record
from aloitus.recording.lifecycle import activate


def run(invocation: Invocation, signature: Signature, client: str) -> int:
    return record(invocation, signature, client, activate)


COMMAND = Verb(
    "activate",
    run,
    [
        click.Argument(["client"], type=CLIENT),
    ],
)
