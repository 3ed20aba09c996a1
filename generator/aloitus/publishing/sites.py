"""Which wikis there are to build: one for each language, each with its own settings file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aloitus.errors import UserError


@dataclass(frozen=True, slots=True)
class Site:
    """`folder`: where it goes under `site/public`; the main language's wiki is at its root."""

    language: str
    settings: Path
    folder: str


def sites(root: Path, languages: Sequence[str]) -> tuple[Site, ...]:
    """One a language of the firm's, each by its `mkdocs.<language>.yml`. Raises UserError where that is missing."""
    found = [Site(language, root / f"mkdocs.{language}.yml", language) for language in languages]
    for site in found:
        if not site.settings.is_file():
            raise UserError("wiki.no-settings", path=str(site.settings), language=site.language)
    return replace(found[0], folder=""), *found[1:]
