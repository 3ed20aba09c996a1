"""Findings in the words of the verbs: whoever records by commands needn't know the keys of the files.

Where `refusals.<wording key>` says a finding's message or help in another way than `check` does, that is what's said;
it may name the client as `{client}`, and the meeting or the piece of work that it's about as `{item}`.
"""

from collections.abc import Iterable, Mapping
from itertools import groupby

from aloitus.findings import Finding, KeyPath, Message, Value
from aloitus.i18n import Wording

_SECTIONS: tuple[KeyPath, ...] = (("meetings",), ("invoicing", "items"))


def reasons(findings: Iterable[Finding], client: str, say: Wording) -> list[str]:
    """A line each, and below those that one thing helps with, what to do."""
    lines: list[str] = []
    for advice, alike in groupby(findings, key=lambda finding: help_for(finding, client, say)):
        lines += [f"  - {message_of(finding, client, say)}" for finding in alike]
        lines += [f"    {say('verbs.help')} {advice}"] if advice else []
    return lines


def message_of(finding: Finding, client: str, say: Wording) -> str:
    return _said(finding.message, finding, client, say)


def help_for(finding: Finding, client: str, say: Wording) -> str | None:
    return _said(finding.help, finding, client, say) if finding.help else None


def has_help_of_its_own(finding: Finding, say: Wording) -> bool:
    """Whether the verbs say what to do, not only which line of the file to mend."""
    return finding.help is not None and say.has(f"refusals.{finding.help.key}")


def _said(message: Message, finding: Finding, client: str, say: Wording) -> str:
    own = f"refusals.{message.key}"
    if not say.has(own):
        return say.say(message)
    values: Mapping[str, Value] = {**message.values, "client": client, "item": _item(finding.place.key)}
    return say(own, **values)


def _item(key: KeyPath) -> str:
    for section in _SECTIONS:
        if key[: len(section)] == section and len(key) > len(section):
            return str(key[len(section)])
    return ""
