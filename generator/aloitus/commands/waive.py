"""`aloitus waive`: tasks don't apply, with an approval; the client's own are cancelled."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, TASK, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.tasks import waive


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    tasks: tuple[str, ...],
    reason: str,
    approved_by: str | None,
) -> int:
    return record(invocation, signature, client, lambda desk: waive(desk, tasks, reason, approved_by))


COMMAND = Verb(
    "waive",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["tasks"], type=TASK, nargs=-1, required=True),
        VerbOption(["--reason"], type=Words(), required=True),
        VerbOption(["--approved-by"], type=PERSON),
    ],
)
