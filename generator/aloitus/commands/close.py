"""`aloitus close`: the onboarding is over; refused with the gate's own list while something is missing."""

from datetime import date

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.lifecycle import close


def run(invocation: Invocation, signature: Signature, client: str, erp_closed: date | None) -> int:
    return record(invocation, signature, client, lambda desk: close(desk, erp_closed or desk.day))


COMMAND = Verb(
    "close",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        VerbOption(["--erp-closed"], type=Day()),
    ],
)
