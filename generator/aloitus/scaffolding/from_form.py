"""A new client told in the text that a forge makes of a filled form. It's hostile: only its fields' values are read."""

import re
from collections.abc import Iterable, Mapping

from aloitus.editing.values import Value
from aloitus.findings import Message
from aloitus.loading.suggestions import as_day
from aloitus.model.process import Process
from aloitus.scaffolding.form_fields import CONTACT, FieldKind, FormField, new_client_fields, spoken
from aloitus.scaffolding.proposal import Proposal, named

_HEADING = re.compile(r"^### (.+)$")
_TICKED = re.compile(r"^\s*[-*] \[[xX]\] (.+)$")
_NOT_ANSWERS = re.compile(r"<!--.*?-->|^/label .*$", re.DOTALL | re.MULTILINE)
"""What GitLab's templates say to whoever fills them in, and to GitLab."""
_NOTHING = frozenset({"", "_No response_", "None", "_Ei vastausta_"})
_CONTACT = re.compile(r"(?P<name>[^<,;]+?)\s*[<,;]\s*(?P<email>[^\s<>,;]+@[^\s<>,;]+)>?")


def is_client_form(text: str, processes: Iterable[Process]) -> bool:
    return bool(answers(text, new_client_fields(*processes)))


def from_form(text: str, processes: Iterable[Process]) -> Proposal:
    """The headings are the fields' labels, in any language; whatever else stands in the text is ignored."""
    fields = new_client_fields(*processes)
    values: dict[str, Value] = {}
    unclear: list[Message] = []
    for field, answer in answers(text, fields).items():
        value = _value(field, answer, unclear)
        if value is None or value in ((), []):
            continue
        if len(field.key) == 1:
            values[field.key[0]] = value
        else:
            holder = values.get(field.key[0])
            values[field.key[0]] = {**(holder if isinstance(holder, Mapping) else {}), field.key[1]: value}
    return Proposal(values, None, tuple(unclear))


def answers(text: str, fields: Iterable[FormField]) -> Mapping[FormField, str]:
    """What stands under each field's heading; the first of two counts."""
    by_label = {label.strip().casefold(): field for field in fields for label in spoken(field.label)}
    found: dict[FormField, list[str]] = {}
    lines: list[str] = []
    for line in _NOT_ANSWERS.sub("", text.replace("\r\n", "\n")).split("\n"):
        heading = _HEADING.match(line)
        field = by_label.get(heading[1].strip().casefold()) if heading else None
        if field is None:
            lines.append(line)
        else:
            lines = found.setdefault(field, []) if field not in found else []
    told = {field: "\n".join(lines).strip() for field, lines in found.items()}
    return {field: answer for field, answer in told.items() if answer not in _NOTHING}


def _value(field: FormField, answer: str, unclear: list[Message]) -> Value | None:
    if field.kind is FieldKind.SEVERAL:
        return _several(field, answer, unclear)
    if field.key[0] == "dates":
        day = as_day(answer)
        if day is None:
            unclear.append(Message("new.unclear-day", {"field": field.label, "value": answer[:60]}))
        return day
    if field.kind is FieldKind.ONE:
        return named(answer, dict(field.choices)) or answer
    if field is CONTACT:
        return [contact(line) for line in answer.split("\n") if line.strip()]
    return answer if field.kind is FieldKind.AREA else " ".join(answer.split())


def contact(line: str) -> Value:
    """`Sanna Saha <sanna@kuusipuu.example>`."""
    found = _CONTACT.fullmatch(line.strip())
    return {"name": found["name"].strip(), "email": found["email"]} if found else {"name": " ".join(line.split())}


def _several(field: FormField, answer: str, unclear: list[Message]) -> Value:
    titles = dict(field.choices)
    lines = answer.split("\n")
    boxes = any(re.match(r"^\s*[-*] \[[ xX]\] ", line) for line in lines)
    words = [found[1] for line in lines if (found := _TICKED.match(line))] if boxes else re.split(r"[,\n]", answer)
    chosen = []
    for word in (word.strip() for word in words):
        name = named(word, titles) if word else None
        if name:
            chosen.append(name)
        elif word:
            unclear.append(Message("new.unclear-choice", {"field": field.label, "value": word[:60]}))
    return tuple(dict.fromkeys(chosen))
