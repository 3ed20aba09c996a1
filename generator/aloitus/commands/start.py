"""`aloitus start`: work on tasks has begun."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, TASK, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.tasks import mark_started


def run(invocation: Invocation, signature: Signature, client: str, tasks: tuple[str, ...], note: str | None) -> int:
    return record(invocation, signature, client, lambda desk: mark_started(desk, tasks, note))


COMMAND = Verb(
    "start",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
        VerbOption(["--note"], type=Words()),
    ],
)
