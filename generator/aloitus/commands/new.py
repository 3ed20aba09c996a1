"""`aloitus new`: a new client's file, from what is told on the command line, in a file or a form, or when asked."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import click

from aloitus.command_line.interview import Interviewer
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.telling import told_in_flags
from aloitus.command_line.things import FACT, PERSON, SERVICE, Words
from aloitus.command_line.told_wrongly import ToldBy, told_wrongly
from aloitus.command_line.values import Day, File
from aloitus.command_line.verb import VerbCommand, VerbOption, warned
from aloitus.errors import UserError, cause
from aloitus.i18n import Wording
from aloitus.pipeline.client_creation import ClientCreator, Created
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.scaffolding.form_fields import new_client_fields
from aloitus.scaffolding.from_file import from_file
from aloitus.scaffolding.from_form import from_form
from aloitus.scaffolding.proposal import Proposal

_MOST_READ = 256 * 1024


def run(
    invocation: Invocation,
    from_: Path | None,
    form: bool,
    today: dt.date | None,
    dry_run: bool,
    **flags: Any,
) -> int:
    from aloitus.command_line.today import today_of_checks

    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    day = today_of_checks(today, practice.firm, dt.datetime.now(dt.UTC))
    creator = ClientCreator(practice, day)
    told = _source(invocation, practice, from_, form=form)
    process = creator.process_of(told.filled(process=flags["process"]))
    proposal = told_in_flags(told, flags, process, practice.people)
    if proposal.unclear:
        for message in proposal.unclear:
            print(f"aloitus: {say.say(message)}", file=sys.stderr)
        return 1
    if proposal.values.get("name") or form or not sys.stdin.isatty():
        created = creator.create(proposal, dry_run=dry_run)
    else:
        created = _asked(proposal, creator, Interviewer(process, _ask, creator.objection, say), dry_run=dry_run)
    by = ToldBy.FORM if form else ToldBy.FILE if from_ else ToldBy.OPTIONS
    return _answer(created, practice, say, by, dry_run=dry_run)


def _asked(proposal: Proposal, creator: ClientCreator, interviewer: Interviewer, *, dry_run: bool) -> Created:
    """Asks, and asks again what turns out to be wrong, until all is right or no question is about what's wrong."""
    told = interviewer.interview(proposal)
    while True:
        created = creator.create(told, dry_run=dry_run)
        again = interviewer.ask_again(told, created.errors)
        if again is None:
            return created
        told = again


def _source(invocation: Invocation, practice: OpenPractice, path: Path | None, *, form: bool) -> Proposal:
    if form:
        text = sys.stdin.buffer.read(_MOST_READ).decode("utf-8", "replace")
        return from_form(text, practice.processes.values())
    if path is None:
        return Proposal()
    try:
        data = sys.stdin.buffer.read(_MOST_READ) if str(path) == "-" else (invocation.root / path).read_bytes()
    except OSError as error:
        raise UserError("errors.unreadable", path=str(path), why=cause(error)) from error
    return from_file(str(path), data)


def _ask(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False, err=True)
    return answer.strip()


def _answer(created: Created, practice: OpenPractice, say: Wording, by: ToldBy, *, dry_run: bool) -> int:
    if created.errors:
        print(f"aloitus: {say('new.refused', n=len(created.errors))}", file=sys.stderr)
        for message, advice in told_wrongly(created.errors, by, new_client_fields(*practice.processes.values()), say):
            print(f"  - {message}", file=sys.stderr)
            if advice:
                print(f"    {say('verbs.help')} {advice}", file=sys.stderr)
        return 1
    if dry_run:
        sys.stdout.write(created.text)
        print(say("verbs.dry-run"), file=sys.stderr)
        return 0
    plan = created.plan
    assert plan is not None  # noqa: S101 -- without errors it's planned
    print(say("new.created", path=created.path, n=len(plan.tasks)))
    if created.proposed:
        print(say("new.proposed"))
        for role, names in created.proposed.items():
            print(f"  {say('new.role', role=plan.process.roles[role].title, people=_names(practice, names))}")
    for line in warned(created.warnings, say):
        print(line)
    print(say("new.next", client=plan.client.id))
    return 0


def _names(practice: OpenPractice, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(practice.people[person].name if person in practice.people else person for person in people)


COMMAND = VerbCommand(
    "new",
    run,
    [
        VerbOption(["--name"], type=Words("name")),
        VerbOption(["--business-id"], type=Words("number")),
        VerbOption(["--business-id-pending"], type=Words()),
        VerbOption(["--service"], type=SERVICE, multiple=True),
        VerbOption(["--fact"], type=FACT, multiple=True),
        VerbOption(["--signed"], type=Day()),
        VerbOption(["--start"], type=Day()),
        VerbOption(["--on"], type=Words("dated"), multiple=True),
        VerbOption(["--team"], type=Words("staffed"), multiple=True),
        VerbOption(["--project-manager"], type=PERSON),
        VerbOption(["--contact"], type=Words("contact"), multiple=True),
        VerbOption(["--accounting"], type=Words("name")),
        VerbOption(["--language"], type=Words("language")),
        VerbOption(["--group"], type=Words("id")),
        VerbOption(["--process"], type=Words("id")),
        VerbOption(["--id"], type=Words("id")),
        VerbOption(["--planned"], is_flag=True),
        VerbOption(["--from", "from_"], type=File()),
        VerbOption(["--form"], is_flag=True),
        VerbOption(["--dry-run"], is_flag=True),
        VerbOption(["--today"], type=Day()),
    ],
)
