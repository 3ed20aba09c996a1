"""`aloitus sync`: tasks that the process brought are listed in the clients' files, and nothing else is touched."""

import datetime as dt
import sys

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import CLIENT
from aloitus.command_line.values import Day
from aloitus.command_line.verb import VerbCommand, VerbOption, difference, refuse
from aloitus.errors import UserError
from aloitus.pipeline.client_edit import ClientEditor
from aloitus.pipeline.opened import open_practice
from aloitus.plan.client_plan import ClientPlan
from aloitus.recording.desk import NOTHING, Record
from aloitus.scaffolding.listing import listed, missing_tasks


def run(invocation: Invocation, clients: tuple[str, ...], today: dt.date | None, dry_run: bool) -> int:
    from aloitus.command_line.today import today_of_checks

    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    editor = ClientEditor(practice, today_of_checks(today, practice.firm, dt.datetime.now(dt.UTC)))
    code, touched = 0, 0
    for client in clients or tuple(practice.clients):
        try:
            edited = editor.edit(client, _brought, dry_run=dry_run)
        except UserError as error:
            if clients:
                raise
            print(f"aloitus: {say.say(error.message)}", file=sys.stderr)
            code = 1
            continue
        if edited.errors:
            refuse(edited, say)
            code = 1
        elif not edited.changes_nothing:
            touched += 1
            print(f"{edited.after.client.name} ({client})")
            for task in missing_tasks(edited.before):
                print(f"  + {task.title.say(say.language)} ({task.id})")
            if dry_run:
                sys.stdout.write(difference(edited.path, edited.old, edited.new))
    if not touched and not code:
        print(say("verbs.in-sync"))
    elif dry_run:
        print(say("verbs.dry-run"), file=sys.stderr)
    return code


def _brought(plan: ClientPlan) -> Record:
    running = not plan.client.status.is_over
    return listed(missing_tasks(plan)) if running else NOTHING


COMMAND = VerbCommand(
    "sync",
    run,
    [
        click.Argument(["clients"], type=CLIENT, nargs=-1),
        VerbOption(["--dry-run"], is_flag=True),
        VerbOption(["--today"], type=Day()),
    ],
)
