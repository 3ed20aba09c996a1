"""`aloitus explain [CODE]`: what a finding means and how to mend it."""

import shutil

import click

from aloitus.command_line.grammar import Command
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.values import FindingCode
from aloitus.errors import UserError
from aloitus.loading.suggestions import nearest
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.reports.explain import explain, explanations

WIDEST = 100


def run(invocation: Invocation, code: str | None) -> int:
    say = invocation.says
    kinds = finding_kinds()
    if code is None:
        for told in explanations(kinds.values(), say):
            print(f"{told.code}  {told.name}  ({told.severity})")
        print(say("explain.how"))
        return 0
    asked = code.strip().lower()
    kind = next((kind for kind in kinds.values() if asked in (kind.code.lower(), kind.name)), None)
    if kind is None:
        names = {word: known.code for known in kinds.values() for word in (known.code.lower(), known.name)}
        near = nearest(asked, names)
        if near is None:
            raise UserError("explain.unknown", code=code)
        raise UserError("explain.unknown-nearest", code=code, nearest=names[near])
    print(explain(kind, say, width=min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)), end="")
    return 0


COMMAND = Command("explain", run, [click.Argument(["code"], required=False, type=FindingCode())])
