"""`aloitus open`: tasks are open again: somebody erred."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, TASK
from aloitus.command_line.verb import Signature, Verb, record
from aloitus.recording.tasks import mark_open


def run(invocation: Invocation, signature: Signature, client: str, tasks: tuple[str, ...]) -> int:
    return record(invocation, signature, client, lambda desk: mark_open(desk, tasks))


COMMAND = Verb(
    "open",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
    ],
)
