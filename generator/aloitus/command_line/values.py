"""The kinds of values that options take; what's wrong with one is said in the user's language."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from aloitus.command_line.spoken import spoken
from aloitus.i18n import languages

Parameter = click.Parameter | None
Context = click.Context | None
LAST_PORT = 65_535


def _wrong(ctx: Context, param: Parameter, key: str, **values: object) -> click.BadParameter:
    return click.BadParameter(spoken(ctx)(key, **values), ctx, param)


class Day(click.ParamType[date]):
    """A day as files write it, `yyyy-MM-dd`, or as Finland does, `d.M.yyyy`."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-day")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> date:
        from aloitus.loading.suggestions import as_day

        day = as_day(str(value))
        if day is None:
            raise _wrong(ctx, param, "options.not-a-day", value=str(value))
        return day


class OneOf(click.ParamType[str]):
    """One of a few words."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return "|".join(self.words)

    def convert(self, value: Any, param: Parameter, ctx: Context) -> str:
        if value in self.words:
            return str(value)
        raise _wrong(ctx, param, "options.not-a-choice", value=str(value), choices=", ".join(self.words))


class LanguageName(OneOf):
    def __init__(self) -> None:
        super().__init__(languages())


class Folder(click.ParamType[Path]):
    """A folder; whether it exists is asked when all that `-C` says is joined."""

    name = "folder"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-folder")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> Path:  # noqa: ARG002 -- click's signature
        return Path(value)


class File(click.ParamType[Path]):
    """A file's path; whether it can be read or written is seen when it's done."""

    name = "file"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-file")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> Path:  # noqa: ARG002 -- click's signature
        return Path(value)


class ClientName(click.ParamType[str]):
    """A client's id; whether there is such a client is asked when the practice has been read."""

    name = "client"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-client")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> str:  # noqa: ARG002 -- click's signature
        """The path of the client's file will do as well."""
        return str(value).removeprefix("clients/").removesuffix(".yaml")


class FindingCode(click.ParamType[str]):
    name = "code"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-code")


class Shard(click.ParamType[tuple[int, int]]):
    """`3/16`: the third of sixteen parts."""

    name = "shard"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return "K/N"

    def convert(self, value: Any, param: Parameter, ctx: Context) -> tuple[int, int]:
        parts = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", str(value))
        if parts and 1 <= int(parts[1]) <= int(parts[2]):
            return int(parts[1]), int(parts[2])
        raise _wrong(ctx, param, "options.not-a-shard", value=str(value))


class Address(click.ParamType[tuple[str, int]]):
    """`127.0.0.1:8000`: where the wiki is shown while it's edited."""

    name = "address"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-address")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> tuple[str, int]:
        host, _, port = str(value).rpartition(":")
        if host and port.isascii() and port.isdigit() and int(port) <= LAST_PORT:
            return host, int(port)
        raise _wrong(ctx, param, "options.not-an-address", value=str(value))


class ReportTarget(click.ParamType[tuple[str, Path]]):
    """`FORMAT=PATH`: a report in one more format, into a file."""

    name = "report"

    def __init__(self, formats: Sequence[str]) -> None:
        self.formats = tuple(formats)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("options.metavar-report")

    def convert(self, value: Any, param: Parameter, ctx: Context) -> tuple[str, Path]:
        format_name, equals, path = str(value).partition("=")
        if equals and path and format_name in self.formats:
            return format_name, Path(path)
        raise _wrong(ctx, param, "options.not-a-report", value=str(value), choices=", ".join(self.formats))
