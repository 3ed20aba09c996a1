"""`aloitus completion`: what a shell needs to complete what's typed."""

import sys

import click

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.spoken import spoken
from aloitus.command_line.values import OneOf
from aloitus.command_line.verb import VerbCommand

SHELLS = ("bash", "zsh", "fish")


class Shell(OneOf):
    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("verbs.metavar-shell")


def run(invocation: Invocation, shell: str) -> int:
    from aloitus.command_line.completing import script

    del invocation
    sys.stdout.write(script(shell))
    return 0


COMMAND = VerbCommand("completion", run, [click.Argument(["shell"], type=Shell(SHELLS))])
