"""`aloitus meet`: when a meeting is, that it was held, or that it's cancelled."""

from datetime import date, time

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT, MEETING, PERSON, Clock, Words
from aloitus.command_line.values import Day
from aloitus.command_line.verb import Signature, Verb, VerbOption, record
from aloitus.errors import UserError
from aloitus.model.client import MeetingStatus
from aloitus.recording.desk import Desk, Record
from aloitus.recording.meetings import Appointment, meet


def run(
    invocation: Invocation,
    signature: Signature,
    client: str,
    meeting: str,
    on: date | None,
    time: time | None,
    held: bool,
    cancelled: bool,
    participant: tuple[str, ...],
    client_participant: tuple[str, ...],
    minutes: str | None,
    reason: str | None,
    approved_by: str | None,
) -> int:
    if held and cancelled:
        raise UserError("verbs.held-or-cancelled")
    status = MeetingStatus.HELD if held else MeetingStatus.CANCELLED if cancelled else MeetingStatus.PLANNED

    def told(desk: Desk) -> Record:
        appointment = Appointment(
            status, on, time, participant or None, client_participant, minutes, reason, approved_by
        )
        return meet(desk, meeting, appointment)

    return record(invocation, signature, client, told)


COMMAND = Verb(
    "meet",
    run,
    [
        click.Argument(["client"], type=CLIENT),
        click.Argument(["meeting"], type=MEETING),
        VerbOption(["--date", "on"], type=Day()),
        VerbOption(["--time"], type=Clock()),
        VerbOption(["--held"], is_flag=True),
        VerbOption(["--cancelled"], is_flag=True),
        VerbOption(["--participant"], type=PERSON, multiple=True),
        VerbOption(["--client-participant"], type=Words("name"), multiple=True),
        VerbOption(["--minutes"], type=Words("address")),
        VerbOption(["--reason"], type=Words()),
        VerbOption(["--approved-by"], type=PERSON),
    ],
)
