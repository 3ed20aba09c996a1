"""The table of commands: each is imported when it's called."""

import importlib
from dataclasses import replace
from pathlib import Path

import click

from aloitus.command_line.grammar import Command, Option, help_option, known_context, language_option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.spoken import spoken
from aloitus.command_line.values import Folder

COMMANDS = {
    "wiki": "aloitus.commands.wiki",
    "render": "aloitus.commands.render",
    "check": "aloitus.commands.check",
    "audit": "aloitus.commands.audit",
    "doctor": "aloitus.commands.doctor",
    "status": "aloitus.commands.status",
    "explain": "aloitus.commands.explain",
    "diff": "aloitus.commands.diff",
    "new": "aloitus.commands.new",
    "done": "aloitus.commands.done",
    "open": "aloitus.commands.open_task",
    "start": "aloitus.commands.start",
    "wait": "aloitus.commands.wait",
    "block": "aloitus.commands.block",
    "waive": "aloitus.commands.waive",
    "assign": "aloitus.commands.assign",
    "move-due": "aloitus.commands.move_due",
    "meet": "aloitus.commands.meet",
    "decide": "aloitus.commands.decide",
    "act": "aloitus.commands.act",
    "invoice": "aloitus.commands.invoice",
    "write-off": "aloitus.commands.write_off",
    "uninvoiced": "aloitus.commands.uninvoiced",
    "staff": "aloitus.commands.staff",
    "move-date": "aloitus.commands.move_date",
    "add-service": "aloitus.commands.add_service",
    "remove-service": "aloitus.commands.remove_service",
    "add-fact": "aloitus.commands.add_fact",
    "remove-fact": "aloitus.commands.remove_fact",
    "activate": "aloitus.commands.activate",
    "start-service": "aloitus.commands.start_service",
    "close": "aloitus.commands.close",
    "reopen": "aloitus.commands.reopen",
    "cancel": "aloitus.commands.cancel",
    "sync": "aloitus.commands.sync",
    "purge": "aloitus.commands.purge",
    "init": "aloitus.commands.init",
    "schema": "aloitus.commands.schema",
    "forms": "aloitus.commands.forms",
    "intake": "aloitus.commands.intake",
    "completion": "aloitus.commands.completion",
}
"""In the order of the overview; each module has its `COMMAND`."""


class Aloitus(click.Group):
    def __init__(self) -> None:
        # eager, so that help is in the language of the firm there
        folder = Option(
            ["-C", "folder"], type=Folder(), multiple=True, expose_value=False, is_eager=True, callback=_go_to
        )
        version = Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_show_version)
        parameters = [folder, language_option(), version, help_option()]
        super().__init__("aloitus", params=parameters, add_help_option=False, no_args_is_help=False)
        # click suggests the nearest of these; what they hold is never asked
        self.commands = dict.fromkeys(COMMANDS, click.Command(None))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with known_context(ctx):
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's signature
        if cmd_name not in COMMANDS:
            return None
        command: Command = importlib.import_module(COMMANDS[cmd_name]).COMMAND
        return command

    def get_help(self, ctx: click.Context) -> str:
        from aloitus.command_line.language import overview

        return overview(spoken(ctx).language).rstrip("\n")


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from aloitus import __version__

        click.echo(f"aloitus {__version__}")
        ctx.exit(0)


def _go_to(ctx: click.Context, option: click.Parameter, folders: tuple[Path, ...]) -> None:
    """As git's: several add up, and every other path is seen from there."""
    invocation: Invocation = ctx.obj
    root = invocation.root.joinpath(*folders)
    if not root.is_dir():
        raise click.BadParameter(invocation.says("options.not-a-folder", value=str(root)), ctx, option)
    ctx.obj = replace(invocation, root=root)
