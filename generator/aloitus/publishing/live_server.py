"""MkDocs' live server, let through by the pages' own Content-Security-Policy."""

import base64
import hashlib
from typing import Any

from mkdocs.livereload import LiveReloadServer

SCRIPTS = b"script-src 'self'"
"""What `site/overrides/main.html` allows."""


class LiveServer(LiveReloadServer):
    """Its script stands inline in each page that is served. The policy allows none, so this one is named to it."""

    def _inject_js_into_html(self, content: bytes, epoch: Any) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        script = page[page.rindex(b"<script>") + len(b"<script>") : page.rindex(b"</script>")]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return page.replace(SCRIPTS, SCRIPTS + b" 'sha256-" + digest + b"'", 1)
