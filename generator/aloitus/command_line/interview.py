"""Asking about a new client, a question at a time, in the language of whoever answers."""

import re
import sys
from collections.abc import Callable, Mapping

from aloitus.editing.values import Value
from aloitus.i18n import Wording
from aloitus.loading.suggestions import as_day
from aloitus.model.process import Process
from aloitus.model.text import Text
from aloitus.scaffolding.form_fields import FieldKind, FormField, new_client_fields
from aloitus.scaffolding.from_form import contact
from aloitus.scaffolding.proposal import Proposal, named

Ask = Callable[[str, str], str]
"""Puts a question with a default, and gives the answer."""


def interview(proposal: Proposal, process: Process, ask: Ask, say: Wording) -> Proposal:
    """Asks what isn't told yet; an empty answer leaves out what isn't required."""
    values = dict(proposal.values)
    for field in new_client_fields(process):
        section = field.key[0]
        there = proposal.under(section) if len(field.key) > 1 else proposal.values
        if field.key[-1] in there or (section == "dates" and not _concerns(process, field, values)):
            continue
        value = _answer(field, ask, say)
        if value is None:
            continue
        if len(field.key) == 1:
            values[section] = value
        else:
            holder = values.get(section)
            values[section] = {**(holder if isinstance(holder, Mapping) else {}), field.key[1]: value}
    return Proposal(values, proposal.id, proposal.unclear)


def _concerns(process: Process, field: FormField, values: Mapping[str, Value]) -> bool:
    told = Proposal(values)
    return process.dates[field.key[1]].when.holds(told.names("services"), told.names("facts"))


def _answer(field: FormField, ask: Ask, say: Wording) -> Value | None:
    question = field.label.say(say.language)
    if field.choices:
        print(say("new.choices", what=question), file=sys.stderr)
        for number, (_, title) in enumerate(field.choices, 1):
            print(f"  {number}  {title.say(say.language)}", file=sys.stderr)
    elif field.example:
        question = say("new.question", what=question, example=field.example)
    while True:
        answer = ask(question, "")
        if not answer:
            if field.required:
                print(say("new.needed"), file=sys.stderr)
                continue
            return None
        value = _understood(field, answer)
        if value is not None:
            return value
        print(say("new.not-understood", value=answer), file=sys.stderr)


def _understood(field: FormField, answer: str) -> Value | None:
    if field.kind is FieldKind.SEVERAL:
        chosen = [_choice(word, field.choices) for word in re.split(r"[,;\s]+", answer) if word]
        found = [name for name in chosen if name]
        return tuple(dict.fromkeys(found)) if len(found) == len(chosen) else None
    if field.key[0] == "dates":
        return as_day(answer)
    return [contact(answer)] if field.key == ("contacts",) else answer


def _choice(word: str, choices: tuple[tuple[str, Text], ...]) -> str | None:
    if word.isascii() and word.isdigit():
        return choices[int(word) - 1][0] if 0 < int(word) <= len(choices) else None
    return named(word, dict(choices))
