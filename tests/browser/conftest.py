"""A browser on the demo's wiki, which is served from a folder of a site; skipped where there's no Chromium."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demo_wiki import demo_wiki
from wiki_site import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from wiki_browser import Open

FOLDER = "asiakkaat/wiki"
FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
EMPTY_INDEX = {"config": {"lang": ["fi"], "separator": " ", "pipeline": [], "fields": FIELDS}, "docs": []}


class Quiet(SimpleHTTPRequestHandler):
    """Keeps connections open and lets the theme's files be cached, as a wiki's server does.

    `without_search`: an empty index, since each page takes half a second to read the real one.
    """

    protocol_version = "HTTP/1.1"
    without_search = True

    def do_GET(self) -> None:
        if not (self.without_search and self.path.endswith("/search_index.json")):
            super().do_GET()
            return
        body = json.dumps(EMPTY_INDEX).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600" if "/assets/" in self.path else "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real index."""
    monkeypatch.setattr(Quiet, "without_search", False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = None if shutil.which("chromium") else "there is no Chromium (Debian: apt-get install chromium)"
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason=missing))


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo_wiki(tmp_path_factory)


@pytest.fixture(scope="session")
def site(public: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the wiki."""
    root = tmp_path_factory.mktemp("served")
    (root / FOLDER).parent.mkdir(parents=True)
    (root / FOLDER).symlink_to(public)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{FOLDER}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def context_with(browser: "Browser") -> Iterator["Callable[[bool], BrowserContext]"]:
    """With scripts or without: one of each, since a new one starts a process. A test leaves it as it was."""
    made: dict[bool, BrowserContext] = {}

    def context(javascript: bool) -> "BrowserContext":
        if javascript not in made:
            made[javascript] = browser.new_context(java_script_enabled=javascript)
        return made[javascript]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def open_page(context_with: "Callable[[bool], BrowserContext]", site: str, public: Path) -> Iterator["Open"]:
    """Opens a page of the wiki; whatever it says on the console or asks of another host fails the test in the end.

    `instant`: as where the settings name the wiki's own address, which turns on Material's instant navigation.
    """
    said: list[str] = []
    pages: list[Page] = []

    def opened(
        path: str,
        *,
        width: int = 1366,
        height: int = 900,
        scheme: str = "light",
        javascript: bool = True,
        instant: bool = False,
    ) -> "Page":
        page = context_with(javascript).new_page()
        pages.append(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.on("console", lambda message: said.append(f"{path}: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"{path}: {error}"))
        page.on("request", lambda request: None if _is_own(request.url, site) else said.append(request.url))
        if instant:
            page.route(
                "**/sitemap.xml", lambda route: route.fulfill(body=sitemap(site, public), content_type="text/xml")
            )
        if javascript:
            page.clock.install(time=f"{TODAY}T09:00:00")
        page.goto(site + path)
        return page

    yield opened
    for page in pages:
        if page.url.startswith(site) and page.context == context_with(True):
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.close()
    context_with(True).clear_permissions()
    assert said == []


def sitemap(site: str, public: Path) -> str:
    """What MkDocs writes into `sitemap.xml` of the Finnish wiki when it knows the wiki's address."""
    folders = (page.parent.relative_to(public).as_posix() for page in public.rglob("index.html"))
    addresses = [
        site if folder == "." else f"{site}{folder}/" for folder in folders if folder.partition("/")[0] != "en"
    ]
    return f"<urlset>{''.join(f'<url><loc>{address}</loc></url>' for address in addresses)}</urlset>"


def _is_own(address: str, site: str) -> bool:
    return address.startswith((site, "data:", "blob:"))
