"""`aloitus reopen`: a closed onboarding goes on, with an approval."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, PERSON, Words
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.recording.lifecycle import reopen


def run(invocation: Invocation, signature: Signature, client: str, reason: str, approved_by: str) -> int:
    return record(invocation, signature, client, lambda desk: reopen(desk, reason, approved_by))


COMMAND = Verb(
    "reopen",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        VerbOption(["--reason"], type=Words(), required=True),
        VerbOption(["--approved-by"], type=PERSON, required=True),
    ],
)
