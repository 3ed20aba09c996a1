"""GitLab's description templates: the same headings, to be filled in by hand."""

from collections.abc import Sequence

from aloitus.scaffolding.form_fields import FieldKind, FormField

FOLDER = ".gitlab/issue_templates"


def description(fields: Sequence[FormField], label: str, language: str) -> str:
    parts = []
    for field in fields:
        lines = [f"### {field.label.say(language)}", ""]
        if field.kind is FieldKind.SEVERAL:
            lines += [f"- [ ] {title.say(language)} ({name})" for name, title in field.choices]
        elif field.kind is FieldKind.ONE:
            lines.append(f"<!-- {' / '.join(title.say(language) for _, title in field.choices)} -->")
        elif field.example:
            lines.append(f"<!-- {field.example.replace('<', '(').replace('>', ')')} -->")
        parts.append("\n".join([*lines, ""]))
    return "\n".join([*parts, f"/label ~{label}", ""])
