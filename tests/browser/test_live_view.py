"""`aloitus wiki --serve`: who edits a client's file in an editor sees the page change in the browser."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from wiki_site import ROOT, SMALL, TODAY, set_up

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 120_000
"""Milliseconds for a build on a busy machine."""


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    return set_up(tmp_path / "firm", SMALL)


@pytest.fixture
def address(firm: Path) -> Iterator[str]:
    """Where the wiki is shown, while it is; port 0 takes one that is free."""
    command = [sys.executable, "-m", "aloitus", "-C", str(firm), "wiki", "--serve", "--today", TODAY.isoformat()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--address", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://[\d.:]+/", line)))
        finally:
            process.kill()


def test_a_saved_file_changes_the_page_that_is_open(browser: "Browser", firm: Path, address: str) -> None:
    context = browser.new_context()
    said: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{address}clients/?sort=-name")
    file = firm / "clients/kuusipuu.yaml"
    file.write_text(file.read_text("utf-8").replace("Kuusipuun Saha Oy", "Petäjän Saha Oy"), "utf-8")
    page.get_by_role("link", name="Petäjän Saha Oy").wait_for(timeout=PATIENCE)
    assert page.url == f"{address}clients/?sort=-name"
    assert set(said) <= {"Enabled live reload"}
    context.close()
