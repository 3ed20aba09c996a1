"""`aloitus init`: a new firm's folder from the installed package, with one example client."""

import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from aloitus import __version__
from aloitus.calendar import add_months
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import Words
from aloitus.command_line.values import Folder, OneOf
from aloitus.command_line.verb import VerbCommand, VerbOption
from aloitus.editing.file import create_file
from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.i18n import Wording, wording
from aloitus.pipeline.client_creation import ClientCreator
from aloitus.pipeline.opened import open_practice
from aloitus.scaffolding.proposal import Proposal
from aloitus.starting.firm_text import FORGES, LANGUAGES, firm_files
from aloitus.starting.starter import starter_files

EXAMPLE: Mapping[str, Value] = {
    "name": "Esimerkki Oy",
    "business_id": "9000012-6",
    "services": ("bookkeeping", "payroll"),
}
_MONTHS_TO_START = 3


def run(invocation: Invocation, directory: Path, name: str | None, forge: str) -> int:
    root = invocation.root / directory
    language = invocation.language or invocation.terminal
    language = language if language in LANGUAGES else "en"
    say = wording(language)
    if root.is_dir() and any(entry.name != ".git" for entry in root.iterdir()):
        raise UserError("verbs.init.not-empty", folder=str(directory))
    name = name or _asked(say)
    files = {
        **dict(starter_files()),
        **{path: text.encode() for path, text in firm_files(name, language, __version__, forge).items()},
    }
    for path, data in files.items():
        create_file(root, path, data)
    _example(root)
    from aloitus.commands.forms import write_forms
    from aloitus.commands.schema import write_schemas

    write_schemas(root, say)
    made = len(files) + len(write_forms(root, say, forge)) + 1
    print(say("verbs.init.made", folder=str(directory), n=made))
    print(say("verbs.init.next", folder=str(directory)))
    return 0


def _asked(say: Wording) -> str:
    if not sys.stdin.isatty():
        raise UserError("verbs.init.no-name")
    answer: str = click.prompt(say("verbs.init.ask-name"), err=True)
    return answer.strip()


def _example(root: Path) -> None:
    """A client that signed today and starts on the first of a month."""
    today = dt.datetime.now(dt.UTC).date()
    start = add_months(today.replace(day=1), _MONTHS_TO_START)
    dates = {"agreement_signed": today, "service_start": start}
    creator = ClientCreator(open_practice(root), today)
    creator.create(Proposal({**EXAMPLE, "dates": dates}, "esimerkki"))


COMMAND = VerbCommand(
    "init",
    run,
    [
        click.Argument(["directory"], type=Folder()),
        VerbOption(["--name"], type=Words("name")),
        VerbOption(["--forge"], type=OneOf(FORGES), default="github"),
    ],
)
