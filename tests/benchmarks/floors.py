"""The least that the work can cost, measured beside the program: reading, PyYAML's events, Jinja, writing."""

import gc
import shutil
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jinja2
import yaml

from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.editions import client_pages, editions
from aloitus.pipeline.opened import open_practice
from aloitus.pipeline.page_sources import page_sources
from aloitus.pipeline.render_cache import hash_of

SAMPLE = 25
"""Clients whose pages are rendered to know what Jinja costs; the figure is for all of them."""


@dataclass(frozen=True)
class Floors:
    """Seconds for all clients; `pages` is how many pages they have in all languages."""

    clients: int
    size: int
    pages: int
    read: float
    events: float
    jinja: float
    write: float

    @property
    def render(self) -> float:
        return self.events + self.jinja + self.write


def measure_floors(root: Path, today: date) -> Floors:
    files = sorted((root / "clients").glob("*.yaml"))
    texts = [path.read_bytes() for path in files]
    pages, jinja = _jinja(root, today)
    per_client = len(files) / SAMPLE
    return Floors(
        clients=len(files),
        size=sum(map(len, texts)) // len(texts),
        pages=round(len(pages) * per_client),
        read=_timed(lambda: [hash_of(path.read_bytes()) for path in files]),
        events=_timed(lambda: [deque(yaml.parse(text, Loader=yaml.CSafeLoader), 0) for text in texts]),
        jinja=jinja * per_client,
        write=_writing(pages, root / ".floor") * per_client,
    )


def _jinja(root: Path, today: date) -> tuple[list[bytes], float]:
    """The pages of the sample, and what Jinja alone needs to render them from values that are ready."""
    practice = open_practice(root)
    reader = ClientReader(practice, today)
    wikis = tuple(editions(practice, page_sources(practice, practice.firm.languages), today).values())
    calls: list[tuple[jinja2.Template, dict[str, Any]]] = []
    render = jinja2.Template.render

    def recorded(template: jinja2.Template, **values: Any) -> str:
        calls.append((template, values))
        return render(template, **values)

    with patch.object(jinja2.Template, "render", recorded):
        files = [reader.read(path) for path in list(practice.clients.values())[:SAMPLE]]
        pages = [text.encode() for file in files for _path, text in client_pages(file, wikis)]
    return pages, _timed(lambda: [render(template, **values) for template, values in calls])


def _writing(pages: list[bytes], folder: Path) -> float:
    def write() -> None:
        for number, page in enumerate(pages):
            place = folder / str(number // 12)
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number}.md").write_bytes(page)

    shutil.rmtree(folder, ignore_errors=True)
    seconds = _timed(write)
    shutil.rmtree(folder)
    return seconds


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    gc.enable()
    return seconds
