"""A verb that records something in a client's file: what all of them share, and how they answer."""

import datetime as dt  # a field is called `date`
import difflib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import click

from aloitus.command_line.grammar import Command, Option, write_usage
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.refusing import VerbWords, that_matter
from aloitus.command_line.spoken import spoken
from aloitus.command_line.things import PERSON
from aloitus.command_line.values import Day
from aloitus.findings import Finding
from aloitus.i18n import Wording
from aloitus.pipeline.client_edit import ClientEditor, Edited
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.recording.desk import Desk, Record


@dataclass(frozen=True)
class Signature:
    """`--by`, `--date`, `--today` and `--dry-run`, as they were told."""

    by: str | None = None
    date: dt.date | None = None
    today: dt.date | None = None
    dry_run: bool = False


class VerbOption(Option):
    """Its help stands under `verbs.<command>.option-<name>`, or `verbs.option-<name>` where verbs share it."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        say = spoken(ctx)
        name = max(self.opts, key=len).removeprefix("--")
        keys = (f"verbs.{ctx.command.name}.option-{name}", f"verbs.option-{name}", f"options.{name}")
        value = "" if self.is_flag else f" {self.make_metavar(ctx)}"
        return ", ".join(sorted(self.opts, key=len)) + value, say(next(key for key in keys if say.has(key)))


class VerbCommand(Command):
    """Its help stands under `verbs.<name>.help`, with an example under `verbs.<name>.example`."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = spoken(ctx)
        write_usage(ctx, formatter)
        for paragraph in say(f"verbs.{self.name}.help").split("\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(paragraph)
        example = f"verbs.{self.name}.example"
        if say.has(example):
            with formatter.section(say("verbs.example-heading")):
                formatter.write(f"  {say(example).strip().replace(chr(10), chr(10) + '  ')}\n")
        with formatter.section(say("options.heading")):
            formatter.write_dl([option.get_help_record(ctx) for option in self.params if isinstance(option, Option)])


class Verb(VerbCommand):
    """`run(invocation, signature, **parameters)`; who, when and `--dry-run` are every verb's options."""

    def __init__(self, name: str, run: Callable[..., int], parameters: Sequence[click.Parameter]) -> None:
        shared = [
            VerbOption(["--by"], type=PERSON),
            VerbOption(["--date"], type=Day()),
            VerbOption(["--dry-run"], is_flag=True),
            VerbOption(["--today"], type=Day()),
        ]
        own = {flag for parameter in parameters for flag in parameter.opts}
        super().__init__(name, run, [*parameters, *(option for option in shared if not own.intersection(option.opts))])

    def invoke(self, ctx: click.Context) -> Any:
        assert self.callback is not None  # noqa: S101 -- given at construction
        rest = dict(ctx.params)
        signed = {name: rest.pop(name) for name in ("by", "date", "today", "dry_run") if name in rest}
        return self.callback(ctx.find_root().obj, Signature(**signed), **rest)


def record(
    invocation: Invocation,
    signature: Signature,
    client: str,
    recording: Callable[[Desk], Record],
    *,
    across: bool = False,
    listing: bool = False,
) -> int:
    """Records, says what was recorded and what's next; 1 and the list of reasons when it's refused.

    `across`: the client is compared with all others. `listing`: tasks that the record brings are listed in the file.
    """
    from aloitus.command_line.people_at_work import who_records
    from aloitus.command_line.today import today_of_checks

    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    practice.path_of(client)
    today = today_of_checks(signature.today, practice.firm, dt.datetime.now(dt.UTC))
    by = who_records(signature.by, practice.people, invocation.root, say)
    edited = ClientEditor(practice, today).edit(
        client,
        lambda plan: recording(Desk(plan, practice.people, signature.date or today, by)),
        dry_run=signature.dry_run,
        across=across,
        listing=listing,
    )
    return answer(edited, practice, say, dry_run=signature.dry_run)


def answer(edited: Edited, practice: OpenPractice, say: Wording, *, dry_run: bool) -> int:
    if edited.errors:
        refuse(edited, say)
        return 1
    if dry_run:
        sys.stdout.write(difference(edited.path, edited.old, edited.new))
        print(say("verbs.dry-run"), file=sys.stderr)
        return 0
    client = edited.after.client
    print(say("verbs.nothing-new", client=client.name) if edited.changes_nothing else f"{client.name} ({client.id})")
    for message in edited.record.said:
        print(f"  {say.say(message)}")
    if edited.changes_nothing:
        return 0
    for line in (*_warned(edited, say), *_next(edited, practice, say)):
        print(line)
    return 0


def refuse(edited: Edited, say: Wording) -> None:
    """What keeps the record from being written, in the words of the verbs."""
    headline = "verbs.refused-strictly" if edited.record.strict else "verbs.refused"
    errors = that_matter(edited.errors)
    print(f"aloitus: {say(headline, n=len(errors))}", file=sys.stderr)
    for line in VerbWords(edited.after, say).reasons(errors):
        print(line, file=sys.stderr)


def difference(path: str, old: bytes, new: bytes) -> str:
    """A unified diff, as git shows one."""
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def warned(warnings: Iterable[Finding], say: Wording) -> list[str]:
    return [say("verbs.warning", text=say.say(finding.message)) for finding in warnings]


def _warned(edited: Edited, say: Wording) -> Iterator[str]:
    words = VerbWords(edited.after, say)
    for finding in edited.warnings:
        yield say("verbs.warning", text=words.message_of(finding))
        if words.has_help_of_its_own(finding):
            yield f"  {words.help_for(finding)}"


def _next(edited: Edited, practice: OpenPractice, say: Wording) -> list[str]:
    from aloitus.screens.next_steps import next_steps

    return next_steps(edited.before, edited.after, practice.people, say)
