"""The live view: a saved file becomes a new wiki, and the browsers that show it load it.

MkDocs' own live view builds one language; its server is used here on the folder of the finished wiki, so that what's
seen while editing is what will be published, in every language.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from aloitus.errors import UserError, cause

WATCHED = ("clients", "templates", "site/guides", "site/assets", "site/overrides")


def serve_wiki(
    root: Path,
    address: tuple[str, int],
    rebuild: Callable[[], None],
    on_start: Callable[[str], None],
) -> None:
    """Serves `site/public` until it's interrupted; `rebuild` is called whenever a watched file has changed."""
    from aloitus.publishing.live_server import LiveServer

    # a browser that goes away while it's answered is no news
    logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
    host, port = address
    public = root / "site" / "public"
    server: Any = LiveServer(builder=rebuild, host=host, port=port, root=str(public))
    server.error_handler = lambda code: _not_found(public) if code == HTTPStatus.NOT_FOUND else None
    for watched in (*(root / name for name in WATCHED), *root.glob("mkdocs*.yml")):
        if watched.exists():
            server.watch(str(watched))
    try:
        server.server_bind()
    except OSError as error:
        raise UserError("wiki.cannot-serve", address=f"{host}:{port}", why=cause(error)) from error
    on_start(f"http://{host}:{server.server_port}/")
    server.server_bind = lambda: None  # done above, where a port that is taken can be told plainly
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def _not_found(public: Path) -> bytes | None:
    page = public / "404.html"
    return page.read_bytes() if page.exists() else None
