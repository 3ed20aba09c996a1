"""Which wikis there are to build: one for each language, each with its own settings file."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    """The firm's first language by `mkdocs.yml`, and each other one that has an `mkdocs.<language>.yml`."""
    main = root / MAIN_SETTINGS
    if not main.is_file():
        raise UserError("wiki.no-settings", path=str(main))
    others = [(language, root / f"mkdocs.{language}.yml") for language in languages[1:]]
    return (
        Site(languages[0], main, ""),
        *(Site(language, settings, language) for language, settings in others if settings.is_file()),
    )
