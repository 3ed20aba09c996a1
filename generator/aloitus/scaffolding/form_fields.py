"""The fields of the form for a new client: what a forge's form asks, and what its text is read by."""

from dataclasses import dataclass
from enum import StrEnum

from aloitus.model.process import Process
from aloitus.model.text import Text


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
    label: Text
    kind: FieldKind = FieldKind.LINE
    required: bool = False
    choices: tuple[tuple[str, Text], ...] = ()
    example: str = ""


def _text(finnish: str, english: str) -> Text:
    return Text.by_language({"fi": finnish, "en": english})


NAME = FormField(
    "name", ("name",), _text("Asiakkaan nimi", "Client's name"), required=True, example="Kuusipuun Saha Oy"
)
BUSINESS_ID = FormField("business-id", ("business_id",), _text("Y-tunnus", "Business ID"), example="9000012-6")
CONTACT = FormField(
    "contact",
    ("contacts",),
    _text("Yhteyshenkilö ja sähköposti", "Contact person and e-mail address"),
    example="Sanna Saha <sanna@kuusipuu.example>",
)
ACCOUNTING = FormField(
    "accounting", ("systems", "accounting"), _text("Taloushallintojärjestelmä", "Accounting system"), example="Netvisor"
)
NOTES = FormField("notes", ("notes",), _text("Muuta sovittua", "Other things agreed"), FieldKind.AREA)


def new_client_fields(process: Process) -> tuple[FormField, ...]:
    """In the order that the form asks them, with the process's own services, facts and dates."""
    services = tuple((service.id, service.title) for service in process.services.values())
    facts = tuple((fact.id, fact.title) for fact in process.facts.values())
    several = FieldKind.SEVERAL
    return (
        NAME,
        BUSINESS_ID,
        FormField("services", ("services",), _text("Palvelut", "Services"), several, required=True, choices=services),
        FormField("facts", ("facts",), _text("Asiakkaasta tiedetään", "Known of the client"), several, choices=facts),
        *(
            FormField(kind.id.replace("_", "-"), ("dates", kind.id), kind.title, example="2026-06-01")
            for kind in process.dates.values()
        ),
        CONTACT,
        ACCOUNTING,
        NOTES,
    )
