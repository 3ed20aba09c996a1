"""`aloitus assign`: somebody else has the tasks."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, TASK
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.tasks import assign


def run(invocation: Invocation, signature: Signature, client: str, tasks: tuple[str, ...], to: str) -> int:
    return record(invocation, signature, client, lambda desk: assign(desk, tasks, to))


COMMAND = Verb(
    "assign",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
        VerbOption(["--to"], type=PERSON, required=True),
    ],
)
