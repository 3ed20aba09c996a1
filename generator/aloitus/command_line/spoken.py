"""In which wording somebody is answered while their words are still being parsed."""

import click

from aloitus.command_line.invocation import Invocation
from aloitus.i18n import Wording


def spoken(ctx: click.Context | None) -> Wording:
    """The wording for whoever typed the command of this context."""
    assert ctx is not None  # noqa: S101 -- click gives a context to whatever it calls while it parses
    invocation: Invocation = ctx.find_root().obj
    return invocation.says
