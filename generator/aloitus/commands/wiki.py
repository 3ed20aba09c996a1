"""`aloitus wiki`: renders the pages, builds the HTML in every language, and puts it in the old wiki's place."""

import os
import sys
from datetime import UTC, date, datetime

from aloitus.command_line.grammar import Command, Option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.today import today_of_pages
from aloitus.command_line.values import Address, Day, OneOf
from aloitus.commands.render import render_with_progress, show_errors, summary
from aloitus.errors import UserError
from aloitus.i18n import Wording
from aloitus.pipeline.lock import only_run
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.publishing.build import ENGINES, build_wiki
from aloitus.publishing.sites import sites
from aloitus.screens.progress import spinner


def run(invocation: Invocation, today: date | None, serve: bool, address: tuple[str, int], engine: str) -> int:
    if serve:
        return _serve(invocation, today, engine, address)
    practice = open_practice(invocation.root)
    return _build(practice, invocation.says_for(practice.firm), today, engine)


def _build(practice: OpenPractice, say: Wording, today: date | None, engine: str, workers: int | None = None) -> int:
    """1 when a file has an error that keeps something off the pages; the wiki is built nevertheless."""
    day = today_of_pages(today, practice.firm, os.environ, datetime.now(UTC))
    wikis = sites(practice.root, practice.firm.languages)
    with only_run(practice.root, lambda: print(say("render.waiting"), file=sys.stderr)) as lock:
        ENGINES[engine].prepare(practice.root)
        done = render_with_progress(practice, day, say, workers=workers)
        show_errors(done, practice, say)
        print(summary(done, say))
        with spinner(say("wiki.building")):
            public = build_wiki(practice.root, wikis, day, engine=ENGINES[engine], lock=lock)
    print(say("wiki.built", path=(public / "index.html").as_posix()))
    return 1 if done.errors else 0


def _serve(invocation: Invocation, today: date | None, engine: str, address: tuple[str, int]) -> int:
    """Builds anew whenever a file is saved; what goes wrong is told, and the last good wiki stays."""
    from aloitus.publishing.serve import serve_wiki

    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    _build(practice, say, today, engine)

    def rebuild() -> None:
        try:
            _build(open_practice(invocation.root), say, today, engine, workers=1)
        except UserError as error:
            print(f"aloitus: {say.say(error.message)}", file=sys.stderr)

    serve_wiki(invocation.root, address, rebuild, lambda url: print(say("wiki.serving", address=url)))
    return 0


COMMAND = Command(
    "wiki",
    run,
    [
        Option(["--today"], type=Day()),
        Option(["--serve"], is_flag=True),
        Option(["--address"], type=Address(), default="127.0.0.1:8000"),
        Option(["--engine"], type=OneOf(tuple(ENGINES)), default="mkdocs"),
    ],
)
