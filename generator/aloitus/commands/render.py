"""`aloitus render`: the wiki's pages as Markdown, written by difference."""

import os
import sys
from datetime import UTC, date, datetime

from aloitus.command_line.grammar import Command, Option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.today import today_of_pages
from aloitus.command_line.values import Day, Shard
from aloitus.i18n import Wording
from aloitus.pages.writer import Change
from aloitus.pipeline.lock import only_run
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.pipeline.rendering import Rendering, render
from aloitus.screens.progress import progress_bar


def run(invocation: Invocation, today: date | None, check: bool, shard: tuple[int, int] | None) -> int:
    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    day = today_of_pages(today, practice.firm, os.environ, datetime.now(UTC))
    with only_run(invocation.root, lambda: print(say("render.waiting"), file=sys.stderr)):
        done = render_with_progress(practice, day, say, dry=check, shard=shard)
    show_errors(done, practice, say)
    if check:
        for path, change in done.changes.items():
            print(f"{say(f'render.would-be-{change}')}  site/docs/{path}")
        print(say("render.would-change", n=len(done.changes)) if done.changes else say("render.up-to-date"))
        return 1 if done.changes or done.errors else 0
    print(summary(done, say))
    return 1 if done.errors else 0


def render_with_progress(
    practice: OpenPractice,
    today: date,
    say: Wording,
    *,
    dry: bool = False,
    shard: tuple[int, int] | None = None,
    workers: int | None = None,
) -> Rendering:
    with progress_bar(say("render.rendering"), len(practice.clients)) as progress:
        return render(practice, today, dry=dry, shard=shard, workers=workers, progress=progress)


def show_errors(done: Rendering, practice: OpenPractice, say: Wording) -> None:
    """What a page can't show since its file is wrong is told where the page's author looks."""
    if not done.errors:
        return
    from aloitus import __version__
    from aloitus.pipeline.checking import Sources
    from aloitus.reports.full import render as told
    from aloitus.reports.report import Report, in_order, summarise

    # of history nothing is said: no page is judged by it
    counts = summarise(done.errors, clients=done.clients, history=True)
    color = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    sys.stderr.write(told(Report(in_order(done.errors, Sources(practice)), counts, say, __version__, color=color)))


def summary(done: Rendering, say: Wording) -> str:
    """`27 asiakasta: 12 sivua kirjoitettu, 1 poistettu`."""
    removed = sum(change is Change.REMOVED for change in done.changes.values())
    return say(
        "render.done",
        clients=say("render.clients", n=done.clients),
        written=say("render.written", n=len(done.changes) - removed),
        removed=say("render.removed", n=removed),
    )


COMMAND = Command(
    "render",
    run,
    [
        Option(["--today"], type=Day()),
        Option(["--check"], is_flag=True),
        Option(["--shard"], type=Shard()),
    ],
)
