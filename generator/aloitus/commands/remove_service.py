"""`aloitus remove-service`: a service ended, with an approval once the client is active."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, SERVICE, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.bends import remove_service


def run(
    invocation: Invocation, signature: Signature, client: str, service: str, reason: str | None, approved_by: str | None
) -> int:
    return record(invocation, signature, client, lambda desk: remove_service(desk, service, reason, approved_by))


COMMAND = Verb(
    "remove-service",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["service"], type=SERVICE),
        VerbOption(["--reason"], type=Words()),
        VerbOption(["--approved-by"], type=PERSON),
    ],
)
