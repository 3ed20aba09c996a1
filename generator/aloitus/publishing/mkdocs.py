"""How MkDocs is asked to build one wiki."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aloitus.publishing.engine import Engine
from aloitus.publishing.sites import Site


@contextmanager
def _command(wiki: Site, target: Path) -> Iterator[list[str]]:
    """Strict, so that a page that links to nothing keeps the old wiki; with `--quiet`, warnings would not count."""
    yield [
        *(sys.executable, "-m", "mkdocs", "build", "--strict"),
        *("--config-file", str(wiki.settings), "--site-dir", str(target.absolute())),
    ]


MKDOCS = Engine("MkDocs", _command)
