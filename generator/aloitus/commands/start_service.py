"""`aloitus start-service`: service production really began; refused while the start gate is shut."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, SERVICE
from aloitus.command_line.verb import Signature, Verb, record
from aloitus.recording.lifecycle import start_service


def run(invocation: Invocation, signature: Signature, client: str, service: str | None) -> int:
    return record(invocation, signature, client, lambda desk: start_service(desk, service))


COMMAND = Verb(
    "start-service",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["service"], type=SERVICE, required=False),
    ],
)
