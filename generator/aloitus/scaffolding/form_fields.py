"""The fields of the form for a new client: what a forge's form asks, and what its text is read by."""

from dataclasses import dataclass, replace
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


PROCESS = FormField("process", ("process",), Term("fields.process"), FieldKind.ONE, required=True)
NAME = FormField("name", ("name",), Term("fields.name"), required=True, example="Kuusipuun Saha Oy")
BUSINESS_ID = FormField("business-id", ("business_id",), Term("fields.business-id"), example="9000012-6")
BUSINESS_ID_PENDING = FormField("business-id-pending", ("business_id_pending",), Term("fields.business-id-pending"))
SERVICES = FormField("services", ("services",), Term("fields.services"), FieldKind.SEVERAL, required=True)
FACTS = FormField("facts", ("facts",), Term("fields.facts"), FieldKind.SEVERAL)
CONTACT = FormField("contact", ("contacts",), Term("fields.contact"), example="Sanna Saha <sanna@kuusipuu.example>")
ACCOUNTING = FormField("accounting", ("systems", "accounting"), Term("fields.accounting"), example="Netvisor")
NOTES = FormField("notes", ("notes",), Term("fields.notes"), FieldKind.AREA)


def new_client_fields(*processes: Process) -> tuple[FormField, ...]:
    """In the order that the form asks them, with the processes' own services, facts and dates.

    Which process the client follows is asked where there are several.
    """
    services = {service.id: service.title for process in processes for service in process.services.values()}
    facts = {fact.id: fact.title for process in processes for fact in process.facts.values()}
    dates = {kind.id: kind.title for process in processes for kind in process.dates.values()}
    which = tuple((process.id, process.title) for process in processes)
    return (
        *((replace(PROCESS, choices=which),) if len(which) > 1 else ()),
        NAME,
        BUSINESS_ID,
        BUSINESS_ID_PENDING,
        replace(SERVICES, choices=tuple(services.items())),
        replace(FACTS, choices=tuple(facts.items())),
        *(
            FormField(name.replace("_", "-"), ("dates", name), title, example="2026-06-01")
            for name, title in dates.items()
        ),
        CONTACT,
        ACCOUNTING,
        NOTES,
    )
