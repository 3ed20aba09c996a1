"""What a new firm has of its own: its name, its files for git, and a workflow that checks every change."""

from collections.abc import Mapping

from aloitus.editing.scalars import written
from aloitus.starting.starter import own_file

LANGUAGES = ("fi", "en")


def firm_files(name: str, language: str, version: str) -> Mapping[str, str]:
    """By path; `language` is the firm's first."""
    return {
        "templates/firm.yaml": own_file(f"firm.{language}.yaml").format(name=written(name)),
        "README.md": own_file(f"README.{language}.md").format(name=name),
        ".gitignore": own_file("gitignore"),
        ".gitattributes": "*.yaml text eol=lf\n*.yml text eol=lf\n",
        "requirements.txt": f"aloitus=={version}\n",
        ".github/workflows/check.yml": own_file("pull-request.yml"),
    }
