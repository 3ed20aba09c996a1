"""`aloitus block`: tasks can't go on."""

from datetime import date

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, TASK, Words
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.model.client import Status
from aloitus.recording.tasks import mark_halted


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    tasks: tuple[str, ...],
    reason: str,
    follow_up: date | None,
    note: str | None,
) -> int:
    return record(
        invocation, signature, client, lambda desk: mark_halted(desk, tasks, Status.BLOCKED, reason, follow_up, note)
    )


COMMAND = Verb(
    "block",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
        VerbOption(["--reason"], type=Words(), required=True),
        VerbOption(["--follow-up"], type=Day()),
        VerbOption(["--note"], type=Words()),
    ],
)
