"""The files that a new firm starts from: those in the package, or of the repository that an editable install runs."""

from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

PARTS = ("templates", "site/guides", "site/assets", "site/overrides", "mkdocs.yml", "mkdocs.en.yml", ".vscode")
OWN = Path("templates/firm.yaml")
"""What each firm writes for itself."""


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Each file's path from the firm's folder, and its content."""
    root = _root()
    for part in PARTS:
        place = root.joinpath(*part.split("/"))
        yield from ((path, data) for path, data in _below(place, part) if Path(path) != OWN)


def starter_text(path: str) -> str:
    """One file of those that aren't copied as they are."""
    return _root().joinpath(*path.split("/")).read_text("utf-8")


def own_file(name: str) -> str:
    """A text of this package's own, such as the README of a new firm."""
    return (resources.files("aloitus") / "starting" / "files" / name).read_text("utf-8")


def _root() -> Traversable:
    packed = resources.files("aloitus") / "_starter"
    return packed if packed.is_dir() else Path(__file__).parents[3]


def _below(place: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    if place.is_file():
        yield path, place.read_bytes()
    elif place.is_dir():
        for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
            yield from _below(entry, f"{path}/{entry.name}")
