"""Builds the HTML of each language, each in a process of its own, and puts it in the old one's place."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from aloitus.errors import UserError
from aloitus.publishing.engine import Engine
from aloitus.publishing.mkdocs import MKDOCS
from aloitus.publishing.sites import Site
from aloitus.publishing.swap import beside, recover, swap_in
from aloitus.publishing.zensical import ZENSICAL

ENGINES: Mapping[str, Engine] = {"mkdocs": MKDOCS, "zensical": ZENSICAL}


def build_wiki(root: Path, wikis: Sequence[Site], today: date, *, engine: Engine, lock: int | None = None) -> Path:
    """The folder of the finished wiki. The engine's processes hold the `lock` of this run, too.

    Raises UserError with what the engine said when a wiki can't be built or has a warning; the old one stays.
    """
    site = root / "site"
    recover(site)
    targets = {wiki.folder: beside(site, wiki.language) for wiki in wikis}
    with ExitStack() as stack:
        started = []
        for wiki in wikis:
            command = stack.enter_context(engine.command(wiki, targets[wiki.folder]))
            started.append(stack.enter_context(_running(command, today, lock)))
        for wiki, process in zip(wikis, started, strict=True):
            output = process.communicate()[0].decode("utf-8", "replace")
            if process.returncode:
                told = "\n".join(line for line in output.splitlines() if not line.startswith("INFO ")).strip()
                raise UserError("wiki.build-failed", engine=engine.name, settings=wiki.settings.name, output=told)
    return swap_in(site, targets)


@contextmanager
def _running(command: Sequence[str], today: date, lock: int | None) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 -- our own interpreter, on the firm's own settings
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=() if lock is None else (lock,),
        env=environment(today),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def environment(today: date) -> dict[str, str]:
    """The day stands in for the clock, so that the same pages give the same bytes; the theme's notice is for us."""
    start_of_day = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "SOURCE_DATE_EPOCH": str(int(start_of_day.timestamp())),
    }
