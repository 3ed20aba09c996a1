"""`aloitus decide`: what was decided in a meeting."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, MEETING, Words
from aloitus.command_line.verb import Signature, Verb, record
from aloitus.recording.meetings import decide


def run(invocation: Invocation, signature: Signature, client: str, meeting: str, decisions: tuple[str, ...]) -> int:
    return record(invocation, signature, client, lambda desk: decide(desk, meeting, decisions))


COMMAND = Verb(
    "decide",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["meeting"], type=MEETING),
        click.Argument(["decisions"], type=Words("decision"), nargs=-1, required=True),
    ],
)
