"""What was typed wrongly, said plainly, with the nearest thing that was perhaps meant."""

from collections.abc import Sequence

import click

from aloitus.command_line.grammar import UnexpectedArgumentError, usage
from aloitus.i18n import Wording
from aloitus.spelling import one_swap_from


def sentence_for(error: click.UsageError, say: Wording) -> tuple[str, ...]:
    """The lines to print: what's wrong, how the command is written where that tells, and where the help is."""
    path = error.ctx.command_path if error.ctx else "aloitus"
    written = []
    if error.ctx and isinstance(error, click.MissingParameter | UnexpectedArgumentError):
        written = [f"{say('options.usage')} {path} {usage(error.ctx)}"]
    return _what_is_wrong(error, say), *written, say("misuse.see-help", command=path)


def _what_is_wrong(error: click.UsageError, say: Wording) -> str:  # noqa: PLR0911 -- one answer for each kind
    match error:
        case click.NoSuchOption():
            sentence = say("misuse.no-such-option", option=error.option_name)
            return _with_suggestion(sentence, error.option_name, error.possibilities, say)
        case click.exceptions.NoSuchCommand():
            sentence = say("misuse.no-such-command", command=error.command_name)
            return _with_suggestion(sentence, error.command_name, error.possibilities, say)
        case UnexpectedArgumentError():
            return say("misuse.unexpected-argument", argument=error.argument)
        case click.MissingParameter():
            return say("misuse.missing", what=_name(error))
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
        case click.BadOptionUsage():
            return say("misuse.takes-no-value" if _is_flag(error) else "misuse.needs-a-value", option=error.option_name)
        case _:
            return say("misuse.no-command")


def _with_suggestion(sentence: str, typed: str, possibilities: Sequence[str] | None, say: Wording) -> str:
    if not possibilities:
        return sentence
    meant = one_swap_from(typed, possibilities) or possibilities[0]
    return f"{sentence} {say('misuse.did-you-mean', what=meant)}"


def _name(error: click.BadParameter) -> str:
    if error.param is None or error.ctx is None:
        return ""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx).removesuffix("...")


def _is_flag(error: click.BadOptionUsage) -> bool:
    parameters = error.ctx.command.params if error.ctx else []
    return any(
        isinstance(option, click.Option) and option.is_flag and error.option_name in option.opts
        for option in parameters
    )
