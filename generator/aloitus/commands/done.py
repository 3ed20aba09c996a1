"""`aloitus done`: tasks are done."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, TASK, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.tasks import mark_done


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    tasks: tuple[str, ...],
    evidence: str | None,
    note: str | None,
) -> int:
    return record(invocation, signature, client, lambda desk: mark_done(desk, tasks, evidence, note))


COMMAND = Verb(
    "done",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
        VerbOption(["--evidence"], type=Words()),
        VerbOption(["--note"], type=Words()),
    ],
)
