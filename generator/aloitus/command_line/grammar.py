"""click's commands and options, with help that is worded by language when it's asked for, not when it's imported."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from aloitus.command_line.spoken import spoken
from aloitus.command_line.values import LanguageName


class Option(click.Option):
    """An option whose help stands under `<command>.option-<name>`, or `options.<name>` where commands share it."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        say = spoken(ctx)
        own = f"{ctx.command.name}.option-{self.name}".replace("_", "-")
        names = ", ".join(sorted(self.opts, key=len))
        value = "" if self.is_flag else f" {self.make_metavar(ctx)}"
        return names + value, say(own if say.has(own) else f"options.{self.name}".replace("_", "-"))


class Command(click.Command):
    """A verb: `run(invocation, **parameters)` gives its exit code; its help stands under `<name>.help`."""

    def __init__(self, name: str, run: Callable[..., int], parameters: Sequence[click.Parameter] = ()) -> None:
        super().__init__(
            name, callback=run, params=[*parameters, language_option(), help_option()], add_help_option=False
        )
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with known_context(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UnexpectedArgumentError(rest[0], ctx)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        assert self.callback is not None  # noqa: S101 -- given at construction
        return self.callback(ctx.find_root().obj, **ctx.params)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = spoken(ctx)
        write_usage(ctx, formatter)
        for paragraph in say(f"{self.name}.help").split("\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)
        with formatter.section(say("options.heading")):
            formatter.write_dl([option.get_help_record(ctx) for option in self.params if isinstance(option, Option)])


@contextmanager
def known_context(ctx: click.Context) -> Iterator[None]:
    """click's parser doesn't say of every mistake which command it was made in."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


class UnexpectedArgumentError(click.UsageError):
    def __init__(self, argument: str, ctx: click.Context) -> None:
        super().__init__(argument, ctx)
        self.argument = argument


def write_usage(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write_usage(ctx.command_path, usage(ctx), prefix=f"{spoken(ctx)('options.usage')} ")


def usage(ctx: click.Context) -> str:
    """What stands behind the command: its arguments, and the options that it can't do without."""
    arguments = [piece for parameter in ctx.command.params for piece in parameter.get_usage_pieces(ctx)]
    needed = [
        f"{max(option.opts, key=len)} {option.make_metavar(ctx)}"
        for option in ctx.command.params
        if isinstance(option, Option) and option.required
    ]
    return " ".join([f"[{spoken(ctx)('options.metavar-options')}]", *arguments, *needed])


def language_option() -> Option:
    """`--lang` is accepted before and after the command; its value was read before parsing began."""
    return Option(["--lang"], type=LanguageName(), expose_value=False, is_eager=True)


def help_option() -> Option:
    return Option(["-h", "--help"], is_flag=True, expose_value=False, is_eager=True, callback=_show_help)


def _show_help(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit(0)
