"""Answering a shell that asks what a half-typed command line could become."""

import os
from pathlib import Path

from click.shell_completion import get_completion_class, shell_complete

from aloitus.command_line.group import Aloitus
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.language import COMPLETION, language_of


def complete() -> int:
    return shell_complete(Aloitus(), {"obj": _invocation()}, "aloitus", COMPLETION, os.environ[COMPLETION])


def script(shell: str) -> str:
    """What the shell has to run once."""
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 -- one of click's own
    return kind(Aloitus(), {"obj": _invocation()}, "aloitus", COMPLETION).source()


def _invocation() -> Invocation:
    return Invocation(Path(), None, language_of(os.environ))
