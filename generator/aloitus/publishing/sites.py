"""Which wikis there are to build: one for each language, each with its own settings file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aloitus.errors import UserError

MAIN_SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Site:
    """`folder`: where it goes under `site/public`; the main language's wiki is at its root."""

    language: str
    settings: Path
    folder: str


def sites(root: Path, languages: Sequence[str]) -> tuple[Site, ...]:
    """One a language of the firm's, the first at the root. Raises UserError where a language has no settings."""
    found = [Site(language, _settings(root, language), language) for language in languages]
    return replace(found[0], folder=""), *found[1:]


def _settings(root: Path, language: str) -> Path:
    """`mkdocs.<language>.yml`, or `mkdocs.yml` for the language whose pages that one builds."""
    own, main = root / f"mkdocs.{language}.yml", root / MAIN_SETTINGS
    if own.is_file():
        return own
    if main.is_file():
        lines = [line.partition("#")[0].strip() for line in main.read_text("utf-8").splitlines()]
        if f"docs_dir: site/docs/{language}" in lines:
            return main
    raise UserError("wiki.no-settings", path=str(own), language=language)
