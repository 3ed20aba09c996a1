"""`aloitus staff`: who has a role: the first leads, the others deputise."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, ROLE
from aloitus.command_line.verb import Signature, Verb, record
from aloitus.recording.lifecycle import staff


def run(invocation: Invocation, signature: Signature, client: str, role: str, people: tuple[str, ...]) -> int:
    return record(invocation, signature, client, lambda desk: staff(desk, role, people))


COMMAND = Verb(
    "staff",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["role"], type=ROLE),
        click.Argument(["people"], type=PERSON, nargs=-1, required=True),
    ],
)
