"""What pages are made from besides the clients: the firm's page templates, its guides, and the wiki's assets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aloitus.errors import UserError, cause
from aloitus.pipeline.opened import PAGE_TEMPLATES, OpenPractice
from aloitus.pipeline.wiki_address import settings_on_disk, wiki_addresses

GUIDES = Path("site", "guides")
ASSETS = Path("site", "assets")


@dataclass(frozen=True, slots=True)
class PageSources:
    """`templates`: by file name. `guides`: titles by id, by language. `copies`: what goes into the docs as it is.

    `addresses`: the wiki's own, by language.
    """

    templates: Mapping[str, str]
    guides: Mapping[str, Mapping[str, str]]
    copies: Mapping[str, bytes]
    addresses: Mapping[str, str] = field(default_factory=dict)


def page_sources(practice: OpenPractice, languages: Sequence[str]) -> PageSources:
    templates = {
        path.removeprefix(PAGE_TEMPLATES): _text(path, practice.files[path])
        for path in practice.files
        if path.startswith(PAGE_TEMPLATES) and path.endswith(".md.j2")
    }
    guides: dict[str, dict[str, str]] = {}
    copies: dict[str, bytes] = {}
    assets = dict(_files(practice.root / ASSETS))
    for language in languages:
        pages = dict(_files(practice.root / GUIDES / language))
        guides[language] = {
            name.removesuffix(".md"): title_of(_text(f"{GUIDES.as_posix()}/{language}/{name}", page), name)
            for name, page in pages.items()
            if name.endswith(".md")
        }
        copies |= {f"{language}/guides/{name}": page for name, page in pages.items()}
        copies |= {f"{language}/assets/{name}": asset for name, asset in assets.items()}
    addresses = wiki_addresses(settings_on_disk(practice.root, languages), languages)
    return PageSources(templates, guides, copies, addresses)


def guide_names(root: Path, languages: Sequence[str]) -> dict[str, list[str]]:
    """Which guides there are, by language, without reading them."""
    return {language: sorted(path.stem for path in (root / GUIDES / language).glob("*.md")) for language in languages}


def title_of(text: str, name: str) -> str:
    """The page's first heading; of a page without one, its name."""
    headings = (line.removeprefix("# ").strip() for line in text.splitlines() if line.startswith("# "))
    return next(headings, name.removesuffix(".md"))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below the folder by its path from there, in alphabetical order; hidden ones stay where they are."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            try:
                yield name, path.read_bytes()
            except OSError as error:
                raise UserError("errors.unreadable", path=str(path), why=cause(error)) from error


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UserError("errors.not-utf-8", path=path) from error
