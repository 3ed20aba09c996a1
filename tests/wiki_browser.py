"""What tests in a browser are handed: `open_page(path, width=…, scheme=…, javascript=…)` gives a page of the wiki."""

from collections.abc import Callable

from playwright.sync_api import Page

Open = Callable[..., Page]
