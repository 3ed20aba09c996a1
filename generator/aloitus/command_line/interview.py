"""Asking about a new client, a question at a time, in the language of whoever answers."""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from aloitus.command_line.telling import told_contact
from aloitus.editing.values import Value
from aloitus.findings import Finding, KeyPath, Message
from aloitus.i18n import Wording
from aloitus.loading.suggestions import as_day
from aloitus.model.process import Process
from aloitus.scaffolding.form_fields import (
    BUSINESS_ID,
    BUSINESS_ID_PENDING,
    CONTACT,
    NAME,
    FieldKind,
    FormField,
    Label,
    new_client_fields,
)
from aloitus.scaffolding.proposal import Proposal, named


@dataclass(frozen=True)
class Interviewer:
    """`ask` puts a question and gives the answer; `objection` says why a name or a business id won't do."""

    process: Process
    ask: Callable[[str], str]
    objection: Callable[[str, str], Message | None]
    say: Wording

    def interview(self, proposal: Proposal) -> Proposal:
        """Asks what isn't told yet; an empty answer leaves out what isn't required."""
        _tell(self.say("new.how"))
        for field in new_client_fields(self.process):
            if not _is_told(proposal, field) and self._concerns(field, proposal):
                proposal = self._with_answer(proposal, field)
        return proposal

    def ask_again(self, proposal: Proposal, errors: Iterable[Finding]) -> Proposal | None:
        """Says what turned out to be wrong, and asks that anew; None where no question is about it."""
        keys: set[KeyPath] = set()
        for finding in errors:
            _tell(self.say.say(finding.message))
            keys |= {place.key for place in (finding.place, *(related.place for related in finding.related))}
        wrong = [
            field
            for field in new_client_fields(self.process)
            if any(key[: len(field.key)] == field.key for key in keys)
        ]
        for field in wrong:
            proposal = self._with_answer(proposal, field)
        return proposal if wrong else None

    def _concerns(self, field: FormField, proposal: Proposal) -> bool:
        if field is BUSINESS_ID_PENDING:
            return not proposal.values.get("business_id")
        if field.key[0] != "dates":
            return True
        when = self.process.dates[field.key[1]].when
        return when.holds(proposal.names("services"), proposal.names("facts"))

    def _with_answer(self, proposal: Proposal, field: FormField) -> Proposal:
        value = self._answer(field)
        section, *below = field.key
        if value is None:
            values = _without(proposal.values, field.key)
        else:
            told = {**proposal.under(section), below[0]: value} if below else value
            values = {**proposal.values, section: told}
        return Proposal(values, proposal.id, proposal.unclear)

    def _answer(self, field: FormField) -> Value | None:
        question = self._question(field)
        while True:
            answer = self.ask(question)
            if not answer and not field.required:
                return None
            value = _understood(field, answer) if answer else None
            objection = self._objection(field, answer, value)
            if objection is None:
                return value
            _tell(self.say.say(objection))

    def _question(self, field: FormField) -> str:
        say, what = self.say, str(self.say.show(field.label))
        if field.choices:
            _tell(say("new.choices" if field.required else "new.choices-or-none", what=what))
            for number, (_, title) in enumerate(field.choices, 1):
                _tell(f"  {number}  {say.show(title)}")
        elif field.example:
            return say("new.question", what=what, example=field.example)
        return what

    def _objection(self, field: FormField, answer: str, value: Value | None) -> Message | None:
        if not answer:
            return Message("new.needed")
        if value is None:
            kind = "choice" if field.choices else "day" if field.key[0] == "dates" else "contact"
            return Message(f"new.not-understood-{kind}", {"value": answer, "n": len(field.choices)})
        if field in (NAME, BUSINESS_ID):
            return self.objection(answer if field is NAME else "", answer if field is BUSINESS_ID else "")
        return None


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _is_told(proposal: Proposal, field: FormField) -> bool:
    return field.key[-1] in (proposal.under(field.key[0]) if len(field.key) > 1 else proposal.values)


def _without(values: Mapping[str, Value], key: KeyPath) -> dict[str, Value]:
    """Without what was told at `key`, and without what has nothing left in it."""
    section, *below = key
    held = values.get(str(section))
    rest = {name: value for name, value in held.items() if name not in below} if isinstance(held, Mapping) else {}
    return {name: rest if name == section else value for name, value in values.items() if name != section or rest}


def _understood(field: FormField, answer: str) -> Value | None:
    if field.kind is FieldKind.SEVERAL:
        words = re.split(r"[,;\s]+" if re.fullmatch(r"[\d,;\s]+", answer) else r"[,;]", answer)
        chosen = [_choice(word, field.choices) for word in words if word.strip()]
        ids = [name for name in chosen if name]
        return tuple(dict.fromkeys(ids)) if ids and len(ids) == len(chosen) else None
    if field.key[0] == "dates":
        return as_day(answer)
    if field.key == CONTACT.key:
        found = told_contact(answer)
        return None if found is None else [found]
    return answer


def _choice(word: str, choices: tuple[tuple[str, Label], ...]) -> str | None:
    word = word.strip()
    if word.isascii() and word.isdigit():
        return choices[int(word) - 1][0] if 0 < int(word) <= len(choices) else None
    return named(word, dict(choices))
