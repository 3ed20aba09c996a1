"""How far long work is: a bar on a terminal, nothing in a pipe."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONG = 200
"""Fewer items are done before anybody wonders."""


@contextmanager
def progress_bar(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Gives what is told how many of `total` are done. Drawn by whoever tells: no thread that a fork would break."""
    if not sys.stderr.isatty() or total < LONG:
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    task = bar.add_task(what, total=total)

    def tell(done: int) -> None:
        bar.update(task, completed=done, refresh=True)

    with bar:
        yield tell


@contextmanager
def spinner(what: str) -> Iterator[None]:
    """Work of unknown length."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
