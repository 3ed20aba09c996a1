"""`aloitus add-fact`: a fact came; what its tasks need is listed at once."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, FACT, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.bends import add_fact


def run(invocation: Invocation, signature: Signature, client: str, fact: str, reason: str | None) -> int:
    return record(invocation, signature, client, lambda desk: add_fact(desk, fact, reason), listing=True)


COMMAND = Verb(
    "add-fact",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["fact"], type=FACT),
        VerbOption(["--reason"], type=Words()),
    ],
)
