"""`aloitus move-due`: a task has another due day."""

from datetime import date

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, TASK, Words
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.tasks import move_due


def run(invocation: Invocation, signature: Signature, client: str, task: str, to: date, reason: str | None) -> int:
    return record(invocation, signature, client, lambda desk: move_due(desk, task, to, reason))


COMMAND = Verb(
    "move-due",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["task"], type=TASK),
        VerbOption(["--to"], type=Day(), required=True),
        VerbOption(["--reason"], type=Words()),
    ],
)
