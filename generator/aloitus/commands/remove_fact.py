"""`aloitus remove-fact`: a fact ended, with an approval once the client is active."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, FACT, PERSON, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.bends import remove_fact


def run(
    invocation: Invocation, signature: Signature, client: str, fact: str, reason: str | None, approved_by: str | None
) -> int:
    return record(invocation, signature, client, lambda desk: remove_fact(desk, fact, reason, approved_by))


COMMAND = Verb(
    "remove-fact",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["fact"], type=FACT),
        VerbOption(["--reason"], type=Words()),
        VerbOption(["--approved-by"], type=PERSON),
    ],
)
