"""How Zensical is asked to build one wiki: it takes MkDocs' settings, but not where the wiki shall go."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from aloitus.errors import UserError
from aloitus.publishing.engine import Engine
from aloitus.publishing.sites import Site

CACHE = ".cache"


@contextmanager
def _command(wiki: Site, target: Path) -> Iterator[list[str]]:
    """For the time of the build, a settings file beside the firm's own names the place to build in."""
    settings = wiki.settings.with_name(f".zensical-{wiki.language}.yml")
    folder = target.relative_to(wiki.settings.parent).as_posix()
    settings.write_text(f"INHERIT: {wiki.settings.name}\nsite_dir: {folder}\n", "utf-8")
    try:
        yield [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(settings)]
    finally:
        settings.unlink(missing_ok=True)


def _prepare(root: Path) -> None:
    """What Zensical remembers of an earlier build may be of other settings."""
    if find_spec("zensical") is None:
        raise UserError("wiki.no-zensical")
    shutil.rmtree(root / CACHE, ignore_errors=True)


ZENSICAL = Engine("Zensical", _command, _prepare)
