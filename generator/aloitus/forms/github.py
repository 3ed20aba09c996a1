"""GitHub's issue forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from aloitus.i18n import Wording
from aloitus.scaffolding.form_fields import FieldKind, FormField

FOLDER = ".github/ISSUE_TEMPLATE"


def issue_form(name: str, about: str, label: str, fields: Sequence[FormField], say: Wording) -> str:
    """`label` is set on the issue: by it the workflow knows the form."""
    import yaml

    form = {
        "name": name,
        "description": about,
        "title": f"{name}: ",
        "labels": [label],
        "body": [_field(field, say) for field in fields],
    }
    return yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=1000)


def _field(field: FormField, say: Wording) -> Mapping[str, Any]:
    attributes: dict[str, Any] = {"label": str(say.show(field.label))}
    if field.kind is FieldKind.SEVERAL:
        attributes["options"] = [{"label": f"{say.show(title)} ({name})"} for name, title in field.choices]
        return {"type": "checkboxes", "id": field.id, "attributes": attributes}
    if field.kind is FieldKind.ONE:
        attributes["options"] = [say.show(title) for _, title in field.choices]
    elif field.example:
        attributes["placeholder"] = field.example
    kind = {FieldKind.LINE: "input", FieldKind.AREA: "textarea", FieldKind.ONE: "dropdown"}[field.kind]
    return {"type": kind, "id": field.id, "attributes": attributes, "validations": {"required": field.required}}
