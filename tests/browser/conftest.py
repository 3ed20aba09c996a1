"""A browser on the demo's wiki, which is served from a folder of a site; skipped where there's no Chromium."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demo_wiki import demo_wiki
from wiki_site import TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from wiki_browser import Open

FOLDER = "asiakkaat/wiki"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        pass


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


@pytest.fixture
def open_page(browser: "Browser", site: str, public: Path) -> Iterator["Open"]:
    """Opens a page of the wiki; whatever it says on the console or asks of another host fails the test in the end.

    `instant`: as where the settings name the wiki's own address, which turns on Material's instant navigation.
    """
    said: list[str] = []
    contexts = []

    def opened(
        path: str,
        *,
        width: int = 1366,
        height: int = 900,
        scheme: str = "light",
        javascript: bool = True,
        instant: bool = False,
    ) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        page = context.new_page()
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
    for context in contexts:
        context.close()
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
