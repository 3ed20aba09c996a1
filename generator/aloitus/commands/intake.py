"""`aloitus intake`: a form's text becomes a client's file or a record, and is answered in plain words."""

import datetime as dt
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.refusing import that_matter
from aloitus.command_line.things import Words
from aloitus.command_line.today import today_of_checks
from aloitus.command_line.told_wrongly import ToldBy, told_wrongly
from aloitus.command_line.values import Day, File
from aloitus.command_line.verb import VerbCommand, VerbOption
from aloitus.errors import UserError
from aloitus.findings import Message
from aloitus.gate.policy.people import person_called
from aloitus.i18n import Wording
from aloitus.model.client import Status
from aloitus.model.firm import Person
from aloitus.pages.markup import escape
from aloitus.pipeline.client_creation import ClientCreator
from aloitus.pipeline.client_edit import ClientEditor
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.recording.desk import Desk, Record
from aloitus.recording.tasks import mark_done, mark_halted, mark_started
from aloitus.scaffolding.form_fields import new_client_fields
from aloitus.scaffolding.from_form import from_form, is_client_form
from aloitus.scaffolding.task_form import TaskReport, from_task_form, is_task_form

_MOST_READ = 256 * 1024
SELLER = "seller"


@dataclass(frozen=True)
class Answer:
    """Sentences of the comment; `path` is the file that was written, None when nothing was."""

    headline: str
    points: tuple[str, ...] = ()
    path: str | None = None


def run(invocation: Invocation, actor: str, comment: Path | None, today: dt.date | None) -> int:
    """0 when a file was written, or when the text is no form of ours; 1 when the comment says what's missing."""
    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    day = today_of_checks(today, practice.firm, dt.datetime.now(dt.UTC))
    text = sys.stdin.buffer.read(_MOST_READ).decode("utf-8", "replace")
    is_task = is_task_form(text)
    if not is_task and not is_client_form(text, practice.processes.values()):
        print(say("verbs.intake.no-form"))
        return 0
    try:
        person = _person(practice, actor)
        answer = _task(practice, text, person, day, say) if is_task else _client(practice, text, person, day, say)
    except UserError as error:
        answer = Answer(say("verbs.intake.refused"), (say.say(error.message),))
    written = "\n".join([str(escape(answer.headline)), "", *(f"- {escape(point)}" for point in answer.points)]) + "\n"
    if comment is not None:
        comment.write_text(written, "utf-8")
    sys.stdout.write(written)
    return 0 if answer.path else 1


def _person(practice: OpenPractice, actor: str) -> Person:
    """Only those who work for the firm may tell it anything."""
    person = person_called(actor, practice.people)
    if person is None:
        raise UserError("verbs.intake.unknown-actor", name=actor)
    return person


def _client(practice: OpenPractice, text: str, person: Person, day: dt.date, say: Wording) -> Answer:
    """A seller who tells of a new client is the client's seller: the form asks of no team."""
    proposal = from_form(text, practice.processes.values())
    if proposal.unclear:
        return _missing(proposal.unclear, say)
    creator = ClientCreator(practice, day)
    if SELLER in creator.process_of(proposal).roles and SELLER in person.roles:
        proposal = proposal.filled(team={SELLER: person.id})
    created = creator.create(proposal)
    if created.errors:
        return _refused(
            told_wrongly(created.errors, ToldBy.FORM, new_client_fields(*practice.processes.values()), say), say
        )
    return Answer(say("verbs.intake.created", path=created.path), (), created.path)


def _task(practice: OpenPractice, text: str, person: Person, day: dt.date, say: Wording) -> Answer:
    report = from_task_form(text)
    if report.unclear:
        return _missing(report.unclear, say)
    edited = ClientEditor(practice, day).edit(
        report.client, lambda plan: _record(Desk(plan, practice.people, report.day or day, person.id), report)
    )
    if edited.errors:
        errors = that_matter(edited.errors)
        told = ((say.say(one.message), say.say(one.help) if one.help else None) for one in errors)
        return _refused(told, say)
    return Answer(say("verbs.intake.recorded"), tuple(say.say(message) for message in edited.record.said), edited.path)


def _record(desk: Desk, report: TaskReport) -> Record:
    if report.status is Status.DONE:
        return mark_done(desk, [report.task], report.evidence)
    if report.status is Status.IN_PROGRESS:
        return mark_started(desk, [report.task], report.evidence)
    return mark_halted(desk, [report.task], report.status, report.reason or "")


def _missing(unclear: Iterable[Message], say: Wording) -> Answer:
    return Answer(say("verbs.intake.refused"), tuple(say.say(message) for message in unclear))


def _refused(told: Iterable[tuple[str, str | None]], say: Wording) -> Answer:
    """Each sentence with what to do."""
    points = (f"{message.rstrip('.')}. {say('verbs.help')} {advice}" if advice else message for message, advice in told)
    return Answer(say("verbs.intake.refused"), tuple(points))


COMMAND = VerbCommand(
    "intake",
    run,
    [
        VerbOption(["--actor"], type=Words("name"), required=True),
        VerbOption(["--comment"], type=File()),
        VerbOption(["--today"], type=Day()),
    ],
)
