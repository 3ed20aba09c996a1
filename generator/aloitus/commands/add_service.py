"""`aloitus add-service`: a service came; what its tasks need is listed at once."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, SERVICE, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.bends import add_service


def run(invocation: Invocation, signature: Signature, client: str, service: str, reason: str | None) -> int:
    return record(invocation, signature, client, lambda desk: add_service(desk, service, reason), listing=True)


COMMAND = Verb(
    "add-service",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["service"], type=SERVICE),
        VerbOption(["--reason"], type=Words()),
    ],
)
