"""Runs a command line, and maps whatever stops it to one sentence and an exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from aloitus.command_line.group import Aloitus
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.language import chosen_language, language_of, languages
from aloitus.command_line.misuse import sentence_for
from aloitus.errors import UserError, cause
from aloitus.findings import Message, Value

USAGE_OR_ENVIRONMENT = 2
OUTPUT = "output"
"""The value of a message that holds another program's lines."""
INTERRUPTED = 130
READER_GONE = 141
"""What a shell reports of a program that a signal ended: 128 and the signal's number."""


def run(words: Sequence[str]) -> int:
    chosen = chosen_language(words)
    invocation = Invocation(Path(), chosen if chosen in languages() else None, language_of(os.environ))
    _prepare_streams()
    try:
        code = _obey([_as_utf_8(word) for word in words], invocation)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except click.exceptions.Abort:
        # a question was left without an answer
        _refuse(invocation.says("errors.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read has seen enough; Python would complain when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except Exception as error:
        if os.environ.get("ALOITUS_DEBUG"):
            raise
        if isinstance(error, OSError):
            return _refuse(_of_the_system(error, invocation))
        return _refuse(invocation.says("errors.unexpected", error=f"{type(error).__name__}: {error}"))
    return code


def _obey(words: Sequence[str], invocation: Invocation) -> int:
    group = Aloitus()
    try:
        with group.make_context("aloitus", list(words), obj=invocation) as context:
            invocation = context.obj
            result = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        told: Invocation = error.ctx.find_root().obj if error.ctx else invocation
        return _refuse(*sentence_for(error, told.says))
    except UserError as error:
        if os.environ.get("ALOITUS_DEBUG"):
            raise
        _refuse(invocation.says.say(_on_one_line(error.message)))
        return error.exit_code
    return result if isinstance(result, int) else 0


def _prepare_streams() -> None:
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            # whoever called has closed it; the next file that is opened mustn't take its place
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 -- as long as the run
        elif mode == "w" and hasattr(stream, "reconfigure"):
            # a terminal that can't show a character shows its number rather than stop the command
            stream.reconfigure(errors="backslashreplace")


def _as_utf_8(word: str) -> str:
    """What was typed, where Python took the terminal for one that knows ASCII alone."""
    return word if word.isprintable() else os.fsencode(word).decode("utf-8", "replace")


def _of_the_system(error: OSError, invocation: Invocation) -> str:
    where = "-at" if error.filename is not None else ""
    return invocation.says(f"errors.system{where}", path=str(error.filename), why=cause(error))


def _on_one_line(message: Message) -> Message:
    """The message with what comes from outside (names of branches and files, words of git) unable to begin a line."""
    from aloitus.reports.visible import visible

    def shown(name: str, value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(map(visible, value))
        return visible(value) if isinstance(value, str) and name != OUTPUT else value

    return Message(message.key, {name: shown(name, value) for name, value in message.values.items()})


def _refuse(*lines: str) -> int:
    """Says why nothing was done, so that no word of it can steer a terminal or a forge."""
    from aloitus.reports.visible import visible_path

    sys.stdout.flush()
    told = [visible_path(line) for text in lines for line in text.split("\n")]
    print(f"aloitus: {told[0]}", *told[1:], sep="\n", file=sys.stderr)
    return USAGE_OR_ENVIRONMENT
