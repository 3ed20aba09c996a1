"""Findings in the words of the verbs: whoever records by commands needn't know the keys of the files.

Where `refusals.<wording key>` says a finding's message or help in another way than `check` does, that is what's said;
what to do may depend on how the client stands: `refusals.<key of the message>-managed-help` or `…-unmanaged-help` goes
before, by whether there's a project manager who may close.
The client is `{client}`, that project manager `{manager}`, the meeting or the piece of work that it's about `{item}`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from aloitus.findings import Finding, KeyPath, Message, Value
from aloitus.gate.history import closed_record
from aloitus.i18n import Wording
from aloitus.plan.client_plan import ClientPlan
from aloitus.rules.approvals.approval import approvals_of
from aloitus.rules.case import PROJECT_MANAGER

_SECTIONS: tuple[KeyPath, ...] = (("meetings",), ("invoicing", "items"))


@dataclass(frozen=True)
class VerbWords:
    """`plan` is the client as the verb would have it recorded."""

    plan: ClientPlan
    say: Wording

    def reasons(self, findings: Iterable[Finding]) -> list[str]:
        """A line each, and below those that one thing helps with, what to do."""
        lines: list[str] = []
        for advice, alike in groupby(findings, key=self.help_for):
            lines += [f"  - {self.message_of(finding)}" for finding in alike]
            lines += [f"    {self.say('verbs.help')} {advice}"] if advice else []
        return lines

    def message_of(self, finding: Finding) -> str:
        own = f"refusals.{finding.message.key}"
        return self._said(own, finding, finding.message) if self.say.has(own) else self.say.say(finding.message)

    def help_for(self, finding: Finding) -> str | None:
        if finding.help is None:
            return None
        own = self._own_help(finding)
        return self._said(own, finding, finding.help) if own else self.say.say(finding.help)

    def has_help_of_its_own(self, finding: Finding) -> bool:
        """Whether the verbs say what to do, not only which line of the file to mend."""
        return self._own_help(finding) is not None

    def _own_help(self, finding: Finding) -> str | None:
        if finding.help is None:
            return None
        state = "managed" if self._manager() else "unmanaged"
        keys = f"refusals.{finding.message.key}-{state}-help", f"refusals.{finding.help.key}"
        return next((key for key in keys if self.say.has(key)), None)

    def _manager(self) -> str | None:
        """A project manager who has approved none of the client's exceptions."""
        client = self.plan.client
        approved = {approval.approved_by for approval in approvals_of(client, self.plan.process)}
        return next((one for one in client.team.get(PROJECT_MANAGER, ()) if one not in approved), None)

    def _said(self, key: str, finding: Finding, message: Message) -> str:
        ours: Mapping[str, Value] = {"client": self.plan.client.id, "item": _item(finding.place.key)}
        manager = self._manager() or message.values.get("manager")
        return self.say(key, **{**message.values, **ours, "manager": manager})


def that_matter(findings: Sequence[Finding]) -> Sequence[Finding]:
    """Where the onboarding is over, nothing else about the record needs mending, and it's said once."""
    return [finding for finding in findings if finding.code == closed_record.KIND.code][:1] or findings


def _item(key: KeyPath) -> str:
    for section in _SECTIONS:
        if key[: len(section)] == section and len(key) > len(section):
            return str(key[len(section)])
    return ""
