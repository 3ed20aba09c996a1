"""What a new firm has of its own: its name, its files for git, and a gate that judges every change."""

from collections.abc import Mapping

from aloitus.editing.scalars import written
from aloitus.starting.gate import OWNERS, PIPELINES, pipeline
from aloitus.starting.starter import own_file

LANGUAGES = ("fi", "en")
FORGES = tuple(PIPELINES)


def firm_files(name: str, language: str, version: str, forge: str) -> Mapping[str, str]:
    """By path; `language` is the firm's first, `forge` where its repository is kept."""
    gate = PIPELINES[forge]
    return {
        "templates/firm.yaml": own_file(f"firm.{language}.yaml").format(name=written(name)),
        "README.md": own_file(f"README.{language}.md").format(name=name, gate=gate, owners=OWNERS[forge]),
        ".gitignore": own_file("gitignore"),
        ".gitattributes": "*.yaml text eol=lf\n*.yml text eol=lf\n",
        "requirements.txt": f"aloitus=={version}\n",
        OWNERS[forge]: own_file(f"CODEOWNERS.{language}").format(gate=".github/" if forge == "github" else gate),
        **pipeline(forge),
    }
