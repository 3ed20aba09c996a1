"""What keeps a new client from being created, said to whoever told of it by options, in a form or in a file."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from aloitus.findings import Finding, KeyPath, Message
from aloitus.i18n import Wording
from aloitus.loading.business_id import meant_business_id
from aloitus.loading.val_kinds import BAD_BUSINESS_ID, MISSING_KEY
from aloitus.pipeline.client_creation import misspelt
from aloitus.rules.values import required_missing
from aloitus.scaffolding.form_fields import FormField, Label

_OPTIONS: Mapping[KeyPath, str] = {
    ("services",): "services",
    ("business_id",): "business-id",
    ("dates", "agreement_signed"): "signed",
    ("dates", "service_start"): "start",
    ("team", "project-manager"): "project-manager",
}


class ToldBy(StrEnum):
    OPTIONS = "option"
    FORM = "form"
    FILE = "file"


def told_wrongly(
    errors: Iterable[Finding], by: ToldBy, fields: Iterable[FormField], say: Wording
) -> Iterator[tuple[str, str | None]]:
    """A sentence each, and what to do; `fields` are the form's."""
    labels: Mapping[KeyPath, Label] = {field.key: field.label for field in fields}
    for finding in errors:
        told = _told_value(finding)
        message = finding.message if told is None else misspelt(told)
        advice = _advice(finding, by, labels)
        yield say.say(message), say.say(advice) if advice else None


def _advice(finding: Finding, by: ToldBy, labels: Mapping[KeyPath, Label]) -> Message | None:
    key, told = _key(finding), _told_value(finding)
    meant = meant_business_id(told) if told is not None else None
    if by is ToldBy.OPTIONS and meant:
        return Message("new.by-option-meant", {"meant": meant})
    if by is ToldBy.OPTIONS and key in _OPTIONS:
        return Message(f"new.by-option-{_OPTIONS[key]}")
    if by is ToldBy.FORM and key in labels:
        return Message("new.in-form", {"field": labels[key]})
    return finding.help


def _told_value(finding: Finding) -> str | None:
    """The business id that isn't one."""
    return str(finding.message.values["value"]) if finding.code == BAD_BUSINESS_ID.code else None


def _key(finding: Finding) -> KeyPath:
    """Which key lacks its value, or has a wrong business id: what the check says of the others holds anywhere."""
    if finding.code == MISSING_KEY.code:
        return (str(finding.message.values.get("name")),)
    return finding.place.key if finding.code in (required_missing.KIND.code, BAD_BUSINESS_ID.code) else ()
