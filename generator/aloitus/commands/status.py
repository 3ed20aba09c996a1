"""`aloitus status [CLIENT]`: the same picture as the wiki's, in a terminal."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import click

from aloitus.command_line.grammar import Command, Option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.today import today_of_pages
from aloitus.command_line.values import ClientName, Day
from aloitus.errors import UserError
from aloitus.i18n import Wording
from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.fan_out import fan_out
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.plan.client_plan import ClientPlan


def run(invocation: Invocation, client: str | None, today: date | None, json: bool) -> int:
    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    day = today_of_pages(today, practice.firm, os.environ, datetime.now(UTC))
    reader = ClientReader(practice, day)
    if client is None:
        return _show_all(practice, reader, day, say, json=json)
    return _show_one(practice, reader, client, say, json=json)


def _show_all(practice: OpenPractice, reader: ClientReader, day: date, say: Wording, *, json: bool) -> int:
    from aloitus.exports.status_json import client_object, practice_json
    from aloitus.screens.practice_screen import client_line, practice_screen
    from aloitus.screens.progress import progress_bar
    from aloitus.screens.sheet import show

    extract = partial(client_object if json else client_line, language=say.language)
    paths = list(practice.clients.values())
    with progress_bar(say("status.reading"), len(paths)) as progress:
        clients = fan_out(paths, partial(_extract, reader, extract), progress=progress)
    known = [extracted for one in clients for extracted in one or ()]
    if json:
        sys.stdout.write(practice_json(day, known))
    else:
        show(practice_screen(known, day, practice.people, say), sys.stdout)
    unreadable = clients.count(None)
    if unreadable:
        print(say("status.unreadable", n=unreadable), file=sys.stderr)
    return 0


def _extract(reader: ClientReader, extract: Callable[[ClientPlan], Any], path: str) -> tuple[Any, ...] | None:
    """None of a file that can't be read; nothing of a client whose records were removed."""
    file = reader.read(path)
    if file.plan is None:
        return None
    return (extract(file.shown),) if file.shown else ()


def _show_one(practice: OpenPractice, reader: ClientReader, client: str, say: Wording, *, json: bool) -> int:
    file = reader.read(practice.path_of(client))
    plan = file.shown
    if plan is None:
        raise UserError("status.purged" if file.plan else "status.not-read", client=client)
    if json:
        from aloitus.exports.status_json import client_json

        sys.stdout.write(client_json(plan, say.language))
        return 0
    from aloitus.screens.client_screen import client_screen
    from aloitus.screens.sheet import show

    show(client_screen(plan, practice.people, say), sys.stdout)
    return 0


COMMAND = Command(
    "status",
    run,
    [
        click.Argument(["client"], required=False, type=ClientName()),
        Option(["--today"], type=Day()),
        Option(["--json"], is_flag=True),
    ],
)
