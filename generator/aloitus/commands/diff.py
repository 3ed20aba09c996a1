"""`aloitus diff`: what a change means in the words of business, for whoever has to approve it."""

import datetime as dt
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import Words
from aloitus.command_line.today import today_of_checks
from aloitus.command_line.values import Day, OneOf
from aloitus.command_line.verb import VerbCommand, VerbOption
from aloitus.differences.client_difference import ClientDifference
from aloitus.differences.process_difference import Impact
from aloitus.findings import Message
from aloitus.i18n import Wording
from aloitus.pages.markup import escape
from aloitus.pipeline.differences import Difference, difference

FORMATS = ("text", "markdown", "json")
NAMED = 5
"""Of many clients, so many are named."""


def run(invocation: Invocation, base: str, head: str | None, today: dt.date | None, output_format: str) -> int:
    now = dt.datetime.now(dt.UTC)
    found = difference(invocation.root, base, head, lambda firm: today_of_checks(today, firm, now))
    say = invocation.says_for(found.practice.firm)
    sys.stdout.write(
        _json(found, say) if output_format == "json" else _text(found, say, markdown=output_format == "markdown")
    )
    return 0


def _text(found: Difference, say: Wording, *, markdown: bool) -> str:
    show: Callable[[str], str] = (lambda text: str(escape(text))) if markdown else str
    bullet, bold = ("- ", "**") if markdown else ("", "")
    lines = [
        f"{bullet}{bold}{show(one.name)}{bold} ({one.client}): {show(_client(one, found, say))}"
        for one in found.clients
    ]
    lines += [f"{bullet}{show(say('differences.gone', client=client))}" for client in found.gone]
    lines += [f"{bullet}{show(say('differences.unread', client=client))}" for client in found.unread]
    if found.processes:
        lines += (
            ["", f"{bold}{say('differences.process-heading')}{bold}", ""]
            if markdown
            else [say("differences.process-heading")]
        )
        lines += [f"{bullet or '  '}{show(_impact(one, say))}" for one in found.processes]
    return "\n".join(lines or [say("differences.nothing")]).lstrip("\n") + "\n"


def _client(one: ClientDifference, found: Difference, say: Wording) -> str:
    phrases = ", ".join(_phrase(message, found, say) for message in one.meanings)
    if one.blockers is None:
        return phrases
    return f"{phrases}; {say('differences.blockers' if one.blockers else 'differences.ready', n=one.blockers)}"


def _phrase(message: Message, found: Difference, say: Wording) -> str:
    values: dict[str, Any] = dict(message.values)
    people = values.get("people")
    if isinstance(people, tuple):
        staff = found.practice.people
        values["people"] = tuple(staff[one].name if one in staff else one for one in people)
    return say(message.key, **values)


def _impact(one: Impact, say: Wording) -> str:
    named = ", ".join(one.clients[:NAMED]) + (" …" if len(one.clients) > NAMED else "")
    return f"{say.say(one.meaning)}: {named}"


def _json(found: Difference, say: Wording) -> str:
    told: Mapping[str, Any] = {
        "version": 1,
        "clients": [
            {
                "id": one.client,
                "name": one.name,
                "changes": [{"kind": _kind(it), "text": _phrase(it, found, say)} for it in one.meanings],
                "blockers": one.blockers,
            }
            for one in found.clients
        ],
        "processes": [
            {"kind": _kind(one.meaning), "text": say.say(one.meaning), "clients": list(one.clients)}
            for one in found.processes
        ],
        "gone": list(found.gone),
        "unread": list(found.unread),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _kind(message: Message) -> str:
    return message.key.removeprefix("differences.")


COMMAND = VerbCommand(
    "diff",
    run,
    [
        VerbOption(["--base"], type=Words("ref"), required=True),
        VerbOption(["--head"], type=Words("ref")),
        VerbOption(["--output-format"], type=OneOf(FORMATS), default="text"),
        VerbOption(["--today"], type=Day()),
    ],
)
