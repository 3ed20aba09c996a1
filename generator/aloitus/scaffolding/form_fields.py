"""The fields of the form for a new client: what a forge's form asks, and what its text is read by."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from aloitus.findings import Term
from aloitus.i18n import languages, wording
from aloitus.model.process import Process
from aloitus.model.text import Text

Label: TypeAlias = Text | Term
"""What the process says in the firm's words, or the program in its own."""


class FieldKind(StrEnum):
    LINE = "line"
    AREA = "area"
    SEVERAL = "several"
    """Any of some choices."""
    ONE = "one"
    """One of some choices."""


@dataclass(frozen=True, slots=True)
class FormField:
    """`key` is where its value goes in the client's file; `choices` are ids and their titles."""

    id: str
    key: tuple[str, ...]
    label: Label
    kind: FieldKind = FieldKind.LINE
    required: bool = False
    choices: tuple[tuple[str, Label], ...] = ()
    example: str = ""


def spoken(label: Label) -> tuple[str, ...]:
    """The label in every language that it's said in."""
    if isinstance(label, Term):
        return tuple(wording(language)(label.key) for language in languages())
    return tuple(text for _, text in label.versions)


NAME = FormField("name", ("name",), Term("fields.name"), required=True, example="Kuusipuun Saha Oy")
BUSINESS_ID = FormField("business-id", ("business_id",), Term("fields.business-id"), example="9000012-6")
CONTACT = FormField("contact", ("contacts",), Term("fields.contact"), example="Sanna Saha <sanna@kuusipuu.example>")
ACCOUNTING = FormField("accounting", ("systems", "accounting"), Term("fields.accounting"), example="Netvisor")
NOTES = FormField("notes", ("notes",), Term("fields.notes"), FieldKind.AREA)


def new_client_fields(process: Process) -> tuple[FormField, ...]:
    """In the order that the form asks them, with the process's own services, facts and dates."""
    services = tuple((service.id, service.title) for service in process.services.values())
    facts = tuple((fact.id, fact.title) for fact in process.facts.values())
    several = FieldKind.SEVERAL
    return (
        NAME,
        BUSINESS_ID,
        FormField("services", ("services",), Term("fields.services"), several, required=True, choices=services),
        FormField("facts", ("facts",), Term("fields.facts"), several, choices=facts),
        *(
            FormField(kind.id.replace("_", "-"), ("dates", kind.id), kind.title, example="2026-06-01")
            for kind in process.dates.values()
        ),
        CONTACT,
        ACCOUNTING,
        NOTES,
    )
