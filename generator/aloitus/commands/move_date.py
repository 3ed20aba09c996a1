"""`aloitus move-date`: a date of the client's is another day."""

from datetime import date

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, DATE, PERSON, Words
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.dates import move_date


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    name: str,
    to: date,
    reason: str | None,
    approved_by: str | None,
) -> int:
    return record(invocation, signature, client, lambda desk: move_date(desk, name, to, reason, approved_by))


COMMAND = Verb(
    "move-date",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["name"], type=DATE),
        VerbOption(["--to"], type=Day(), required=True),
        VerbOption(["--reason"], type=Words()),
        VerbOption(["--approved-by"], type=PERSON),
    ],
)
