"""Wikis to test: the small practice of `tests/cases/wiki` as Markdown, and any practice built as a firm builds it.

A built wiki is made once in a run, however many processes the tests run in.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from aloitus.pages.context import PageContext
from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.editions import Edition, client_pages, editions, pages_across
from aloitus.pipeline.feeds import client_feeds, feeds_across
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.pipeline.page_sources import PageSources, page_sources
from aloitus.plan.client_plan import ClientPlan
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import tasks_by_person
from aloitus.plan.summary import summarise

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "cases" / "wiki"
TODAY = date(2026, 11, 23)
PAGE_TEMPLATES = {path.name: path.read_text("utf-8") for path in (ROOT / "templates" / "pages").glob("*.j2")}
WAIT = 300
"""Seconds after which a wiki that another process builds is given up."""


@cache
def small_practice() -> OpenPractice:
    return open_practice(SMALL)


@cache
def small_context(language: str) -> PageContext:
    return _editions()[language].context


def small_plan(client: str) -> ClientPlan:
    practice = small_practice()
    plan = ClientReader(practice, TODAY).read(practice.clients[client]).plan
    assert plan is not None
    return plan


@cache
def small_summaries() -> tuple[ClientSummary, ...]:
    return tuple(summarise(small_plan(client)) for client in small_practice().clients)


@cache
def small_pages() -> Mapping[str, str]:
    """All pages of the small practice as Markdown, by path from `site/docs`."""
    practice = small_practice()
    reader = ClientReader(practice, TODAY)
    wikis = _editions()
    pages = {
        path: text
        for file in practice.clients.values()
        for path, text in client_pages(reader.read(file), tuple(wikis.values()))
    }
    own = tasks_by_person(small_summaries(), TODAY)
    for edition in wikis.values():
        pages |= {page.path: page.render() for page in pages_across(small_summaries(), own, edition)}
    return pages


@cache
def small_feeds() -> Mapping[str, str]:
    """All calendars of the small practice, by path from `site/docs`."""
    return _feeds(small_summaries(), tuple(_editions().values()))


@cache
def demo_feeds() -> Mapping[str, str]:
    practice = open_practice(ROOT)
    reader = ClientReader(practice, TODAY)
    plans = [reader.read(path).plan for path in practice.clients.values()]
    wikis = editions(practice, page_sources(practice, practice.firm.languages), TODAY)
    return _feeds([summarise(plan) for plan in plans if plan], tuple(wikis.values()))


def _feeds(summaries: Sequence[ClientSummary], wikis: Sequence[Edition]) -> Mapping[str, str]:
    found = {path: text for client in summaries for path, text in client_feeds(client, wikis)}
    own = tasks_by_person(summaries, TODAY)
    for edition in wikis:
        found |= {file.path: file.render() for file in feeds_across(summaries, own, edition)}
    return found


def _editions() -> Mapping[str, Edition]:
    practice = small_practice()
    read = page_sources(practice, practice.firm.languages)
    return editions(practice, PageSources(PAGE_TEMPLATES, read.guides, {}), TODAY)


def set_up(folder: Path, practice: Path) -> Path:
    """A firm's repository in `folder`: clients and templates of `practice`, all else as this repository has it."""
    for part in ("clients", "templates", "site/guides"):
        shutil.copytree(practice / part, folder / part)
    shutil.copytree(ROOT / "templates" / "pages", folder / "templates" / "pages", dirs_exist_ok=True)
    for part in ("assets", "overrides"):
        shutil.copytree(ROOT / "site" / part, folder / "site" / part)
    for settings in ROOT.glob("mkdocs*.yml"):
        shutil.copy(settings, folder)
    return folder


def build(folder: Path, program: Path = ROOT / "generator", engine: str = "mkdocs") -> Path:
    """Builds the wiki of the repository in `folder` by the real command; what it says is shown when it fails.

    `program`: the folder that the package is imported from.
    """
    command = [sys.executable, "-m", "aloitus", "-C", str(folder), "wiki"]
    done = subprocess.run(
        [*command, "--today", TODAY.isoformat(), "--engine", engine],
        capture_output=True,
        check=False,
        env={**unmeasured(), "PYTHONPATH": str(program)},
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    return folder / "site" / "public"


def unmeasured() -> dict[str, str]:
    """Without what tells a new process to measure its coverage, which takes a wiki's build twice the time."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}


def once(shared: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` in `shared`, made by whichever process of the run asks first; the others wait for it."""
    folder, done, failed = shared / name, shared / f"{name}.done", shared / f"{name}.failed"
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        until = time.monotonic() + WAIT
        while not done.exists():
            assert not failed.exists(), f"{name} could not be made; see the test that made it"
            assert time.monotonic() < until, f"{name} was not made in {WAIT} seconds"
            time.sleep(0.1)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder
