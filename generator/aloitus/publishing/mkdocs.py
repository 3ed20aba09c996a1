"""How MkDocs is asked to build one wiki."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aloitus.publishing.engine import Engine
from aloitus.publishing.sites import Site


@contextmanager
def _command(wiki: Site, target: Path) -> Iterator[list[str]]:
    """Strict: a page that links to nothing is a mistake of ours, and the old wiki is better than a broken one."""
    yield [
        *(sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"),
        *("--config-file", str(wiki.settings), "--site-dir", str(target.absolute())),
    ]


MKDOCS = Engine("MkDocs", _command)
