"""GitLab's description templates: the same headings, to be filled in by hand."""

from collections.abc import Sequence

from aloitus.i18n import Wording
from aloitus.scaffolding.form_fields import FieldKind, FormField

FOLDER = ".gitlab/issue_templates"


def description(fields: Sequence[FormField], label: str, say: Wording) -> str:
    parts = []
    for field in fields:
        lines = [f"### {say.show(field.label)}", ""]
        if field.kind is FieldKind.SEVERAL:
            lines += [f"- [ ] {say.show(title)} ({name})" for name, title in field.choices]
        elif field.kind is FieldKind.ONE:
            lines.append(f"<!-- {' / '.join(str(say.show(title)) for _, title in field.choices)} -->")
        elif field.example:
            lines.append(f"<!-- {field.example.replace('<', '(').replace('>', ')')} -->")
        parts.append("\n".join([*lines, ""]))
    return "\n".join([*parts, f"/label ~{label}", ""])
