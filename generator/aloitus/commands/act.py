"""`aloitus act`: who does what that was agreed in a meeting."""

from datetime import date

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, MEETING, PERSON, Words
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.meetings import act


def run(
    invocation: Invocation, signature: Signature, client: str, meeting: str, title: str, assignee: str, due: date
) -> int:
    return record(invocation, signature, client, lambda desk: act(desk, meeting, title, assignee, due))


COMMAND = Verb(
    "act",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["meeting"], type=MEETING),
        click.Argument(["title"], type=Words("title")),
        VerbOption(["--assignee"], type=PERSON, required=True),
        VerbOption(["--due"], type=Day(), required=True),
    ],
)
